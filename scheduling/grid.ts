/** The steps at which appointments may begin: multiples of the grid on the wall clock, counted from each local midnight. */
import type { Minute } from './business';
import type { Intervals } from './interval';
import { MINUTES_PER_DAY } from './localDate';
import { offsetAt, spansBetween, type Span } from './zone';

export interface Grid {
  readonly zone: string;
  readonly step: number;
}

export function isOnGrid(minute: Minute, grid: Grid): boolean {
  return wallMinuteOfDay(minute + offsetAt(minute, grid.zone)) % grid.step === 0;
}

/** The last minute on the grid before one that is off it, and the first after it. */
export function gridAround(minute: Minute, grid: Grid): { readonly before: Minute; readonly after: Minute } {
  let [before, after] = [minute - 1, minute + 1];
  while (!isOnGrid(before, grid)) before -= 1;
  while (!isOnGrid(after, grid)) after += 1;
  return { before, after };
}

/**
 * Every grid minute within `[first, last]` from which `duration` minutes fit into one open interval, ascending. Wall times in
 * a gap have no minute, those of a repeated hour have two.
 */
export function gridStarts(
  open: Intervals,
  grid: Grid,
  duration: number,
  first: Minute,
  last: Minute,
): Minute[] {
  const starts: Minute[] = [];
  if (first > last) return starts;
  const spans = spansBetween(grid.zone, first, last);
  for (let at = 0; at < open.length; at += 2) {
    const from = Math.max(first, open[at] ?? 0);
    const until = Math.min(last, (open[at + 1] ?? 0) - duration);
    if (from <= until) for (const span of spans) addStarts(starts, span, grid.step, from, until);
  }
  return starts;
}

/** Adds the grid minutes of one span within `[from, until]`, day by day where the grid does not divide a day. */
function addStarts(starts: Minute[], span: Span, step: number, from: Minute, until: Minute): void {
  const end = Math.min(until, span.to - 1);
  const restarts = MINUTES_PER_DAY % step !== 0;
  let next = Math.max(from, span.from);
  while (next <= end) {
    const wall = next + span.offset;
    const midnight = wall - wallMinuteOfDay(wall);
    const dayEnd = restarts ? Math.min(end, midnight + MINUTES_PER_DAY - 1 - span.offset) : end;
    next += (step - ((wall - midnight) % step)) % step;
    for (; next <= dayEnd; next += step) starts.push(next);
    next = dayEnd + 1;
  }
}

function wallMinuteOfDay(wall: number): number {
  return wall - Math.floor(wall / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}
