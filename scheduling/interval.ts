/** Sets of minutes as sorted half-open intervals in one flat list of numbers, so that every operation is a single sweep. */
import type { Minute } from './business';

/**
 * `[from, to, from, to, …]`: every even entry begins an interval, the next one ends it and is outside. Sorted, disjoint and
 * never touching. Flat small integers (never an Infinity) because availability sweeps thousands of them in microseconds.
 */
export type Intervals = readonly Minute[];

export const NOTHING: Intervals = [];

/** Later than any boundary, and still a small integer: an Infinity among them would make every sum slower. */
const NEVER = 2 ** 31 - 1;

/** Sorts and joins loose pairs `[from, to, …]` that may overlap or touch; empty ones (`from >= to`) vanish. */
export function merge(pairs: readonly Minute[]): Intervals {
  const sorted = isSorted(pairs) ? pairs : sortPairs(pairs);
  const merged: Minute[] = [];
  let end = -Infinity;
  for (let at = 0; at < sorted.length; at += 2) {
    const from = sorted[at] ?? 0;
    const to = sorted[at + 1] ?? 0;
    if (from >= to) continue;
    if (from > end) merged.push(from, (end = to));
    else if (to > end) merged[merged.length - 1] = end = to;
  }
  return merged;
}

/** What is in either; the answer may be one of the two lists itself. */
export function union(a: Intervals, b: Intervals): Intervals {
  if (a.length === 0) return b;
  return b.length === 0 ? a : combine(a, b, IN_EITHER);
}

/** The union, cheap where the second lies wholly behind the first. */
export function append(a: Intervals, b: Intervals): Intervals {
  const seam = a.at(-1) ?? -Infinity;
  return (b[0] ?? Infinity) > seam ? a.concat(b) : union(a, b);
}

/** Written out rather than by `combine`: availability intersects a hundred calendars in one question. */
export function intersect(a: Intervals, b: Intervals): Intervals {
  const common: Minute[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const endA = a[i + 1] ?? 0;
    const endB = b[j + 1] ?? 0;
    const from = Math.max(a[i] ?? 0, b[j] ?? 0);
    const to = Math.min(endA, endB);
    if (from < to) common.push(from, to);
    if (endA <= endB) i += 2;
    if (endB <= endA) j += 2;
  }
  return common;
}

/** What is in `a` and not in `b`. */
export function subtract(a: Intervals, b: Intervals): Intervals {
  return combine(a, b, IN_FIRST_ONLY);
}

/** The part within `[from, to)`. */
export function clip(intervals: Intervals, from: Minute, to: Minute): Intervals {
  if (from >= to) return NOTHING;
  // Of an interval that is cut, the boundary before `from` or the first one from `to` on comes along, and is moved.
  const begin = boundariesUpTo(intervals, from);
  const end = boundariesUpTo(intervals, to - 1);
  const part = intervals.slice(begin - (begin % 2), end + (end % 2));
  if (begin % 2 === 1) part[0] = from;
  if (end % 2 === 1) part[part.length - 1] = to;
  return part;
}

/** Every interval ended `by` minutes earlier; those that are no longer than that vanish. */
export function shorten(intervals: Intervals, by: number): Intervals {
  const shorter: Minute[] = [];
  for (let at = 0; at < intervals.length; at += 2) {
    const from = intervals[at] ?? 0;
    const to = (intervals[at + 1] ?? 0) - by;
    if (from < to) shorter.push(from, to);
  }
  return shorter;
}

/** Whether the minute is inside: the end of an interval is not. */
export function contains(intervals: Intervals, minute: Minute): boolean {
  return boundariesUpTo(intervals, minute) % 2 === 1;
}

/** Whether all of `[from, to)` is inside one interval. */
export function covers(intervals: Intervals, from: Minute, to: Minute): boolean {
  const passed = boundariesUpTo(intervals, from);
  return passed % 2 === 1 && (intervals[passed] ?? -Infinity) >= to;
}

/** How many boundaries are at or before a minute: odd means that the minute is inside. */
export function boundariesUpTo(intervals: Intervals, minute: Minute): number {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((intervals[middle] ?? Infinity) <= minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is kept, a bit for each way to be inside: 1 in neither, 2 in the first only, 4 in the second only, 8 in both. */
const IN_EITHER = 2 + 4 + 8;
const IN_FIRST_ONLY = 2;

/** Walks the boundaries of both and keeps a boundary wherever being kept changes. */
function combine(a: Intervals, b: Intervals, kept: number): Intervals {
  const result: Minute[] = [];
  let i = 0;
  let j = 0;
  let inside = 0;
  while (i < a.length || j < b.length) {
    const nextA = i < a.length ? (a[i] ?? 0) : NEVER;
    const nextB = j < b.length ? (b[j] ?? 0) : NEVER;
    if (nextA <= nextB) i += 1;
    if (nextB <= nextA) j += 1;
    const now = (kept >> ((i & 1) | ((j & 1) << 1))) & 1;
    if (now !== inside) result.push(nextA < nextB ? nextA : nextB);
    inside = now;
  }
  return result;
}

function isSorted(pairs: readonly Minute[]): boolean {
  for (let at = 2; at < pairs.length; at += 2) if ((pairs[at] ?? 0) < (pairs[at - 2] ?? 0)) return false;
  return true;
}

function sortPairs(pairs: readonly Minute[]): readonly Minute[] {
  const order: (readonly [Minute, Minute])[] = [];
  for (let at = 0; at < pairs.length; at += 2) order.push([pairs[at] ?? 0, pairs[at + 1] ?? 0]);
  return order.sort((left, right) => left[0] - right[0]).flat();
}
