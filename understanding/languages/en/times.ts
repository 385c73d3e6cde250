/** English times of day: clocks, parts of the day, windows, and wishes such as "as soon as possible". */
import type { PartOfDay } from '../../moment';
import type { ClockSaid, Said } from '../../moments/said';
import type { MomentPattern } from '../language';
import { AMOUNT, HOUR_WORD, MINUTE_WORD, numberOf } from './numbers';

const HOUR = `[01]?\\d|2[0-4]|${HOUR_WORD}`;

function pattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}.:,/-])(?:${source})(?![\\p{L}\\p{N}])`, 'gu');
}

function clock(hour: number, minute: number, more: Partial<ClockSaid> = {}): ClockSaid {
  return { kind: 'clock', hour, minute, ...more };
}

const HALF: MomentPattern = {
  name: 'time.am-pm',
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}.:,/])(${HOUR})(?:(?:[:.h]| (?=[0-5]\\d)| ?(?=${MINUTE_WORD}))([0-5]\\d|${MINUTE_WORD})|([0-5]\\d))?(?:(?: o'?clock)?(?: in the| ish)? ?(?:([ap])\\.? ?m\\b\\.?)|([ap])(?![\\p{L}\\p{N}']))`,
    'gu',
  ),
  read: ([, hour, minute, joined, long, short]) => {
    const number = numberOf(hour ?? '');
    const half = (long ?? short) === 'a' ? 'am' : 'pm';
    if (number > 23) return null;
    if (number > 12) return [clock(number, numberOf(minute ?? joined ?? '0'), { exact: true })];
    return [clock(number, (minute ?? joined) ? numberOf(minute ?? joined ?? '0') : 0, { half })];
  },
};

/** "half past two", "quarter to nine", "20 past 2 pm", and the British "half nine", which is 9:30. */
const PAST: MomentPattern = {
  name: 'time.past-to',
  pattern: pattern(
    `(?:a )?(half|quarter|\\d{1,2}|${MINUTE_WORD})(?: minutes?| mins?)? (past|after|to|before|till|of) (${HOUR})(?: ?([ap])\\.? ?m\\b\\.?)?|half (${HOUR})(?: ?([ap])\\.? ?m\\b\\.?)?`,
  ),
  read: ([, part, relation, hour, half, british, britishHalf]) => {
    if (british !== undefined) return halfPast(numberOf(british), britishHalf);
    const minutes = part === 'half' ? 30 : part === 'quarter' ? 15 : numberOf(part ?? '');
    const number = numberOf(hour ?? '');
    // "9 to 11" is a range and "10 after 3" two numbers; "20 to 4" can only be minutes.
    if (/^\d/.test(part ?? '') && relation !== 'past' && minutes < 20) return null;
    if (minutes > 30 || minutes % 5 !== 0 || Number.isNaN(number)) return null;
    const past = relation === 'past' || relation === 'after';
    return [past ? clock(number, minutes, halfOf(half)) : minutesTo(number, minutes, half)];
  },
};

/** "at 10 to 4" is no range: "at" wants one time. */
const AT_TO: MomentPattern = {
  name: 'time.past-to',
  pattern: new RegExp(
    `(?<=(?<![\\p{L}])at )(5|10|15) (?:minutes? |mins? )?to (${HOUR})(?: ?([ap])\\.? ?m\\b\\.?)?(?![\\p{L}\\p{N}:.])`,
    'gu',
  ),
  read: ([, minutes, hour, half]) => [minutesTo(numberOf(hour ?? ''), Number(minutes), half)],
};

function halfOf(letter: string | undefined): Partial<ClockSaid> {
  return letter === undefined ? {} : { half: letter === 'a' ? 'am' : 'pm' };
}

function minutesTo(hour: number, minutes: number, half: string | undefined): ClockSaid {
  return clock(hour === 1 ? 12 : hour - 1, 60 - minutes, halfOf(half));
}

function halfPast(hour: number, half: string | undefined): readonly Said[] | null {
  return hour >= 1 && hour <= 12 ? [clock(hour, 30, halfOf(half))] : null;
}

const OCLOCK: MomentPattern = {
  name: 'time.oclock',
  pattern: pattern(`(${HOUR}) ?(?:o['"]? ?clock|uhr)`),
  read: ([, hour]) => [clock(numberOf(hour ?? ''), 0)],
};

/** "at 7 40", as voice typing writes it; "9 15 in the morning". */
const SPACED: MomentPattern = {
  name: 'time.spaced',
  pattern: new RegExp(
    `(?<=(?<![\\p{L}])(?:at|around|about|before|after|until) )([01]?\\d|2[0-3]) ([0-5]\\d)(?![\\p{L}\\p{N}:.,/-])|(?<![\\p{L}\\p{N}.:,/-])([01]?\\d|2[0-3]) ([0-5]\\d)(?= (?:in the |at )?(?:morning|afternoon|evening|night))`,
    'gu',
  ),
  read: ([, hour, minute, otherHour, otherMinute]) => [
    clock(Number(hour ?? otherHour), Number(minute ?? otherMinute)),
  ],
};

/** "ten thirty", "nine oh five". */
const WORDS: MomentPattern = {
  name: 'time.words',
  pattern: pattern(`(${HOUR_WORD})[ -](?:(?:oh|o)[ -](${HOUR_WORD})|(${MINUTE_WORD}))`),
  read: ([, hour, small, minute], rest) => {
    if (/^ (?:minutes?|mins?|hours?|days?|people|weeks?)\b/.test(rest)) return null;
    const minutes = numberOf(small ?? minute ?? '');
    return minutes < 60 ? [clock(numberOf(hour ?? ''), minutes)] : null;
  },
};

const NOON: MomentPattern = {
  name: 'time.noon',
  pattern: pattern("(?:12 )?(noon|midnight)|midday|(?:at )?12 ?o'?clock noon"),
  read: ([whole]) => [
    whole.includes('midnight') ? clock(0, 0, { exact: true }) : clock(12, 0, { exact: true }),
  ],
};

/** A number in words is a time only where a bare "3" would be. */
const BARE: MomentPattern = {
  name: 'time.number-word',
  // "one" is mostly a thing: "a new one for Friday".
  pattern: pattern(
    `(?<=(?:at|around|about|after|before|until|till|from|to|between|by) )(one)(?:ish)?|(one)(?= in the )|(${HOUR_WORD.replace('one|', '')})(?:ish)?`,
  ),
  read: ([, led, one, hour]) => [clock(numberOf(led ?? one ?? hour ?? ''), 0, { bare: true })],
};

const ISH: MomentPattern = {
  name: 'time.ish',
  pattern: pattern(`(\\d{1,2})(?:[:.]([0-5]\\d))?-?ish`),
  read: ([, hour, minute]) => (Number(hour) <= 24 ? [clock(Number(hour), Number(minute ?? 0))] : null),
};

const PARTS: Readonly<Record<string, PartOfDay>> = {
  morning: 'morning',
  mornings: 'morning',
  afternoon: 'afternoon',
  afternoons: 'afternoon',
  arvo: 'afternoon',
  evening: 'evening',
  evenings: 'evening',
  night: 'night',
  lunchtime: 'midday',
  lunch: 'midday',
};

const PART: MomentPattern = {
  name: 'time.part',
  pattern: pattern(
    '(?:any ?time )?(?:(?:in|during|at|on|for) )?(?:(?:the|my) )?(?:(this) )?(?:(?:early|late|mid) ?-?)?(mornings?|afternoons?|arvo|evenings?|night|lunchtime|lunch(?: (?:break|time|hour))?)',
  ),
  read: ([, day, word]) => {
    const part = PARTS[(word ?? '').split(' ')[0] ?? ''];
    if (!part) return null;
    return day === undefined
      ? [{ kind: 'part', part }]
      : [
          { kind: 'offset', days: 0 },
          { kind: 'part', part },
        ];
  },
};

const TONIGHT: MomentPattern = {
  name: 'time.tonight',
  pattern: pattern('tonight'),
  read: () => [
    { kind: 'offset', days: 0 },
    { kind: 'part', part: 'evening' },
  ],
};

const FIRST_THING: MomentPattern = {
  name: 'time.first-thing',
  pattern: pattern('(?:the )?first thing(?: in the morning)?'),
  read: () => [
    { kind: 'part', part: 'morning' },
    { kind: 'pick', pick: 'first' },
  ],
};

const WINDOW: MomentPattern = {
  name: 'time.window',
  pattern: pattern('(after|before|until|till|by) (?:the )?(work|school|lunch|noon|midday)(?: hours)?'),
  read: ([, relation, what]) => {
    if (relation !== 'after')
      return [{ kind: 'window', until: what === 'work' ? 540 : what === 'school' ? 480 : 720 }];
    const from = what === 'work' ? 1020 : what === 'school' ? 900 : what === 'lunch' ? 780 : 720;
    return [{ kind: 'window', from }];
  },
};

const TIME_UNIT = 'hours?|hrs?|h|minutes?|mins?|min|m';

const SOON: MomentPattern = {
  name: 'time.soon',
  pattern: pattern(
    `(?:in|within)(?: (?:about|around|approximately|like|the next|another|~))? ?(half an|an hour and a half|\\d[.,]5|${AMOUNT})(?: and an? half)? ?(${TIME_UNIT})?(?: and a half)?(?:' time| time)?|(half an|${AMOUNT}) ?(${TIME_UNIT}) from now`,
  ),
  read: ([whole, amount, unit, otherAmount, otherUnit]) => {
    if (amount === 'an hour and a half') return [{ kind: 'soon', minutes: 90 }];
    const what = unit ?? otherUnit;
    if (what === undefined) return null;
    const half = / and an? half/.test(whole) ? 30 : 0;
    const minutes = minutesOf(amount ?? otherAmount ?? '', what) + half;
    return Number.isNaN(minutes) ? null : [{ kind: 'soon', minutes }];
  },
};

function minutesOf(amount: string, unit: string): number {
  if (amount === 'half an') return 30;
  if (/^\d[.,]5$/.test(amount)) return (Number(amount[0]) + 0.5) * (unit.startsWith('h') ? 60 : 1);
  return numberOf(amount) * (unit.startsWith('h') ? 60 : 1);
}

const MINUTES_A_DAY = 1440;

function shiftOf(amount: string, unit: string): number {
  const days = unit.startsWith('d') ? 1 : unit.startsWith('w') ? 7 : 0;
  return days === 0 ? minutesOf(amount, unit) : numberOf(amount) * days * MINUTES_A_DAY;
}

const SHIFT: MomentPattern = {
  name: 'time.shift',
  pattern: pattern(
    `(half an|${AMOUNT}) ?(hours?|hrs?|minutes?|mins?|min|days?|weeks?) (later|earlier|after that|before that|sooner)|(?:the )?(?:next|following) day|(?:the )?day (after)(?: that)?(?! tomorrow)|(?:the )?day (before)(?: that)?`,
  ),
  read: ([, amount, unit, direction, , before]) => {
    if (amount === undefined)
      return [{ kind: 'shift', minutes: before === undefined ? MINUTES_A_DAY : -MINUTES_A_DAY }];
    const minutes = shiftOf(amount, unit ?? '');
    if (Number.isNaN(minutes)) return null;
    return [{ kind: 'shift', minutes: /^(?:later|after)/.test(direction ?? '') ? minutes : -minutes }];
  },
};

/** "back an hour", "by half an hour": later, unless it is brought forward. */
const SHIFT_BY: MomentPattern = {
  name: 'time.shift-by',
  pattern: pattern(
    `(forward|back|by)(?: by)? (half an|${AMOUNT}) ?(hours?|hrs?|minutes?|mins?|min|days?|weeks?)(?! (?:later|earlier|sooner|late))`,
  ),
  read: ([, direction, amount, unit]) => {
    const minutes = shiftOf(amount ?? '', unit ?? '');
    if (Number.isNaN(minutes)) return null;
    return [{ kind: 'shift', minutes: direction === 'forward' ? -minutes : minutes }];
  },
};

const SAME_TIME: MomentPattern = {
  name: 'time.same',
  pattern: pattern('(?:at )?(?:the )?same time'),
  read: () => [{ kind: 'same', same: 'time' }],
};

const FIRST: MomentPattern = {
  name: 'time.first',
  pattern: pattern(
    "asap|the sooner the better|a\\.s\\.a\\.p\\.?|as (?:soon|early|quickly|fast) as (?:possible|you can|u can|can be)|(?:the |your |at your )?(?:very )?(?:earliest|soonest|first|next)(?: possible| free| available| open)(?: slot| time| appointment| one| opening| date| day)?|(?:the |your )?(?:earliest|soonest)(?: slot| time| appointment| one| opening| date| day)?|right (?:now|away)|straight ?away|immediately|whenever(?: you(?:'re| are)? (?:can|free|available)| (?:is|it's)? ?(?:possible|free|suits(?: you)?|works))?|(?:the )?first (?:slot|opening)|the first (?:time|appointment)",
  ),
  read: ([whole], rest) =>
    /^(?:the )?(?:earliest|soonest)$/.test(whole) && /^ (?:i|we) can\b/.test(rest)
      ? null
      : [{ kind: 'pick', pick: 'first' }],
};

const LAST: MomentPattern = {
  name: 'time.last',
  pattern: pattern(
    '(?:the |your )?(?:very )?(?:latest|last) (?:possible|free|available|open)(?: slot| time| appointment| opening)?|(?:the |your )?(?:very )?(?:latest|last) (?:appointment|time)(?= (?:on|tomorrow|today|this|next|you have|you can|with|at|in))|(?<!(?:at the|\\d|[ap]m) )(?:the |your )?latest(?= (?:on|you have|you can|you have got|that is free|with|tomorrow|today|next week))|(?:the |your )?(?:very )?(?:latest|last) (?:slot|opening)(?: of the day)?|the last (?:time|appointment) of the day|as late as possible|(?<=what(?: is|.s) )(?:the |your )?latest(?= ?(?:then|possible)?[ ?.!]*$)|(?:at the )?end of (?:the )?day',
  ),
  read: () => [{ kind: 'pick', pick: 'last' }],
};

/** Longer phrases first: each keeps its words from those after it. */
export const TIMES_BEFORE_DATES: readonly MomentPattern[] = [
  SAME_TIME,
  SHIFT,
  SHIFT_BY,
  SOON,
  FIRST_THING,
  FIRST,
  LAST,
  WINDOW,
  TONIGHT,
  AT_TO,
  PAST,
  HALF,
  SPACED,
];
export const TIMES_AFTER_DATES: readonly MomentPattern[] = [ISH, OCLOCK, NOON, WORDS, PART];
/** Last of all, when written times are taken: "three". */
export const TIMES_LAST: readonly MomentPattern[] = [BARE];
