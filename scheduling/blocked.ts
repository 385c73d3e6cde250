/** The starts that taken time forbids: busy rows widened by the appointment asked for, as sorted intervals of starts. */
import type { Minute, Resource } from './business';
import type { Busy, BusyByResource } from './busy';
import { intersect, merge, NOTHING, union, type Intervals } from './interval';
import type { Pool } from './pools';

/** The appointment asked for, wherever it starts. */
export interface Shape {
  readonly duration: number;
  readonly before: number;
  readonly after: number;
}

/** A pool with the starts that each of its resources cannot take, in the pool's order. */
export interface PoolState {
  readonly pool: Pool;
  readonly blocked: readonly Intervals[];
}

export function stateOf(pool: Pool, busy: BusyByResource, shape: Shape): PoolState {
  const blocked = pool.resources.map((each) =>
    blockedFor(each, pool.requirement.whole, busy.get(each.id), shape),
  );
  return { pool, blocked };
}

/** Starts at which at least one of the pools has nobody. */
export function blockedForAny(states: readonly PoolState[]): Intervals {
  return states.reduce<Intervals>((blocked, state) => union(blocked, intersectAll(state.blocked)), NOTHING);
}

/** Starts at which the resource cannot take it: every unit is taken, or for a whole use any unit. */
export function blockedFor(
  resource: Resource,
  whole: boolean,
  rows: readonly Busy[] | undefined,
  shape: Shape,
): Intervals {
  if (!rows || rows.length === 0) return NOTHING;
  if (whole || resource.capacity === 1) return forbiddenStarts(rows, shape);
  const units = Array.from({ length: resource.capacity }, (_, unit) =>
    rows.filter((row) => row.unit === unit),
  );
  return intersectAll(units.map((own) => forbiddenStarts(own, shape)));
}

function intersectAll(all: readonly Intervals[]): Intervals {
  let common = all[0] ?? NOTHING;
  for (let at = 1; at < all.length && common.length > 0; at += 1)
    common = intersect(common, all[at] ?? NOTHING);
  return common;
}

/**
 * Starts that collide with one of the rows. For a row from `s` to `e` the rule of `collide`, solved for the start, forbids
 * `[s − duration − max(after, row.before) + 1, e + max(row.after, before))`: its two halves always meet.
 */
function forbiddenStarts(rows: readonly Busy[], shape: Shape): Intervals {
  const pairs: Minute[] = [];
  for (const row of rows) {
    const from = row.start - shape.duration - Math.max(shape.after, row.before) + 1;
    pairs.push(from, row.end + Math.max(row.after, shape.before));
  }
  return merge(pairs);
}
