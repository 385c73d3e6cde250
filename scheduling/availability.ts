/** When a service could be: every bookable start in a stretch of time, found by sweeps over sorted minutes. */
import { branchOf, type AvailabilityAsk, type TimeSlot } from './ask';
import { assign } from './assign';
import { blockedForAny, stateOf, type PoolState, type Shape } from './blocked';
import type { Branch, Minute } from './business';
import { durationOf } from './duration';
import { FreePeople, type Person } from './freePeople';
import { gridMinutes } from './grid';
import { clip, NOTHING, shorten, subtract, type Intervals } from './interval';
import { openIntervals } from './openingHours';
import { overlap, poolsOf, type Pool } from './pools';
import { bookableWindow } from './rules';

/**
 * The bookable starts in `[from, to)`, earliest first, branches in the business's order at the same start. Keeps to opening
 * hours, grid, notice, horizon and buffers; nothing here reads a clock or a database.
 */
export function availability(ask: AvailabilityAsk): readonly TimeSlot[] {
  const branches = ask.branch === undefined ? ask.business.branches : [branchOf(ask.business, ask.branch)];
  const [first, ...others] = branches.map((branch) => slotsAt(ask, branch));
  if (!first || others.length === 0) return first ?? [];
  const slots = first.concat(...others).sort((left, right) => left.start - right.start);
  return slots.slice(0, ask.limit);
}

/** The slot that begins exactly at `start` at a branch, or null where it is not offered. */
export function slotAt(ask: Omit<AvailabilityAsk, 'from' | 'to' | 'limit'>, start: Minute): TimeSlot | null {
  return availability({ ...ask, from: start, to: start + 1, limit: 1 })[0] ?? null;
}

function slotsAt(ask: AvailabilityAsk, branch: Branch): TimeSlot[] {
  const found = poolsOf({ ...ask, branch: branch.id });
  if (found.kind === 'none') return [];
  const shape = shapeOf(ask);
  const grid = { zone: branch.zone, step: ask.business.policy.gridMinutes };
  const allowed = allowedStarts(ask, branch, shape.duration);
  if (overlap(found.pools)) return matchedSlots(ask, branch, found.pools, gridMinutes(allowed, grid));
  const states = found.pools.map((pool) => stateOf(pool, ask.busy, shape));
  const people = new FreePeople(states.flatMap(personsIn));
  const starts = gridMinutes(subtract(allowed, blockedForAny(states)), grid, ask.limit);
  return starts.map((start) => slot(branch, start, shape.duration, people.at(start)));
}

function shapeOf({ business, service, assetClass }: AvailabilityAsk): Shape {
  const duration = durationOf(business, service, assetClass);
  return { duration, before: service.bufferBefore, after: service.bufferAfter };
}

/** Starts that hours, notice and horizon allow, on the grid or not: the service has to end before closing. */
function allowedStarts(ask: AvailabilityAsk, branch: Branch, duration: number): Intervals {
  const window = bookableWindow(ask.business.policy, ask.now);
  const first = Math.max(ask.from, window.first, ask.now);
  const last = Math.min(ask.to - 1, window.last);
  if (first > last) return NOTHING;
  return clip(shorten(openIntervals(branch, first, last + duration), duration - 1), first, last + 1);
}

function personsIn({ pool, blocked }: PoolState): readonly Person[] {
  if (pool.requirement.kind !== 'person') return [];
  return pool.resources.map((resource, at) => ({ id: resource.id, blocked: blocked[at] ?? NOTHING }));
}

/** Requirements that share resources are matched start by start: slower, and rare. */
function matchedSlots(
  ask: AvailabilityAsk,
  branch: Branch,
  pools: readonly Pool[],
  starts: readonly Minute[],
): TimeSlot[] {
  const people = pools
    .filter((pool) => pool.requirement.kind === 'person')
    .flatMap((pool) => pool.resources.map((resource) => resource.id));
  const slots: TimeSlot[] = [];
  for (const start of starts) {
    if (slots.length >= (ask.limit ?? Infinity)) break;
    const can = (person?: string): boolean =>
      assign({ ...ask, branch: branch.id, start, person: person ?? ask.person, limit: 1 }).length > 0;
    if (can()) slots.push(slot(branch, start, shapeOf(ask).duration, [...new Set(people)].filter(can)));
  }
  return slots;
}

function slot(branch: Branch, start: Minute, duration: number, resources: readonly string[]): TimeSlot {
  return { start, end: start + duration, branch: branch.id, resources };
}
