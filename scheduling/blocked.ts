/** The starts that a resource cannot take, as sorted intervals: taken time widened by the appointment, time off, full days. */
import type { Ask } from './ask';
import type { Branch, Minute, Resource } from './business';
import { standsOn, type Busy } from './busy';
import { intersect, merge, NOTHING, shorten, subtract, union, type Intervals } from './interval';
import { fullFor } from './limits';
import type { Pool } from './pools';
import { hasRoster, workingIntervals } from './workingHours';

/** The appointment asked for, wherever it starts. */
export interface Shape {
  readonly duration: number;
  readonly before: number;
  readonly after: number;
}

/** What is asked at one branch, for starts in `[from, to)`. */
export interface Scene {
  readonly ask: Ask;
  readonly branch: Branch;
  readonly shape: Shape;
  readonly from: Minute;
  readonly to: Minute;
}

/** The starts that each resource of the pool cannot take, in the pool's order. */
export function blockedForEach(scene: Scene, pool: Pool): readonly Intervals[] {
  return pool.resources.map((resource) => blockedFor(scene, pool, resource));
}

/** The starts that no resource of the pool can take; looks at no more of them than it has to. */
export function blockedForAll(scene: Scene, pool: Pool): Intervals {
  let common: Intervals | null = null;
  for (const resource of pool.resources) {
    const blocked = blockedFor(scene, pool, resource);
    common = common === null ? blocked : intersect(common, blocked);
    if (common.length === 0) return NOTHING;
  }
  return common ?? NOTHING;
}

/** The starts that are in all of them. */
export function intersectAll(all: readonly Intervals[]): Intervals {
  let common = all[0] ?? NOTHING;
  for (let at = 1; at < all.length && common.length > 0; at += 1)
    common = intersect(common, all[at] ?? NOTHING);
  return common;
}

function blockedFor(scene: Scene, { requirement }: Pool, resource: Resource): Intervals {
  const taken = takenFor(resource, requirement.whole, scene.ask.busy.get(resource.id), scene.shape);
  if (!hasRoster(resource) && !resource.limits) return taken;
  const { ask, branch, from, to } = scene;
  const full = fullFor(ask, resource, branch, from, to);
  return union(union(taken, full), offDuty(scene, resource));
}

function offDuty({ branch, shape, from, to }: Scene, resource: Resource): Intervals {
  if (!hasRoster(resource)) return NOTHING;
  const working = workingIntervals(resource, branch, from, to + shape.duration);
  return subtract([from, to], shorten(working, shape.duration - 1));
}

/** Starts at which every unit is taken, or for a whole use any unit. */
function takenFor(
  { capacity }: Resource,
  whole: boolean,
  rows: readonly Busy[] | undefined,
  shape: Shape,
): Intervals {
  if (!rows || rows.length === 0) return NOTHING;
  if (whole || capacity === 1) return forbiddenStarts(rows, shape);
  const units = Array.from({ length: capacity }, (_, unit) =>
    rows.filter((row) => standsOn(row, unit, capacity)),
  );
  return intersectAll(units.map((own) => forbiddenStarts(own, shape)));
}

/**
 * Starts that collide with one of the rows. For a row from `s` to `e` the rule of `collide`, solved for the start, forbids
 * `[s − duration − max(after, row.before) + 1, e + max(row.after, before))`: its two halves always meet.
 */
function forbiddenStarts(rows: readonly Busy[], shape: Shape): Intervals {
  const { duration, before, after } = shape;
  const forbidden: Minute[] = [];
  let [begin, end] = [0, 0];
  for (const row of rows) {
    const from = row.start - duration - (after > row.before ? after : row.before) + 1;
    const to = row.end + (before > row.after ? before : row.after);
    if (from < begin) return forbiddenInAnyOrder(rows, shape);
    if (from <= end) {
      if (to > end) end = to;
      continue;
    }
    if (end > begin) forbidden.push(begin, end);
    [begin, end] = [from, to];
  }
  if (end > begin) forbidden.push(begin, end);
  return forbidden;
}

/** The same for rows that do not come sorted by what they forbid. */
function forbiddenInAnyOrder(rows: readonly Busy[], { duration, before, after }: Shape): Intervals {
  const widened = rows.map((row) => [
    row.start - duration - Math.max(after, row.before) + 1,
    row.end + Math.max(row.after, before),
  ]);
  return merge(widened.flat());
}
