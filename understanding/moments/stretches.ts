/** Stretches of days: weeks, weekends, months and their parts. None begins before today. */
import type { LocalDate } from '../../scheduling/business';
import type { Moment } from '../moment';
import { dateFrom, daysInMonth, mondayOf, monthAfter, monthOf, plusDays, yearOf } from './calendar';
import type { DateKind, DateSaid, Third } from './said';

type Stretch = Extract<DateSaid, { readonly kind: 'days' | 'week' | 'weekend' | 'month' | 'monthsAhead' }>;
type Of<K extends DateKind> = Extract<DateSaid, { readonly kind: K }>;
type Days = readonly [first: LocalDate, last: LocalDate];

/** First and inclusive last day; null when all of it is over or it never comes. */
export function stretchOf(said: Stretch, today: LocalDate): Pick<Moment, 'date' | 'untilDate'> | null {
  const days = daysOf(said, today);
  if (!days || days[1] < today || days[0] > days[1]) return null;
  const first = days[0] < today ? today : days[0];
  return { date: { value: first, certain: true }, untilDate: days[1] };
}

function daysOf(said: Stretch, today: LocalDate): Days | null {
  switch (said.kind) {
    case 'days':
      return fromDayToDay(said, today);
    case 'week':
      return partOfWeek(plusDays(mondayOf(today), 7 * said.weeks), said.part);
    case 'weekend': {
      const monday = plusDays(mondayOf(today), 7 * said.weeks);
      return [plusDays(monday, 5), plusDays(monday, 6)];
    }
    case 'month':
      return partOfMonth(said.year ?? nextYearWith(said.month, today), said.month, said.part);
    case 'monthsAhead': {
      const { year, month } = monthAfter(today, said.months);
      return partOfMonth(year, month, said.part);
    }
    default:
      return said satisfies never;
  }
}

function nextYearWith(month: number, today: LocalDate): number {
  return month >= monthOf(today) ? yearOf(today) : yearOf(today) + 1;
}

function fromDayToDay(said: Of<'days'>, today: LocalDate): Days | null {
  const year = said.year ?? nextYearWith(said.month, today);
  const last = daysInMonth(year, said.month);
  if (said.from > last || said.to > last || said.to < said.from) return null;
  return [dateFrom(year, said.month, said.from), dateFrom(year, said.month, said.to)];
}

function partOfWeek(monday: LocalDate, part: Third | undefined): Days {
  const [from, to] = part === undefined ? [0, 6] : { start: [0, 1], middle: [2, 3], end: [3, 4] }[part];
  return [plusDays(monday, from ?? 0), plusDays(monday, to ?? 6)];
}

/** Thirds of a month are its first ten days, the next ten, and the rest. */
function partOfMonth(year: number, month: number, part: Third | undefined): Days {
  const last = daysInMonth(year, month);
  const [from, to] =
    part === undefined ? [1, last] : { start: [1, 10], middle: [11, 20], end: [21, last] }[part];
  return [dateFrom(year, month, from ?? 1), dateFrom(year, month, to ?? last)];
}
