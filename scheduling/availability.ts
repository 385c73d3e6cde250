/** When a service could be: every bookable start in a stretch of time, found by sweeps over sorted minutes. */
import { branchOf, type AvailabilityAsk, type TimeSlot } from './ask';
import { blockedForAll, blockedForEach, intersectAll, type Scene } from './blocked';
import type { Branch, Minute } from './business';
import { freePeople, type Person } from './freePeople';
import { gridMinutes, gridOf } from './grid';
import { clip, NOTHING, shorten, subtract, union, type Intervals } from './interval';
import { fullForAll } from './limits';
import { matchedSlots } from './matched';
import { openIntervals } from './openingHours';
import { pacesOf, type Pace } from './pace';
import { overlap, poolsOf, type Pool } from './pools';
import { bookableWindow } from './rules';

/**
 * The bookable starts in `[from, to)`, earliest first, branches in the business's order at the same start. Keeps to opening
 * hours, grid, notice, horizon, limits and buffers; nothing here reads a clock or a database.
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

/**
 * The same starts as plain UTC minutes, ascending, for whoever needs no more: with many people far cheaper, because nobody's
 * calendar is looked at once it is clear that somebody is free.
 */
export function bookableStarts(ask: AvailabilityAsk & { readonly branch: string }): readonly Minute[] {
  const branch = branchOf(ask.business, ask.branch);
  const found = poolsOf(ask);
  if (found.kind === 'none') return [];
  if (overlap(found.pools)) return slotsAt(ask, branch).map((slot) => slot.start);
  const free = pacesOf(ask, found.pools).map((pace) => {
    const { scene, allowed } = sceneOf(ask, branch, pace);
    return pace.pools.reduce((left, pool) => subtract(left, blockedForAll(scene, pool)), allowed);
  });
  return gridMinutes(free.reduce(union), gridOf(ask.business, branch), ask.limit);
}

function slotsAt(ask: AvailabilityAsk, branch: Branch): TimeSlot[] {
  const found = poolsOf({ ...ask, branch: branch.id });
  if (found.kind === 'none') return [];
  const paces = pacesOf(ask, found.pools);
  if (overlap(found.pools)) {
    const starts = gridMinutes(sceneOf(ask, branch, paces[0]).allowed, gridOf(ask.business, branch));
    return matchedSlots({ ...ask, branch: branch.id }, found.pools, starts);
  }
  const byPace = paces.map((pace) => slotsAtPace(ask, branch, pace));
  return byPace.reduce((fast, slow) => joined(fast, slow, found.pools)).slice(0, ask.limit);
}

function slotsAtPace(ask: AvailabilityAsk, branch: Branch, pace: Pace): TimeSlot[] {
  const { scene, allowed } = sceneOf(ask, branch, pace);
  const persons: Person[] = [];
  let free = allowed;
  for (const pool of pace.pools) free = subtract(free, blockedIn(scene, pool, persons));
  const starts = gridMinutes(free, gridOf(ask.business, branch), ask.limit);
  const people = freePeople(persons, starts);
  return people.map((resources, at) => {
    const start = starts[at] ?? 0;
    return { start, end: start + pace.minutes, branch: branch.id, resources };
  });
}

/** The starts that nobody of the pool can take; people are noted one by one, because slots name them. */
function blockedIn(scene: Scene, pool: Pool, persons: Person[]): Intervals {
  if (pool.requirement.kind !== 'person') return blockedForAll(scene, pool);
  const blocked = blockedForEach(scene, pool);
  for (const [at, resource] of pool.resources.entries()) {
    persons.push({ id: resource.id, blocked: blocked[at] ?? NOTHING });
  }
  return intersectAll(blocked);
}

/** What is asked at a branch, and the starts that hours, notice, horizon and limits allow, on the grid or not. */
function sceneOf(
  ask: AvailabilityAsk,
  branch: Branch,
  { minutes }: Pace,
): { readonly scene: Scene; readonly allowed: Intervals } {
  const window = bookableWindow(ask.business.policy, ask.now);
  const from = Math.max(ask.from, window.first, ask.now);
  const to = Math.max(from, Math.min(ask.to, window.last + 1));
  const { bufferBefore: before, bufferAfter: after } = ask.service;
  const scene = { ask, branch, shape: { duration: minutes, before, after }, from, to };
  return { scene, allowed: allowedStarts(scene) };
}

/** The service has to end before closing; its buffer may pass it. */
function allowedStarts({ ask, branch, shape, from, to }: Scene): Intervals {
  if (from >= to) return NOTHING;
  const open = openIntervals(branch, from, to + shape.duration);
  const allowed = clip(shorten(open, shape.duration - 1), from, to);
  const full = fullForAll(ask, branch, from, to);
  return full.length === 0 ? allowed : subtract(allowed, full);
}

/** Slots of two paces: at the same start everybody who is free at either, and the end of the faster. */
function joined(fast: TimeSlot[], slow: readonly TimeSlot[], pools: readonly Pool[]): TimeSlot[] {
  const order = pools.flatMap((pool) => pool.resources.map((resource) => resource.id));
  const byStart = new Map(fast.map((slot) => [slot.start, slot]));
  for (const slot of slow) {
    const faster = byStart.get(slot.start);
    const free = new Set([...(faster?.resources ?? []), ...slot.resources]);
    const resources = order.filter((id) => free.has(id));
    byStart.set(slot.start, { ...(faster ?? slot), resources });
  }
  return [...byStart.values()].sort((left, right) => left.start - right.start);
}
