/** English names of months and weekdays, as parts of patterns and as numbers. */

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

export const WEEKDAY =
  'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun';
export const LONG_MONTH =
  'january|february|march|april|june|july|august|september|october|november|december|sept|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec';
export const MONTH = `${LONG_MONTH}|may`;
export const YEAR = "20\\d\\d|'[2-9]\\d";

export const OFFSETS: Readonly<Record<string, number>> = { today: 0, tomorrow: 1, yesterday: -1 };

export function monthNumber(word: string | undefined): number {
  return MONTHS[(word ?? '').replace('.', '')] ?? 0;
}

export function weekdayNumber(word: string | undefined): number {
  const key = (word ?? '').replace(/s$/, '');
  return WEEKDAYS[word ?? ''] ?? WEEKDAYS[key] ?? 1;
}

/** A pattern between word boundaries. */
export function pattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu');
}
