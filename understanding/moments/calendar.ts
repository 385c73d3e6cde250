/** Arithmetic on calendar days, without zone or clock. */
import type { LocalDate } from '../../scheduling/business';

const DAY_MS = 86_400_000;

/** Days since 1 January 1970. */
export function dayNumber(date: LocalDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

export function dateOf(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function plusDays(date: LocalDate, days: number): LocalDate {
  return dateOf(dayNumber(date) + days);
}

/** ISO weekday, 1 is Monday. */
export function weekdayOf(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Monday of the date's ISO week. */
export function mondayOf(date: LocalDate): LocalDate {
  return plusDays(date, 1 - weekdayOf(date));
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

export function dayOf(date: LocalDate): number {
  return Number(date.slice(8, 10));
}

/** `month` is 1 … 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day must exist. */
export function dateFrom(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The same day `months` later, or the last day of a shorter month. */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  const { year, month } = monthAfter(date, months);
  return dateFrom(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** Year and month that lie `months` after the month of the date. */
export function monthAfter(date: LocalDate, months: number): { year: number; month: number } {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

export function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `HH:MM` of minutes since midnight. */
export function clockOf(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
