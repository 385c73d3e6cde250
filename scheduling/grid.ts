/** The steps at which appointments may begin: multiples of the grid on the wall clock, counted from each local midnight on. */
import type { Branch, Business, Minute } from './business';
import { clip, type Intervals } from './interval';
import { MINUTES_PER_DAY } from './localDate';
import { offsetAt, spansBetween } from './zone';

/** Which wall times are steps. */
export interface Grid {
  readonly zone: string;
  readonly step: number;
  /** Minutes after midnight from which steps are counted; absent is 0. */
  readonly offset?: number | undefined;
}

/** The grid of a business on the wall clock of one of its branches. */
export function gridOf({ policy }: Pick<Business, 'policy'>, { zone }: Pick<Branch, 'zone'>): Grid {
  return { zone, step: policy.gridMinutes, offset: policy.gridOffsetMinutes };
}

/** Whether the wall clock shows a step of the grid at that minute. */
export function isOnGrid(minute: Minute, grid: Grid): boolean {
  const ofDay = modulo(minute + offsetAt(minute, grid.zone), MINUTES_PER_DAY);
  return untilGrid(ofDay, grid) === 0;
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
  const runs = runsOf(within, grid);
  const minutes = new Array<Minute>(Math.min(limit, minutesIn(runs, grid.step)));
  let count = 0;
  for (let at = 0; at < runs.length && count < minutes.length; at += 2) {
    const end = runs[at + 1] ?? 0;
    for (let next = runs[at] ?? 0; next < end && count < minutes.length; next += grid.step)
      minutes[count++] = next;
  }
  return minutes;
}

/** Pairs of a minute on the grid and an end, between which every step is on the grid. */
function runsOf(within: Intervals, grid: Grid): readonly Minute[] {
  const runs: Minute[] = [];
  const add = MINUTES_PER_DAY % grid.step === 0 ? addRun : addRunsByDay;
  for (const span of spansBetween(grid.zone, within[0] ?? 0, within.at(-1) ?? 0)) {
    const part = clip(within, span.from, span.to);
    for (let at = 0; at < part.length; at += 2)
      add(runs, span.offset, grid, part[at] ?? 0, part[at + 1] ?? 0);
  }
  return runs;
}

function minutesIn(runs: readonly Minute[], step: number): number {
  let count = 0;
  for (let at = 0; at < runs.length; at += 2)
    count += Math.ceil(((runs[at + 1] ?? 0) - (runs[at] ?? 0)) / step);
  return count;
}

/** One run, where every day has the same steps. */
function addRun(runs: Minute[], offset: number, grid: Grid, from: Minute, to: Minute): void {
  const first = from + untilGrid(from + offset, grid);
  if (first < to) runs.push(first, to);
}

/** A run a day, where the grid does not divide a day and is counted anew from each midnight. */
function addRunsByDay(runs: Minute[], offset: number, grid: Grid, from: Minute, to: Minute): void {
  for (let next = from; next < to;) {
    const ofDay = modulo(next + offset, MINUTES_PER_DAY);
    const dayEnd = Math.min(to, next + MINUTES_PER_DAY - ofDay);
    const first = next + untilGrid(ofDay, grid);
    if (first < dayEnd) runs.push(first, dayEnd);
    next = dayEnd;
  }
}

/** Minutes from a wall minute to the next one on the grid; 0 on it. */
function untilGrid(wall: number, { step, offset = 0 }: Grid): number {
  return modulo(offset - wall, step);
}

function modulo(value: number, by: number): number {
  const rest = value % by;
  return rest < 0 ? rest + by : rest;
}
