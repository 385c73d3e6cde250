/** Opening hours as they hang on a shop's door: `mon-fri` and `08:00-12:00, 13:00-17:00`, read and written. */
import type { WeeklyHours } from '../../../scheduling/business';
import { timeOfMinute } from '../../../scheduling/localDate';

/** Wall minutes of a local day; `to` passes 1440 for a shift over midnight. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

const DAY = 1440;
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const LONG = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const SHIFT = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})(\s+next day)?$/;

/** The ISO weekday of a name, 1 is Monday; null for anything else. */
export function weekdayOf(name: string): number | null {
  const word = name.trim().toLowerCase();
  const at = Math.max(
    NAMES.findIndex((each) => each === word),
    LONG.findIndex((each) => each === word),
  );
  return at < 0 ? null : at + 1;
}

/** `mon` for 1. */
export function weekdayName(weekday: number): string {
  return NAMES[(weekday - 1) % 7] ?? 'mon';
}

/** ISO weekdays of `mon`, `mon-fri`, `sat-thu`, `mon, wed` or `daily`; null for anything else. */
export function weekdaysOf(key: string): readonly number[] | null {
  if (key.trim().toLowerCase() === 'daily') return [1, 2, 3, 4, 5, 6, 7];
  const days = key.split(',').map(runOf);
  return days.includes(null) ? null : days.flatMap((run) => run ?? []);
}

function runOf(text: string): readonly number[] | null {
  const [first, last, ...more] = text.split(/[-–]/).map(weekdayOf);
  if (first === undefined || first === null || last === null || more.length > 0) return null;
  const length = last === undefined ? 1 : ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => ((first - 1 + step) % 7) + 1);
}

/** What is wrong with hours, as the end of "must be …". */
export const HOURS_RULE = 'hours such as 08:00-17:00, several such as 08:00-12:00, 13:00-17:00, or closed';
export const ORDER_RULE =
  'hours that end after they begin; a shift over midnight is written 20:00-02:00 next day';
export const APART_RULE = 'hours that do not overlap each other';

/** The shifts of one day, earliest first, or the rule that the text breaks. */
export function shiftsOf(written: string | readonly string[]): readonly Shift[] | string {
  const texts = typeof written === 'string' ? written.split(',') : written;
  if (texts.length === 1 && texts[0]?.trim().toLowerCase() === 'closed') return [];
  const shifts: Shift[] = [];
  for (const text of texts) {
    const shift = shiftOf(text.trim());
    if (typeof shift === 'string') return shift;
    shifts.push(shift);
  }
  shifts.sort((left, right) => left.from - right.from);
  const overlap = shifts.some((shift, at) => at > 0 && shift.from < (shifts[at - 1]?.to ?? 0));
  return overlap ? APART_RULE : shifts;
}

function shiftOf(text: string): Shift | string {
  const [, fromHour, fromMinute, toHour, toMinute, next] = SHIFT.exec(text) ?? [];
  const from = minuteOf(fromHour, fromMinute);
  const to = minuteOf(toHour, toMinute);
  if (from === null || to === null || from === DAY) return HOURS_RULE;
  const end = next === undefined ? to : to + DAY;
  return end > from && end <= from + DAY ? { from, to: end } : ORDER_RULE;
}

function minuteOf(hour: string | undefined, minute: string | undefined): number | null {
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= DAY ? minutes : null;
}

/** `08:00-12:00, 13:00-17:00`, `20:00-02:00 next day`, or `closed`. */
export function shiftsText(shifts: readonly Shift[]): string {
  return shifts.length === 0 ? 'closed' : shifts.map(shiftText).join(', ');
}

function shiftText({ from, to }: Shift): string {
  const end = to > DAY ? `${timeOfMinute(to - DAY)} next day` : to === DAY ? '24:00' : timeOfMinute(to);
  return `${timeOfMinute(from)}-${end}`;
}

/** The week from its first weekday on, days in a row with the same hours under one key: `{ 'mon-fri': '08:00-17:00' }`. */
export function weekText(hours: readonly WeeklyHours[], weekStart: number): Record<string, string> {
  const week = Array.from({ length: 7 }, (_, step) => ((weekStart - 1 + step) % 7) + 1);
  const runs: { days: number[]; text: string }[] = [];
  for (const day of week) {
    const text = shiftsText(hours.filter(({ weekday }) => weekday === day).sort((a, b) => a.from - b.from));
    const last = runs.at(-1);
    if (last?.text === text) last.days.push(day);
    else runs.push({ days: [day], text });
  }
  const open = runs.filter(({ text }) => text !== 'closed');
  return Object.fromEntries(open.map(({ days, text }) => [runName(days), text]));
}

function runName(days: readonly number[]): string {
  const [first = 1] = days;
  if (days.length === 7) return 'daily';
  return days.length === 1
    ? weekdayName(first)
    : `${weekdayName(first)}-${weekdayName(days.at(-1) ?? first)}`;
}
