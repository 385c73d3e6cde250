/**
 * Which day is meant by what was said of it. The policies:
 * a weekday alone is the soonest one after today (said on that very day: a week later, with today as the other reading);
 * "this" is of this week if still to come; "next" is of next week (Monday to Sunday), with a nearer one as the other reading;
 * a date without a year is the next such date; a weekday and a date that disagree are kept apart, never guessed;
 * a day that does not exist is answered with the last day of its month and the first of the next.
 */
import type { LocalDate } from '../../scheduling/business';
import type { Moment, Part } from '../moment';
import {
  dateFrom,
  dayNumber,
  daysInMonth,
  monthAfter,
  mondayOf,
  plusDays,
  plusMonths,
  weekdayOf,
  yearOf,
  monthOf,
} from './calendar';
import type { DateKind, DateSaid } from './said';
import { stretchOf } from './stretches';

export type DateRead = Pick<Moment, 'date' | 'untilDate' | 'only' | 'impossible' | 'conflict'>;

type Of<K extends DateKind> = Extract<DateSaid, { readonly kind: K }>;

/** How many months ahead a weekday may look for "the 15th" that falls on it. */
const MONTHS_FOR_WEEKDAY = 2;

/** `said` are pieces about one day; `words` is what the customer wrote, for a day that does not exist. */
export function readDate(said: readonly DateSaid[], today: LocalDate, words: string): DateRead | null {
  const find = <K extends DateKind>(kind: K) => said.find((piece): piece is Of<K> => piece.kind === kind);
  const weekday = find('weekday');
  if (weekday && said.length > 1)
    return withWeekday(
      weekday,
      said.filter((piece) => piece !== weekday),
      today,
      words,
    );
  const dayOfMonth = find('dayOfMonth');
  const months = find('monthsAhead');
  if (dayOfMonth && months) {
    const { year, month } = monthAfter(today, months.months);
    return calendarDay({ kind: 'calendar', day: dayOfMonth.day, month, year }, today, words);
  }
  const month = find('month');
  if (dayOfMonth && month)
    return calendarDay({ ...month, kind: 'calendar', day: dayOfMonth.day }, today, words);
  const first = said[0];
  return first ? readOne(first, today, words) : null;
}

function readOne(said: DateSaid, today: LocalDate, words: string): DateRead | null {
  switch (said.kind) {
    case 'offset':
      return { date: sure(plusDays(today, said.days)) };
    case 'ahead':
      return { date: sure(ahead(said, today)) };
    case 'weekday':
      return { date: weekdayDate(said, today) };
    case 'within':
      return { date: sure(today), untilDate: ahead({ ...said, kind: 'ahead' }, today) };
    case 'calendar':
      return calendarDay(said, today, words);
    case 'dayOfMonth':
      return nextDayOfMonth(said.day, today);
    case 'days':
    case 'week':
    case 'weekend':
    case 'month':
    case 'monthsAhead':
      return stretchOf(said, today);
    default:
      return said satisfies never;
  }
}

function sure(value: LocalDate): Part<LocalDate> {
  return { value, certain: true };
}

function ahead(said: Of<'ahead'>, today: LocalDate): LocalDate {
  switch (said.unit) {
    case 'day':
      return plusDays(today, said.amount);
    case 'week':
      return plusDays(today, 7 * said.amount);
    case 'month':
      return plusMonths(today, said.amount);
    case 'year':
      return plusMonths(today, 12 * said.amount);
    default:
      return said.unit satisfies never;
  }
}

function weekdayDate(said: Of<'weekday'>, today: LocalDate): Part<LocalDate> {
  const extra = 7 * (said.weeks ?? 0);
  const until = (said.weekday - weekdayOf(today) + 7) % 7;
  const coming = plusDays(today, until === 0 ? 7 : until);
  if (extra > 0) return sure(plusDays(coming, extra));
  switch (said.which) {
    case 'bare':
      return until === 0 ? { value: coming, certain: false, others: [today] } : sure(coming);
    case 'this':
      return sure(plusDays(today, until));
    case 'coming':
      return sure(coming);
    case 'next': {
      const value = plusDays(mondayOf(today), 6 + said.weekday);
      return value === coming ? sure(value) : { value, certain: false, others: [coming] };
    }
    default:
      return said.which satisfies never;
  }
}

/** "Thursday next week", "Friday in two weeks", "Thursday the 15th", "Thursday 15 July". */
function withWeekday(
  weekday: Of<'weekday'>,
  rest: readonly DateSaid[],
  today: LocalDate,
  words: string,
): DateRead | null {
  const week = rest.find((piece) => piece.kind === 'week');
  if (week) return { date: sure(inWeek(weekday.weekday, plusDays(today, 7 * week.weeks))) };
  const later = rest.find((piece) => piece.kind === 'ahead');
  if (later) return { date: sure(inWeek(weekday.weekday, ahead(later, today))) };
  const day = rest.find((piece) => piece.kind === 'dayOfMonth');
  if (day && rest.length === 1) return weekdayAndDay(weekday.weekday, day.day, today);
  const read = readDate(rest, today, words);
  if (!read?.date) return read;
  if (read.untilDate) return { date: sure(firstWeekdayFrom(read.date.value, weekday.weekday)) };
  return agreed(weekday.weekday, read.date, today);
}

function inWeek(weekday: number, date: LocalDate): LocalDate {
  return plusDays(mondayOf(date), weekday - 1);
}

function firstWeekdayFrom(date: LocalDate, weekday: number): LocalDate {
  return plusDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

/** "Thursday the 15th" without a month is the next 15th that is a Thursday, if one is near. */
function weekdayAndDay(weekday: number, day: number, today: LocalDate): DateRead | null {
  for (let months = 0; months <= MONTHS_FOR_WEEKDAY; months += 1) {
    const { year, month } = monthAfter(today, months);
    if (day > daysInMonth(year, month)) continue;
    const date = dateFrom(year, month, day);
    if (date >= today && weekdayOf(date) === weekday) return { date: sure(date) };
  }
  const read = nextDayOfMonth(day, today);
  return read?.date ? agreed(weekday, read.date, today) : read;
}

/** A date stands only if it is the weekday that was said with it, in one of the orders of day and month. */
function agreed(weekday: number, date: Part<LocalDate>, today: LocalDate): DateRead {
  const fitting = [date.value, ...(date.others ?? [])].find((reading) => weekdayOf(reading) === weekday);
  if (fitting !== undefined) return { date: sure(fitting) };
  return { conflict: { byWeekday: nearestWeekday(weekday, date.value, today), byDate: date.value } };
}

/** The day of that weekday nearest to the date, but not in the past. */
function nearestWeekday(weekday: number, date: LocalDate, today: LocalDate): LocalDate {
  const after = (weekday - weekdayOf(date) + 7) % 7;
  const before = plusDays(date, after - 7);
  const soonest = date < today ? date : today;
  return after > 3 && before >= soonest ? before : plusDays(date, after);
}

function calendarDay(said: Of<'calendar'>, today: LocalDate, words: string): DateRead {
  const year = said.year ?? yearOfNext(said, today);
  const last = daysInMonth(year, said.month);
  if (said.day > last) return { impossible: { said: words, nearest: around(year, said.month, last) } };
  const value = dateFrom(year, said.month, said.day);
  if (said.swappable !== true || said.day === said.month) return { date: sure(value) };
  const other = { day: said.month, month: said.day };
  const swapped = dateFrom(said.year ?? yearOfNext(other, today), other.month, other.day);
  return { date: { value, certain: false, others: [swapped] } };
}

/** The year in which that day of that month comes next; for a day that never comes, that of the month. */
function yearOfNext(said: { readonly day: number; readonly month: number }, today: LocalDate): number {
  const year = yearOf(today);
  if (said.month !== monthOf(today)) return said.month > monthOf(today) ? year : year + 1;
  return said.day >= Number(today.slice(8)) ? year : year + 1;
}

function around(year: number, month: number, last: number): LocalDate[] {
  const end = dateFrom(year, month, last);
  return [end, plusDays(end, 1)];
}

/** "the 7th": of this month if still to come, else of the next month that has such a day. */
function nextDayOfMonth(day: number, today: LocalDate): DateRead | null {
  if (day < 1 || day > 31) return null;
  for (let months = 0; months < 3; months += 1) {
    const { year, month } = monthAfter(today, months);
    if (day > daysInMonth(year, month)) continue;
    const date = dateFrom(year, month, day);
    if (dayNumber(date) >= dayNumber(today)) return { date: sure(date) };
  }
  return null;
}
