/** Why a start is not offered: all reasons, in the order in which a customer should hear them. */
import { branchOf, type StartAsk } from './ask';
import { assign, footprintOf } from './assign';
import type { Resource } from './business';
import { collide, type Busy, type Footprint } from './busy';
import { poolsOf, type NoPool, type Pool } from './pools';
import { refusals, type Refusal } from './rules';

/** What stands in the way on one resource. */
export interface Blocker {
  readonly resource: string;
  readonly busy: Busy;
  /** `buffer` when the services themselves would not overlap. */
  readonly because: 'booking' | 'buffer';
}

/** A requirement that nobody can meet at that time. */
export interface Taken {
  readonly code: 'slot-taken';
  readonly kind: Resource['kind'];
  /** Everybody who could have done it. */
  readonly resources: readonly string[];
  readonly by: readonly Blocker[];
}

export type Reason = NoPool | Refusal | Taken;

/**
 * The reasons a start is not offered; empty exactly when `availability` offers it. Who cannot serve at any time comes first,
 * then the rules, then what is taken. Taking all named reasons away makes the start appear.
 */
export function explain(ask: StartAsk): readonly Reason[] {
  const branch = branchOf(ask.business, ask.branch);
  const footprint = footprintOf(ask);
  const rules = refusals({ ...ask, branch, duration: footprint.end - footprint.start });
  const found = poolsOf(ask);
  if (found.kind === 'none') return [found.reason, ...rules];
  return [...rules, ...takenReasons(ask, found.pools, footprint)];
}

function takenReasons(ask: StartAsk, pools: readonly Pool[], footprint: Footprint): readonly Reason[] {
  if (assign({ ...ask, limit: 1 }).length > 0) return [];
  const states = pools.map((pool) => ({ pool, taken: taken(ask, pool, footprint) }));
  const short = states.filter(({ pool, taken: reason }) => !hasFree(pool, reason));
  // Each requirement alone could be met, but not all at once by the same few: all of them are short.
  return (short.length > 0 ? short : states).map((state) => state.taken);
}

function taken(ask: StartAsk, pool: Pool, footprint: Footprint): Taken {
  const by = pool.resources.flatMap((resource) =>
    (ask.busy.get(resource.id) ?? [])
      .filter((busy) => collide(busy, footprint))
      .map((busy) => ({ resource: resource.id, busy, because: because(busy, footprint) })),
  );
  const resources = pool.resources.map((resource) => resource.id);
  return { code: 'slot-taken', kind: pool.requirement.kind, resources, by };
}

function because(busy: Busy, footprint: Footprint): Blocker['because'] {
  return busy.start < footprint.end && footprint.start < busy.end ? 'booking' : 'buffer';
}

function hasFree(pool: Pool, reason: Taken): boolean {
  return pool.resources.some((resource) => {
    const units = new Set(
      reason.by.filter((each) => each.resource === resource.id).map((each) => each.busy.unit),
    );
    return pool.requirement.whole ? units.size === 0 : units.size < resource.capacity;
  });
}
