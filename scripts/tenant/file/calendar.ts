/** Weekly hours, and days that differ from them, as they stand in a business file. */
import { z } from 'zod';
import type { HoursException, WeeklyHours } from '../../../scheduling/business';
import { addDays, daysBetween, isLocalDate } from '../../../scheduling/localDate';
import { HOURS_RULE, shiftsOf, weekdayName, weekdaysOf, type Shift } from './hours';
import { object, text } from './values';

const shifts = z.union([z.string(), z.array(z.string())], HOURS_RULE).transform((written, context) => {
  const found = shiftsOf(written);
  if (typeof found !== 'string') return found;
  context.addIssue(found);
  return z.NEVER;
});

const WEEK_RULE = 'hours by weekday, such as mon-fri: 08:00-17:00';
export const TWICE = 'other days than those before it';
const DAY_RULE = 'a weekday or several: mon, mon-fri, "mon, wed" or daily';

/** Hours by weekday; a day that is not named is closed. */
export const week = z.record(z.string(), shifts, WEEK_RULE).transform((given, context) => {
  const hours: WeeklyHours[] = [];
  const named = new Map<number, string>();
  for (const [key, open] of Object.entries(given)) {
    const days = weekdaysOf(key);
    if (days === null) refuseKey(context, key, DAY_RULE);
    for (const weekday of days ?? []) {
      const before = named.get(weekday);
      if (before !== undefined)
        refuseKey(context, key, `${TWICE}: ${weekdayName(weekday)} is in "${before}" already`);
      named.set(weekday, key);
      hours.push(...open.map((shift) => ({ weekday, ...shift })));
    }
  }
  return hours.sort((left, right) => left.weekday - right.weekday || left.from - right.from);
});

/** The name of the part is wrong, whatever it is set to. */
export function refuseKey(context: z.RefinementCtx, key: string, message: string): void {
  context.addIssue({ code: 'custom', path: [key], message, params: { part: 'key' } });
}

const REASON_RULE =
  'closed, hours such as 08:00-12:00, or both with a reason: { open: 08:00-12:00, reason: Christmas Eve }';
const exception = z
  .union([shifts, object(REASON_RULE, { open: shifts.optional(), reason: text.optional() })], REASON_RULE)
  .transform((given): { readonly open: readonly Shift[]; readonly reason: string | null } =>
    isShifts(given)
      ? { open: given, reason: null }
      : { open: given.open ?? [], reason: given.reason ?? null },
  );

function isShifts(given: readonly Shift[] | object): given is readonly Shift[] {
  return Array.isArray(given);
}

const EXCEPTIONS_RULE = 'days with what holds on them, such as 2026-12-24: 08:00-12:00';
export const DATES_RULE = 'a day such as 2026-12-24, or several such as 2026-08-03 to 2026-08-14';
const MOST_DAYS = 366;

/** Days on which other hours hold than in the week. */
export const exceptions = z.record(z.string(), exception, EXCEPTIONS_RULE).transform((given, context) => {
  const found = new Map<string, HoursException>();
  for (const [key, { open, reason }] of Object.entries(given)) {
    const dates = datesOf(key);
    if (dates === null) refuseKey(context, key, DATES_RULE);
    for (const date of dates ?? []) {
      if (found.has(date)) refuseKey(context, key, `${TWICE}: ${date} was named already`);
      found.set(date, { date, open: open.map(({ from, to }) => ({ from, to })), reason });
    }
  }
  return inOrder([...found.values()]);
});

/** The days of `2026-12-24` or `2026-08-03 to 2026-08-14`; null for anything else, or for more than a year. */
export function datesOf(key: string): readonly string[] | null {
  const [first = '', last = first, ...more] = key.split(/\s+to\s+/).map((part) => part.trim());
  if (more.length > 0 || !isLocalDate(first) || !isLocalDate(last)) return null;
  const length = daysBetween(first, last) + 1;
  if (length < 1 || length > MOST_DAYS) return null;
  return Array.from({ length }, (_, step) => addDays(first, step));
}

export function inOrder(days: readonly HoursException[]): readonly HoursException[] {
  return [...days].sort((left, right) => (left.date < right.date ? -1 : 1));
}

/** Days in a row on which the same holds, under one key: the other way round. */
export function keysOfDays<Same>(
  days: readonly { readonly date: string; readonly same: Same }[],
): Map<string, Same> {
  const runs: { first: string; last: string; same: Same }[] = [];
  for (const { date, same } of days) {
    const run = runs.at(-1);
    const goesOn = run !== undefined && addDays(run.last, 1) === date && isSame(run.same, same);
    if (goesOn && daysBetween(run.first, date) < MOST_DAYS) run.last = date;
    else runs.push({ first: date, last: date, same });
  }
  return new Map(runs.map(({ first, last, same }) => [first === last ? first : `${first} to ${last}`, same]));
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
