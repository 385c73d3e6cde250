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
 * The grid minutes within the intervals, ascending, at most `limit`. Wall times in a gap have no minute, those of a repeated
 * hour have two.
 */
export function gridMinutes(within: Intervals, grid: Grid, limit = Infinity): Minute[] {
  const minutes: Minute[] = [];
  const spans = spansBetween(grid.zone, within[0] ?? 0, within.at(-1) ?? 0);
  for (let at = 0; at < within.length && minutes.length < limit; at += 2) {
    for (const span of spans) addMinutes(minutes, span, grid.step, within[at] ?? 0, within[at + 1] ?? 0);
  }
  return minutes.length > limit ? minutes.slice(0, limit) : minutes;
}

/** Adds the grid minutes of one span within `[from, to)`, day by day where the grid does not divide a day. */
function addMinutes(minutes: Minute[], span: Span, step: number, from: Minute, to: Minute): void {
  const end = Math.min(to, span.to);
  const restarts = MINUTES_PER_DAY % step !== 0;
  let next = Math.max(from, span.from);
  while (next < end) {
    const ofDay = wallMinuteOfDay(next + span.offset);
    const dayEnd = restarts ? Math.min(end, next + MINUTES_PER_DAY - ofDay) : end;
    next += (step - (ofDay % step)) % step;
    for (; next < dayEnd; next += step) minutes.push(next);
    next = dayEnd;
  }
}

function wallMinuteOfDay(wall: number): number {
  return wall - Math.floor(wall / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}
