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

/** Starts at which no resource of the pool can take the appointment. */
export function blockedForPool(pool: Pool, busy: BusyByResource, shape: Shape): Intervals {
  let blocked: Intervals | null = null;
  for (const resource of pool.resources) {
    const own = blockedFor(resource, pool.requirement.whole, busy.get(resource.id), shape);
    blocked = blocked === null ? own : intersect(blocked, own);
    if (blocked.length === 0) return NOTHING;
  }
  return blocked ?? NOTHING;
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
  let blocked: Intervals | null = null;
  for (let unit = 0; unit < resource.capacity; unit += 1) {
    const own = forbiddenStarts(
      rows.filter((row) => row.unit === unit),
      shape,
    );
    blocked = blocked === null ? own : intersect(blocked, own);
  }
  return blocked ?? NOTHING;
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

/** Starts at which at least one of the pools has nobody. */
export function blockedForAny(pools: readonly Pool[], busy: BusyByResource, shape: Shape): Intervals {
  return pools.reduce<Intervals>(
    (blocked, pool) => union(blocked, blockedForPool(pool, busy, shape)),
    NOTHING,
  );
}
