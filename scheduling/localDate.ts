/** Calendar days and wall times as plain integers: no zone, no Date object, proleptic Gregorian. */
import type { LocalDate, LocalDateTime, LocalTime, Minute } from './business';

export const MINUTES_PER_DAY = 1440;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** By the Gregorian rule, also for years before it was made. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month (1–12); 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

/** Whether the text is a day of the calendar: `2027-02-31` is not. */
export function isLocalDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (!parts) return false;
  const day = Number(parts[3]);
  return day >= 1 && day <= daysInMonth(Number(parts[1]), Number(parts[2]));
}

/** Whether the text is `HH:MM`, 00:00 to 23:59. */
export function isLocalTime(text: string): boolean {
  return TIME.test(text);
}

/** Days since 1970-01-01. Throws a RangeError for a day that does not exist. */
export function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`"${date}" is not a day of the calendar (YYYY-MM-DD)`);
  return daysFromCivil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** Days since 1970-01-01 of an existing year, month (1–12) and day of the month. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const leapToday = month > 2 && isLeapYear(year) ? 1 : 0;
  return past * 365 + leapDays + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapToday + day - 1 - 719162;
}

/** The day that is `days` after 1970-01-01, by eras of 400 years that begin on 1 March. */
export function dateOfDay(days: number): LocalDate {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** The day that many days later, or earlier for a negative number. Throws a RangeError for a day that does not exist. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday, 1 is Monday. */
export function isoWeekday(date: LocalDate): number {
  return weekdayOfDay(dayNumber(date));
}

/** ISO weekday of a day number; 1970-01-01 was a Thursday. */
export function weekdayOfDay(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** Minutes since midnight. Throws a RangeError for anything but `HH:MM`. */
export function minuteOfDay(time: LocalTime): number {
  const parts = TIME.exec(time);
  if (!parts) throw new RangeError(`"${time}" is not a time of the day (HH:MM)`);
  return Number(parts[1]) * 60 + Number(parts[2]);
}

/** `HH:MM` of minutes since midnight; minutes past a day wrap to the next morning, and 24:00 is 00:00. */
export function timeOfMinute(minutes: number): LocalTime {
  const inDay = ((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return TIMES[inDay] ?? timeWritten(inDay);
}

function timeWritten(inDay: number): LocalTime {
  return `${digits(Math.floor(inDay / 60), 2)}:${digits(inDay % 60, 2)}`;
}

/** Every minute of the day, written once. */
const TIMES = Array.from({ length: MINUTES_PER_DAY }, (_, minute) => timeWritten(minute));

/** Wall minutes since 1970-01-01T00:00 of the same clock. Throws a RangeError for what is no day and time. */
export function wallOf(local: LocalDateTime): number {
  if (local[10] !== 'T') throw new RangeError(`"${local}" is not a local time (YYYY-MM-DDTHH:MM)`);
  return dayNumber(local.slice(0, 10)) * MINUTES_PER_DAY + minuteOfDay(local.slice(11));
}

/** The wall time of minutes that `wallOf` counted. */
export function localOfWall(wall: number): LocalDateTime {
  const day = Math.floor(wall / MINUTES_PER_DAY);
  if (day !== latest.day) latest = { day, date: dateOfDay(day) };
  return `${latest.date}T${timeOfMinute(wall)}`;
}

/** The day written last: lists of slots are about the same one many times over. */
let latest = { day: 0, date: dateOfDay(0) };

/** The day of a local time. */
export function dateOf(local: LocalDateTime): LocalDate {
  return local.slice(0, 10);
}

/** The `HH:MM` of a local time. */
export function timeOf(local: LocalDateTime): LocalTime {
  return local.slice(11);
}

/**
 * The minute an instant falls in. Rules count whole minutes, so at 10:00:59 a notice of an hour still allows 11:00: what
 * was offered on the hour is not refused to somebody who read it for half a minute.
 */
export function minuteOf(millis: number): Minute {
  return Math.floor(millis / 60_000);
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
