/** Opening hours of a branch: weekly wall times and exceptions, laid out as UTC minutes over every clock change. */
import type { Branch, HoursException, LocalDate, Minute } from './business';
import { append, covers, merge, type Intervals } from './interval';
import { dayNumber, MINUTES_PER_DAY, weekdayOfDay } from './localDate';
import { clipToWall, offsetAt, spansBetween, type Span } from './zone';

/** What has hours on a wall clock: a branch, or a person of one. */
export type Opening = Pick<Branch, 'zone' | 'hours' | 'exceptions'>;

/** Wall minutes since midnight of one local day; `to` may pass 1440 (at most 2880) for a shift over midnight. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

interface Timetable {
  /** By ISO weekday. */
  readonly weekly: readonly (readonly Hours[])[];
  readonly exceptions: ReadonlyMap<number, HoursException>;
  /** Open minutes laid out before, by block of local days. */
  readonly blocks: Map<number, Intervals>;
}

const timetables = new WeakMap<Opening, Timetable>();

/** Local days that are laid out at once and kept. */
const BLOCK_DAYS = 32;
/** Blocks kept for one timetable (eleven years): whoever asks for ever other years gets them, without filling the memory. */
const MOST_BLOCKS = 128;

/** The hours that begin on a local day, earliest first; none is closed. An exception replaces the weekly hours whole. */
export function hoursOn(branch: Opening, date: LocalDate): readonly Hours[] {
  return hoursOfDay(timetableOf(branch), dayNumber(date));
}

/** The exception of a local day, or null on an ordinary one. */
export function exceptionOn(branch: Opening, date: LocalDate): HoursException | null {
  return timetableOf(branch).exceptions.get(dayNumber(date)) ?? null;
}

/**
 * The UTC minutes at which the branch is open, at least over `[from, to)` and whole shifts beyond it. A minute is open when
 * its wall time is: hours that lie in a gap vanish, and a repeated hour is open twice.
 */
export function openIntervals(branch: Opening, from: Minute, to: Minute): Intervals {
  // Hours that begin on a day reach into the next, and a zone may skip a whole day.
  const first = Math.floor((localDay(from, branch.zone) - 2) / BLOCK_DAYS);
  const last = Math.floor((localDay(to, branch.zone) + 2) / BLOCK_DAYS);
  let open = blockOf(branch, first);
  for (let block = first + 1; block <= last; block += 1) open = append(open, blockOf(branch, block));
  return open;
}

/** Whether the branch is open over all of `[from, to)`. */
export function isOpen(branch: Opening, from: Minute, to: Minute): boolean {
  return covers(openIntervals(branch, from, to), from, to);
}

function blockOf(branch: Opening, block: number): Intervals {
  const timetable = timetableOf(branch);
  const known = timetable.blocks.get(block);
  if (known) return known;
  if (timetable.blocks.size >= MOST_BLOCKS) timetable.blocks.clear();
  const open = layOut(branch, timetable, block * BLOCK_DAYS);
  timetable.blocks.set(block, open);
  return open;
}

function layOut(branch: Opening, timetable: Timetable, firstDay: number): Intervals {
  const [from, to] = [firstDay * MINUTES_PER_DAY, (firstDay + BLOCK_DAYS) * MINUTES_PER_DAY];
  const spans = spansBetween(branch.zone, from - 4 * MINUTES_PER_DAY, to + 4 * MINUTES_PER_DAY);
  const pairs: Minute[] = [];
  for (let day = firstDay; day < firstDay + BLOCK_DAYS; day += 1) {
    for (const hours of hoursOfDay(timetable, day)) addHours(pairs, spans, day * MINUTES_PER_DAY, hours);
  }
  return merge(pairs);
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

function timetableOf(branch: Opening): Timetable {
  let timetable = timetables.get(branch);
  if (!timetable) timetables.set(branch, (timetable = readTimetable(branch)));
  return timetable;
}

function readTimetable(branch: Opening): Timetable {
  const weekly = Array.from({ length: 8 }, (_, weekday) =>
    branch.hours
      .filter((hours) => hours.weekday === weekday)
      .map(({ from, to }) => ({ from, to }))
      .sort(byBeginning),
  );
  const exceptions = branch.exceptions.map(
    (each) => [dayNumber(each.date), { ...each, open: [...each.open].sort(byBeginning) }] as const,
  );
  return { weekly, exceptions: new Map(exceptions), blocks: new Map() };
}

function byBeginning(left: Hours, right: Hours): number {
  return left.from - right.from;
}
