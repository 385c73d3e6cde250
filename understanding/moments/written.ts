/** Dates and times written in digits, the same in every language. */
import type { MomentPattern } from '../languages/language';
import type { Said } from './said';

/** A calendar date if day and month can be one; `first` is the day unless only the other order exists. */
function ordered(first: number, second: number, year: number | undefined, monthFirst: boolean): Said | null {
  const [day, month] = monthFirst ? [second, first] : [first, second];
  const rest = year === undefined ? {} : { year };
  if (day < 1 || month < 1 || day > 31) return null;
  if (month <= 12)
    return { kind: 'calendar', day, month, ...rest, ...(day <= 12 ? { swappable: true } : {}) };
  return month <= 31 && day <= 12 ? { kind: 'calendar', day: month, month: day, ...rest } : null;
}

function yearFrom(digits: string | undefined): number | undefined {
  if (digits === undefined || digits === '') return undefined;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function one(said: Said | null): readonly Said[] | null {
  return said ? [said] : null;
}

function clock(hour: string | undefined, minute: string | undefined): Said {
  const exact = hour?.startsWith('0') === true;
  return { kind: 'clock', hour: Number(hour), minute: Number(minute ?? 0), ...(exact ? { exact } : {}) };
}

const ISO: MomentPattern = {
  name: 'date.iso',
  pattern: /(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?:t(\d{2}):(\d{2})(?::\d{2})?)?(?!\d)/gu,
  read: ([, year, month, day, hour, minute]) => {
    const said: Said = { kind: 'calendar', day: Number(day), month: Number(month), year: Number(year) };
    if (said.month < 1 || said.month > 12 || said.day < 1 || said.day > 31) return null;
    return hour === undefined
      ? [said]
      : [said, { kind: 'clock', hour: Number(hour), minute: Number(minute), exact: true }];
  },
};

const DOTTED_YEAR: MomentPattern = {
  name: 'date.dotted',
  pattern: /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?![\d.:])/gu,
  read: ([, day, month, year]) => one(dayFirst(day, month, year)),
};

const DOTTED: MomentPattern = {
  name: 'date.dotted',
  pattern: /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\.(?!\d)/gu,
  read: ([, day, month]) => one(dayFirst(day, month, undefined)),
};

/** "28.3" can be no time; "28.03" neither; "10.30" can be no date. */
const DOTTED_BARE: MomentPattern = {
  name: 'date.dotted',
  pattern: /(?<![\d.,:])(2[5-9]|3[01]|\d{1,2})\.(0?[1-9]|1[0-2])(?![\d.:%]|,\d)/gu,
  read: ([, day, month], rest) => {
    if (/^ ?h/.test(rest)) return null;
    const couldBeTime = Number(day) < 25 && month?.length === 2;
    return couldBeTime ? null : one(dayFirst(day, month, undefined));
  },
};

function dayFirst(day: string | undefined, month: string | undefined, year: string | undefined): Said | null {
  const number = yearFrom(year);
  const said = { kind: 'calendar', day: Number(day), month: Number(month) } as const;
  if (said.month < 1 || said.month > 12 || said.day < 1 || said.day > 31) return null;
  return number === undefined ? said : { ...said, year: number };
}

function slashed(monthFirst: boolean): MomentPattern {
  return {
    name: 'date.slashed',
    pattern: /(?<![\d/])(\d{1,2})(?: ?\/ ?(\d{1,2})(?: ?\/ ?(\d{4}|\d{2}))?|-(\d{1,2})-(\d{4}))(?![\d/])/gu,
    read: ([whole, first, second, year, dashed, dashedYear], rest) => {
      if (whole === '24/7' || /^ ?(?:h\b|hour|an hour)/.test(rest)) return null;
      return one(ordered(Number(first), Number(second ?? dashed), yearFrom(year ?? dashedYear), monthFirst));
    },
  };
}

const COLON: MomentPattern = {
  name: 'time.digits',
  pattern: /(?<![\d.,:])([01]?\d|2[0-4])[:h]([0-5]\d)(?::[0-5]\d)?h?(?![\d:])/gu,
  read: ([, hour, minute]) => [clock(hour, minute)],
};

const DOT: MomentPattern = {
  name: 'time.digits',
  pattern: /(?<![\d.,:])([01]?\d|2[0-4])\.([0-5]\d)(?![\d:%]|[.,]\d)/gu,
  read: ([, hour, minute]) => [clock(hour, minute)],
};

const HOURS: MomentPattern = {
  name: 'time.hours',
  pattern: /(?<![\d.,:])([01]?\d|2[0-4])h(?![\p{L}\d])/gu,
  read: ([, hour]) => [{ kind: 'clock', hour: Number(hour), minute: 0, exact: Number(hour) > 12 }],
};

/** "1030", "930": digits that are a time only where one is expected. */
const MILITARY: MomentPattern = {
  name: 'time.military',
  pattern: /(?<![\d.,:/+\p{L}€$£#-])([01]?\d|2[0-3])([0-5]\d)(?![\d:/%€$£\p{L}]|[.,]\d)/gu,
  read: ([, hour, minute]) => [{ ...clockOnly(hour, minute), bare: true }],
};

const NUMBER: MomentPattern = {
  name: 'time.number',
  pattern: /(?<![\d.,:/+\p{L}€$£#]|[^\dmh ]-|^-)(\d{1,2})(?![\d:/%€$£\p{L}]|[.,]\d|-\p{L})/gu,
  read: ([, digits]) =>
    Number(digits) <= 31 ? [{ kind: 'clock', hour: Number(digits), minute: 0, bare: true }] : null,
};

function clockOnly(hour: string | undefined, minute: string | undefined) {
  const exact = hour?.startsWith('0') === true;
  return { kind: 'clock' as const, hour: Number(hour), minute: Number(minute), ...(exact ? { exact } : {}) };
}

/** Before the patterns of a language. In the United States the month is written first. */
export function writtenFirst(country: string): readonly MomentPattern[] {
  return [ISO, DOTTED_YEAR, DOTTED, DOTTED_BARE, slashed(country === 'US')];
}

/** After the patterns of a language, which know "10:30 pm" and "half past 10". */
export const WRITTEN_LAST: readonly MomentPattern[] = [COLON, DOT, HOURS, MILITARY, NUMBER];
