/** English days: relative words, weekdays, calendar dates. */
import type { DateSaid, Said, Which } from '../../moments/said';
import type { MomentPattern } from '../language';
import { MONTH, OFFSETS, WEEKDAY, YEAR, monthNumber, pattern, weekdayNumber } from './calendarWords';
import { AMOUNT, CARDINAL, ORDINAL_WORD, numberOf } from './numbers';
import { MONTHS_ALONE, STRETCHES } from './stretches';

const DAY = `\\d{1,2}(?: ?(?:st|nd|rd|th))?|${ORDINAL_WORD}`;
function calendar(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): readonly Said[] | null {
  const number = numberOf(day ?? '');
  if (number < 1 || number > 39) return null;
  const written = year?.replace(/^'/, '20');
  const said: DateSaid = { kind: 'calendar', day: number, month: monthNumber(month) };
  return [written === undefined ? said : { ...said, year: Number(written) }];
}

const DAY_MONTH: MomentPattern = {
  name: 'date.day-month',
  pattern: pattern(`(?:the )?(${DAY})(?: of|-| day of)? ?(${MONTH})\\.?(?:,? ?(${YEAR}))?`),
  read: ([, day, month, year]) => calendar(day, month, year),
};

const MONTH_DAY: MomentPattern = {
  name: 'date.month-day',
  pattern: pattern(
    `(${MONTH})\\.? ?(?:the )?(${DAY}|${CARDINAL})(?:,? (${YEAR}))?(?! ?(?:o'clock|[ap]\\.?m))`,
  ),
  // "march 10:30" is no day of March.
  read: ([, month, day, year], rest) => (/^[:.]\d/.test(rest) ? null : calendar(day, month, year)),
};

const DAYS_MONTH: MomentPattern = {
  name: 'date.days-month',
  pattern: pattern(`(${DAY}) ?(?:-|to|until|till|through|and) ?(?:the )?(${DAY}) (?:of )?(${MONTH})`),
  read: ([, from, to, month]) => [
    { kind: 'days', from: numberOf(from ?? ''), to: numberOf(to ?? ''), month: monthNumber(month) },
  ],
};

const MONTH_DAYS: MomentPattern = {
  name: 'date.month-days',
  pattern: pattern(
    `(${MONTH}) (?:the )?(${DAY}) ?(?:-|to|until|till|through) ?(?:the )?(${DAY})(?![:.]\\d| ?[ap]m| o'clock)`,
  ),
  read: ([, month, from, to]) => [
    { kind: 'days', from: numberOf(from ?? ''), to: numberOf(to ?? ''), month: monthNumber(month) },
  ],
};

const AFTER_TOMORROW: MomentPattern = {
  name: 'date.after-tomorrow',
  pattern: pattern('(?:the )?day after tomorrow|overmorrow'),
  read: () => [{ kind: 'offset', days: 2 }],
};

const RELATIVE: MomentPattern = {
  name: 'date.relative',
  pattern: pattern("(?:later )?(today|tomorrow|yesterday)(?:'s)?"),
  read: ([, word]) => [{ kind: 'offset', days: OFFSETS[word ?? ''] ?? 0 }],
};

const WHICH: Readonly<Record<string, Which>> = {
  this: 'this',
  next: 'next',
  following: 'next',
  coming: 'coming',
  upcoming: 'coming',
};

const WEEKDAY_SAID: MomentPattern = {
  name: 'date.weekday',
  pattern: pattern(
    `(?:the )?(?:(this coming|this|next|following|coming|upcoming|last|past|every|any) )?(${WEEKDAY})(?:'s|\\.)?(?: (after next|week))?(?! of (?:this|next) month)`,
  ),
  read: ([, which, day, later]) => {
    if (which === 'last' || which === 'past') return null;
    const weekday = weekdayNumber(day);
    if (later !== undefined) return [{ kind: 'weekday', weekday, which: 'bare', weeks: 1 }];
    const each = which === 'any' || (which === undefined && day?.endsWith('days') === true);
    if (each) return [{ kind: 'weekdays', days: [weekday] }];
    return [{ kind: 'weekday', weekday, which: WHICH[(which ?? '').split(' ').at(-1) ?? ''] ?? 'bare' }];
  },
};

const WEEKDAYS: MomentPattern = {
  name: 'date.weekdays',
  pattern: pattern(
    '(?<!\\d )(?:(?:on|during|any time on) )?(?:the |any )?(?:week ?days?|work(?:ing)? ?days?|business days?)',
  ),
  read: () => [{ kind: 'weekdays', days: 'workdays' }],
};

/** "a week on Thursday", "two weeks from Monday". */
const WEEKS_ON: MomentPattern = {
  name: 'date.weeks-on-weekday',
  pattern: pattern(`(${AMOUNT}) weeks? (?:on|from) (${WEEKDAY})`),
  read: ([, amount, day]) => [
    { kind: 'weekday', weekday: weekdayNumber(day), which: 'bare', weeks: numberOf(amount ?? '') },
  ],
};

/** "three Mondays from now". */
const WEEKDAYS_AHEAD: MomentPattern = {
  name: 'date.weekdays-ahead',
  pattern: pattern(`(${AMOUNT}) (${WEEKDAY}) from (?:now|today)`),
  read: ([, amount, day]) => [
    { kind: 'weekday', weekday: weekdayNumber(day), which: 'bare', weeks: numberOf(amount ?? '') - 1 },
  ],
};

const UNITS: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  fortnight: 'week',
};

function aheadOf(amount: string | undefined, unit: string | undefined): readonly Said[] | null {
  const word = (unit ?? '').replace(/'?s?'?$/, '');
  const kind = UNITS[word];
  const number = numberOf(amount ?? '');
  if (kind === undefined || Number.isNaN(number)) return null;
  return [{ kind: 'ahead', amount: word === 'fortnight' ? number * 2 : number, unit: kind }];
}

const AHEAD_UNIT = "days?'?|weeks?'?|months?'?|years?'?|fortnights?";

const IN_AMOUNT: MomentPattern = {
  name: 'date.in',
  pattern: pattern(`(?:in|after) (?:about )?(${AMOUNT}) (${AHEAD_UNIT})(?: time)?`),
  read: ([, amount, unit]) => aheadOf(amount, unit),
};

const FROM_NOW: MomentPattern = {
  name: 'date.from-now',
  pattern: pattern(`(${AMOUNT}) (${AHEAD_UNIT}) (?:from (?:now|today)|away|hence)`),
  read: ([, amount, unit]) => aheadOf(amount, unit),
};

/** "within two weeks", "in the next few days". */
const WITHIN: MomentPattern = {
  name: 'date.within',
  pattern: pattern(
    `(?:within(?: the)?(?: next)?|(?:in |over |during )?the (?:next|coming)|(?:in|over) (?:next|coming)) ?(${AMOUNT})? ?(days?|weeks?|months?)`,
  ),
  read: ([, amount, unit], rest) => {
    if (amount === undefined && !/^(?:days|weeks|months)$/.test(unit ?? '')) return null;
    const number = amount === undefined ? 3 : numberOf(amount);
    const kind = UNITS[(unit ?? '').replace(/s$/, '')];
    return kind === undefined || rest.startsWith(' ago')
      ? null
      : [{ kind: 'within', amount: number, unit: kind }];
  },
};

const WEEK_TODAY: MomentPattern = {
  name: 'date.week-today',
  pattern: pattern('(?:a week (?:from )?|week from )(today|tomorrow)|(today|tomorrow) week'),
  read: ([, first, second]) => [{ kind: 'offset', days: 7 + (OFFSETS[first ?? second ?? ''] ?? 0) }],
};

const DAY_OF_MONTH: MomentPattern = {
  name: 'date.day-of-month',
  pattern: pattern(
    `(?:on )?the (\\d{1,2}) ?(?:st|nd|rd|th)|(\\d{1,2})(?:st|nd|rd|th)|on the (${ORDINAL_WORD}|\\d{1,2})|the (${ORDINAL_WORD})|the (\\d{1,2})(?=$|[.,!?]| (?:at|of|if|would|is|works|please|around|in)(?![\\p{L}]))`,
  ),
  read: ([, definite, ordinal, on, words, digits], rest) => {
    if (
      /^ (?:one|option|slot|time|choice|floor|service|car|appointment|available|free|thing)(?![\p{L}])/u.test(
        rest,
      )
    )
      return null;
    // "the second" alone picks from a list.
    if (words !== undefined && numberOf(words) <= 3) return null;
    const day = numberOf(definite ?? ordinal ?? on ?? words ?? digits ?? '');
    return day >= 1 && day <= 31 ? [{ kind: 'dayOfMonth', day }] : null;
  },
};

const SAME_DAY: MomentPattern = {
  name: 'date.same',
  pattern: pattern('(?:on )?(?:the )?same (?:day|date)'),
  read: () => [{ kind: 'same', same: 'date' }],
};

/** Longer phrases first: each keeps its words from those after it. */
export const DATES: readonly MomentPattern[] = [
  SAME_DAY,
  AFTER_TOMORROW,
  WEEK_TODAY,
  WEEKS_ON,
  WEEKDAYS_AHEAD,
  WITHIN,
  MONTH_DAYS,
  DAYS_MONTH,
  DAY_MONTH,
  MONTH_DAY,
  IN_AMOUNT,
  FROM_NOW,
  ...STRETCHES,
  WEEKDAY_SAID,
  WEEKDAYS,
  RELATIVE,
  ...MONTHS_ALONE,
  DAY_OF_MONTH,
];
