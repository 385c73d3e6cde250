/** Opening hours of a branch: weekly wall times and exceptions, laid out as UTC minutes over every clock change. */
import type { Branch, HoursException, LocalDate, Minute } from './business';
import { covers, merge, type Intervals } from './interval';
import { dayNumber, MINUTES_PER_DAY, weekdayOfDay } from './localDate';
import { clipToWall, offsetAt, spansBetween, type Span } from './zone';

/** Wall minutes since midnight of one local day; `to` may pass 1440 (at most 2880) for a shift over midnight. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

interface Timetable {
  /** By ISO weekday. */
  readonly weekly: readonly (readonly Hours[])[];
  readonly exceptions: ReadonlyMap<number, HoursException>;
}

const timetables = new WeakMap<Branch, Timetable>();

/** The hours that begin on a local day, earliest first; none is closed. An exception replaces the weekly hours whole. */
export function hoursOn(branch: Branch, date: LocalDate): readonly Hours[] {
  return hoursOfDay(timetableOf(branch), dayNumber(date));
}

/** The exception of a local day, or null on an ordinary one. */
export function exceptionOn(branch: Branch, date: LocalDate): HoursException | null {
  return timetableOf(branch).exceptions.get(dayNumber(date)) ?? null;
}

/**
 * The UTC minutes at which the branch is open, at least over `[from, to)` and whole shifts beyond it. A minute is open when
 * its wall time is: hours that lie in a gap vanish, and a repeated hour is open twice.
 */
export function openIntervals(branch: Branch, from: Minute, to: Minute): Intervals {
  const timetable = timetableOf(branch);
  const spans = spansBetween(branch.zone, from - 4 * MINUTES_PER_DAY, to + 4 * MINUTES_PER_DAY);
  const first = localDay(from, branch.zone) - 2;
  const last = localDay(to, branch.zone) + 2;
  const pairs: Minute[] = [];
  for (let day = first; day <= last; day += 1) {
    for (const hours of hoursOfDay(timetable, day)) addHours(pairs, spans, day * MINUTES_PER_DAY, hours);
  }
  return merge(pairs);
}

/** Whether the branch is open over all of `[from, to)`. */
export function isOpen(branch: Branch, from: Minute, to: Minute): boolean {
  return covers(openIntervals(branch, from, to), from, to);
}

function addHours(pairs: Minute[], spans: readonly Span[], midnight: number, hours: Hours): void {
  for (const span of spans) {
    const open = clipToWall(span, midnight + hours.from, midnight + hours.to);
    if (open.from < open.to) pairs.push(open.from, open.to);
  }
}

function localDay(minute: Minute, zone: string): number {
  return Math.floor((minute + offsetAt(minute, zone)) / MINUTES_PER_DAY);
}

function hoursOfDay(timetable: Timetable, day: number): readonly Hours[] {
  return timetable.exceptions.get(day)?.open ?? timetable.weekly[weekdayOfDay(day)] ?? [];
}

function timetableOf(branch: Branch): Timetable {
  let timetable = timetables.get(branch);
  if (!timetable) timetables.set(branch, (timetable = readTimetable(branch)));
  return timetable;
}

function readTimetable(branch: Branch): Timetable {
  const weekly = Array.from({ length: 8 }, (_, weekday) =>
    branch.hours
      .filter((hours) => hours.weekday === weekday)
      .map(({ from, to }) => ({ from, to }))
      .sort(byBeginning),
  );
  const exceptions = branch.exceptions.map(
    (each) => [dayNumber(each.date), { ...each, open: [...each.open].sort(byBeginning) }] as const,
  );
  return { weekly, exceptions: new Map(exceptions) };
}

function byBeginning(left: Hours, right: Hours): number {
  return left.from - right.from;
}
