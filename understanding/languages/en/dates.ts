/** English days: relative words, weekdays, calendar dates, weeks and months. */
import type { DateSaid, Said, Third, Which } from '../../moments/said';
import type { MomentPattern } from '../language';
import { AMOUNT, CARDINAL, ORDINAL_WORD, numberOf } from './numbers';

const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 1,
  mon: 1,
  tuesday: 2,
  tues: 2,
  tue: 2,
  wednesday: 3,
  wed: 3,
  weds: 3,
  thursday: 4,
  thurs: 4,
  thur: 4,
  thu: 4,
  friday: 5,
  fri: 5,
  saturday: 6,
  sat: 6,
  sunday: 7,
  sun: 7,
};

const WEEKDAY =
  'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun';
const LONG_MONTH =
  'january|february|march|april|june|july|august|september|october|november|december|sept|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec';
const MONTH = `${LONG_MONTH}|may`;
const DAY = `\\d{1,2}(?: ?(?:st|nd|rd|th))?|${ORDINAL_WORD}`;
const YEAR = "20\\d\\d|'[2-9]\\d";

const OFFSETS: Readonly<Record<string, number>> = { today: 0, tomorrow: 1, yesterday: -1 };

function monthNumber(word: string | undefined): number {
  return MONTHS[(word ?? '').replace('.', '')] ?? 0;
}

function weekdayNumber(word: string | undefined): number {
  const key = (word ?? '').replace(/s$/, '');
  return WEEKDAYS[word ?? ''] ?? WEEKDAYS[key] ?? 1;
}

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

function pattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu');
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
    `(?:the )?(?:(this coming|this|next|following|coming|upcoming|last|past|every) )?(${WEEKDAY})(?:'s|\\.)?(?: (after next|week))?(?! of (?:this|next) month)`,
  ),
  read: ([, which, day, later]) => {
    if (which === 'last' || which === 'past') return null;
    const weekday = weekdayNumber(day);
    if (later !== undefined) return [{ kind: 'weekday', weekday, which: 'bare', weeks: 1 }];
    return [{ kind: 'weekday', weekday, which: WHICH[(which ?? '').split(' ').at(-1) ?? ''] ?? 'bare' }];
  },
};

/** "a week on Thursday", "two weeks from Monday". */
const WEEKS_ON: MomentPattern = {
  name: 'date.weeks-on-weekday',
  pattern: pattern(`(${AMOUNT}) weeks? (?:on|from) (${WEEKDAY})`),
  read: ([, amount, day]) => [
    { kind: 'weekday', weekday: weekdayNumber(day), which: 'bare', weeks: numberOf(amount ?? '') },
  ],
};

/** "two Sundays from now". */
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

const THIRDS: Readonly<Record<string, Third>> = {
  beginning: 'start',
  start: 'start',
  early: 'start',
  mid: 'middle',
  middle: 'middle',
  end: 'end',
  late: 'end',
};
const THIRD = '(?:at |by )?(?:the )?(beginning|start|early|mid|middle|end|late)(?: of)?[ -](?:the )?';
const STRETCH = 'this|next|coming|following|current';

function third(word: string | undefined): { readonly part?: Third } {
  const part = THIRDS[word ?? ''];
  return part === undefined ? {} : { part };
}

function countAhead(word: string | undefined): number {
  return word === 'next' || word === 'coming' || word === 'following' ? 1 : 0;
}

const WEEK: MomentPattern = {
  name: 'date.week',
  pattern: pattern(
    `(?:${THIRD})?(?:(?:in|during|of) )?(?:the )?(${STRETCH}) week|(?:the )?week after next|(?:the )?week after`,
  ),
  read: ([whole, part, which]) => {
    if (which !== undefined) return [{ kind: 'week', weeks: countAhead(which), ...third(part) }];
    return [{ kind: 'week', weeks: whole.endsWith('next') ? 2 : 1 }];
  },
};

const WEEK_PART: MomentPattern = {
  name: 'date.week-part',
  pattern: pattern(`${THIRD}week`),
  read: ([, part]) => [{ kind: 'week', weeks: 0, ...third(part) }],
};

const WEEKEND: MomentPattern = {
  name: 'date.weekend',
  pattern: pattern('(?:the )?(?:(this|next|coming|following) )?weekends?'),
  read: ([, which]) => [{ kind: 'weekend', weeks: which === 'next' || which === 'following' ? 1 : 0 }],
};

const MONTH_AHEAD: MomentPattern = {
  name: 'date.month-ahead',
  pattern: pattern(`(?:${THIRD})?(?:of )?(?:the )?(${STRETCH}) month|${THIRD}month`),
  read: ([, part, which, bare]) => [
    { kind: 'monthsAhead', months: countAhead(which), ...third(part ?? bare) },
  ],
};

const MONTH_ALONE: MomentPattern = {
  name: 'date.month',
  pattern: pattern(
    `(?:${THIRD})?(${LONG_MONTH})(?: (20\\d\\d))?|(?:${THIRD}|(?:in|during|next|sometime in) )(may)(?: (20\\d\\d))?`,
  ),
  read: ([, part, month, year, mayPart, may, mayYear], rest) => {
    if (month === 'march' && /^ (?:in|into|up|on)\b/.test(rest)) return null;
    const number = monthNumber(month ?? may);
    const said: DateSaid = { kind: 'month', month: number, ...third(part ?? mayPart) };
    const written = year ?? mayYear;
    return [written === undefined ? said : { ...said, year: Number(written) }];
  },
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
  WEEKEND,
  WEEK,
  WEEK_PART,
  MONTH_AHEAD,
  WEEKDAY_SAID,
  RELATIVE,
  MONTH_ALONE,
  DAY_OF_MONTH,
];
