/** What is ruled out, and which days alone are wanted: "not Monday", "no mornings", "weekdays only". */
import type { LocalDate, LocalTime } from '../../scheduling/business';
import type { Moment } from '../moment';
import { clockOf, plusDays } from './calendar';
import { readDate } from './dates';
import type { DateSaid, Said, Weekdays } from './said';
import { isDate } from './said';
import { present } from './sketch';

/** Days of a stretch that are ruled out one by one: "not this week", "not in April". */
const MOST_DAYS = 31;

/** Days off at the end of the week, by country; elsewhere Saturday and Sunday. */
const WEEKENDS: Readonly<Record<string, readonly number[]>> = {
  IR: [4, 5],
  AF: [4, 5],
  EG: [5, 6],
  SA: [5, 6],
  KW: [5, 6],
  QA: [5, 6],
  BH: [5, 6],
  OM: [5, 6],
  IQ: [5, 6],
  JO: [5, 6],
  DZ: [5, 6],
  LY: [5, 6],
  SD: [5, 6],
};
const WEEK = [1, 2, 3, 4, 5, 6, 7];

interface Reading {
  readonly today: LocalDate;
  readonly country: string;
}

/** `said` are the pieces that were denied. */
export function unwanted(
  said: readonly Said[],
  reading: Reading,
): Pick<Moment, 'exclude' | 'avoid' | 'avoidTimes'> {
  const exclude = said.flatMap((each) => daysOf(each, reading));
  const avoid = said.flatMap((each) => (each.kind === 'part' ? [each.part] : []));
  const avoidTimes = said.flatMap(timesOf);
  return present({ exclude: some(exclude), avoid: some(avoid), avoidTimes: some(avoidTimes) });
}

/** The days of the week that were named as the only ones. */
export function onlyDays(said: readonly Said[], { country }: Reading): number[] {
  return said.flatMap((each) => (each.kind === 'weekdays' ? weekdaysOf(each.days, country) : []));
}

function weekdaysOf(days: Weekdays, country: string): readonly number[] {
  if (typeof days !== 'string') return days;
  const weekend = WEEKENDS[country] ?? [6, 7];
  return days === 'weekends' ? weekend : WEEK.filter((day) => !weekend.includes(day));
}

function daysOf(said: Said, reading: Reading): readonly (number | LocalDate)[] {
  if (said.kind === 'weekdays') return weekdaysOf(said.days, reading.country);
  if (!isDate(said)) return [];
  return said.kind === 'weekday' && said.which === 'bare' && !said.weeks
    ? [said.weekday]
    : datesOf(said, reading.today);
}

function datesOf(said: DateSaid, today: LocalDate): readonly LocalDate[] {
  const read = readDate([said], today, '');
  const first = read?.date?.value;
  if (first === undefined) return [];
  const last = read?.untilDate ?? first;
  const days = Array.from({ length: MOST_DAYS }, (_, index) => plusDays(first, index));
  return days.filter((day) => day <= last);
}

function timesOf(said: Said): readonly LocalTime[] {
  if (said.kind !== 'clock') return [];
  const minutes = said.hour * 60 + said.minute;
  if (said.half) return [clockOf((minutes % 720) + (said.half === 'pm' ? 720 : 0))];
  // without "am" or "pm" both hours of the day are out: only one of them can be on offer
  const other = said.hour < 12 && said.exact !== true ? [clockOf(minutes + 720)] : [];
  return [clockOf(minutes % 1440), ...other];
}

function some<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}
