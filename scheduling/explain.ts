/** Why a start is not offered: all reasons, in the order in which a customer should hear them. */
import { branchOf, type StartAsk } from './ask';
import { assign } from './assign';
import type { Branch, Resource } from './business';
import { collide, standsOn, type Busy, type Footprint } from './busy';
import { resourceReached, type LimitReached } from './limits';
import { isOpen } from './openingHours';
import { leastMinutes, pacesOf } from './pace';
import { poolsOf, type NoPool, type Pool } from './pools';
import { refusals, type Refusal } from './rules';
import { notWorking, type NotWorking } from './workingHours';

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

/** Everything that can stand in the way of a start, each with a stable code. */
export type Reason = NoPool | Refusal | NotWorking | Taken;

/** Why one requirement cannot be met: who is away, who has reached a limit, and what is taken. */
interface PoolState {
  readonly away: readonly (NotWorking | LimitReached)[];
  readonly taken: Taken;
  /** Whether somebody of the pool could do it after all. */
  readonly free: boolean;
}

/**
 * The reasons a start is not offered; empty exactly when `availability` offers it. Who cannot serve at any time comes first,
 * then the rules, then who is away or full, then what is taken. Taking all named reasons away makes the start appear.
 */
export function explain(ask: StartAsk): readonly Reason[] {
  const branch = branchOf(ask.business, ask.branch);
  const found = poolsOf(ask);
  const pools = found.kind === 'pools' ? found.pools : [];
  const rules = refusals({ ...ask, branch, duration: leastMinutes(ask, pools) });
  if (found.kind === 'none') return [found.reason, ...rules];
  return [...rules, ...poolReasons(ask, branch, pools)];
}

function poolReasons(ask: StartAsk, branch: Branch, pools: readonly Pool[]): readonly Reason[] {
  if (assign({ ...ask, limit: 1 }).length > 0) return [];
  const minutes = longestInHours(ask, branch, pools);
  const states = pools.map((pool) => stateOf(ask, branch, pool, minutes));
  const short = states.filter((state) => !state.free);
  // Each requirement alone could be met, but not all at once by the same few: all of them are short. With people of different
  // pace, what is free for one of them need not be for the other: then all that stands in the way is named.
  const named = short.length > 0 && ask.service.minutesByPerson === undefined ? short : states;
  const away = named.flatMap((state) => state.away);
  const taken = named.map((state) => state.taken).filter((each) => each.by.length > 0);
  return [...away, ...(away.length + taken.length > 0 ? taken : named.map((state) => state.taken))];
}

/** The slowest pace, if one can be, that ends before closing, so that nothing in the way of a faster one is left out. */
function longestInHours(ask: StartAsk, branch: Branch, pools: readonly Pool[]): number {
  const all = pacesOf(ask, pools).map((pace) => pace.minutes);
  const open = all.filter((minutes) => isOpen(branch, ask.start, ask.start + minutes));
  return open.at(-1) ?? Math.max(...all);
}

function stateOf(ask: StartAsk, branch: Branch, pool: Pool, minutes: number): PoolState {
  const states = pool.resources.map((resource) => ({
    resource,
    away: awayReasons(ask, branch, resource, minutes),
    by: blockersOf(ask, resource, minutes),
  }));
  const resources = pool.resources.map((resource) => resource.id);
  const by = states.flatMap((state) => state.by);
  const free = states.some(
    (state) => state.away.length === 0 && hasFreeUnit(state.resource, pool.requirement.whole, state.by),
  );
  const taken = { code: 'slot-taken' as const, kind: pool.requirement.kind, resources, by };
  return { away: states.flatMap((state) => state.away), taken, free };
}

function awayReasons(
  ask: StartAsk,
  branch: Branch,
  resource: Resource,
  minutes: number,
): readonly (NotWorking | LimitReached)[] {
  const off = notWorking(resource, branch, ask.start, ask.start + minutes);
  return [...(off ? [off] : []), ...resourceReached(ask, resource, branch, ask.start)];
}

function blockersOf(ask: StartAsk, resource: Resource, minutes: number): readonly Blocker[] {
  const { bufferBefore: before, bufferAfter: after } = ask.service;
  const footprint = { start: ask.start, end: ask.start + minutes, before, after };
  return (ask.busy.get(resource.id) ?? [])
    .filter((busy) => collide(busy, footprint))
    .map((busy) => ({ resource: resource.id, busy, because: because(busy, footprint) }));
}

function because(busy: Busy, footprint: Footprint): Blocker['because'] {
  return busy.start < footprint.end && footprint.start < busy.end ? 'booking' : 'buffer';
}

function hasFreeUnit(resource: Resource, whole: boolean, by: readonly Blocker[]): boolean {
  if (whole) return by.length === 0;
  const { capacity } = resource;
  const units = Array.from({ length: capacity }, (_, unit) => unit);
  return units.some((unit) => !by.some(({ busy }) => standsOn(busy, unit, capacity)));
}
