/** Candidate assignments for an exact start: which units of which resources would take it, best first. */
import type { Resource } from './business';
import { branchOf, type StartAsk } from './ask';
import { collide, type Busy, type Footprint } from './busy';
import { combinations } from './combinations';
import { durationOf } from './duration';
import { poolsOf, type Pool } from './pools';
import { dayBounds, toLocalDate } from './zone';

/** One row of `take`: a unit of a resource for the appointment with its buffers. */
export interface Allocation extends Footprint {
  readonly resource: string;
  readonly unit: number;
}

/** All rows of one way to serve, sorted by resource and unit. */
export type Candidate = readonly Allocation[];

export interface AssignAsk extends StartAsk {
  /** Resources of the time held or booked so far, tried first. */
  readonly staying?: readonly string[] | undefined;
  /** Who comes first of those who are free: the pool's own order, or who has least to do on that local day. */
  readonly policy?: 'pool-order' | 'least-busy' | undefined;
  /** At most so many candidates; the database tries no more than 8. */
  readonly limit?: number | undefined;
}

const MOST_CANDIDATES = 8;

/** A way to meet one requirement. */
interface Option {
  readonly resource: Resource;
  readonly units: readonly number[];
}

/**
 * Ways to take the start, in the order in which they should be tried: the same people and places as before first, then by
 * policy. Empty when nobody can. Looks only at what is taken, not at hours or notice: those are `rules`. With an empty
 * `busy` every combination is a candidate. Deterministic for the same ask.
 */
export function assign(ask: AssignAsk): readonly Candidate[] {
  const found = poolsOf(ask);
  if (found.kind === 'none') return [];
  const footprint = footprintOf(ask);
  const options = found.pools.map((pool) => optionsOf(ask, pool, footprint));
  const candidates = new Map<string, Candidate>();
  for (const chosen of combinations(options, ask.staying !== undefined)) {
    if (candidates.size >= (ask.limit ?? MOST_CANDIDATES)) break;
    const candidate = chosen.flatMap((option) => allocationsOf(option, footprint)).sort(byResourceAndUnit);
    if (isDisjoint(candidate))
      candidates.set(candidate.map((row) => `${row.resource}#${row.unit}`).join(), candidate);
  }
  return [...candidates.values()];
}

/** Where the appointment stands on the clock. */
export function footprintOf({ business, service, assetClass, start }: StartAsk): Footprint {
  const end = start + durationOf(business, service, assetClass);
  return { start, end, before: service.bufferBefore, after: service.bufferAfter };
}

function optionsOf(ask: AssignAsk, pool: Pool, footprint: Footprint): readonly Option[] {
  const options = preferred(ask, pool).flatMap((resource) => {
    const rows = (ask.busy.get(resource.id) ?? []).filter((row) => collide(row, footprint));
    const free = freeUnits(resource, rows);
    if (!pool.requirement.whole) return free.map((unit) => ({ resource, units: [unit] }));
    return free.length === resource.capacity ? [{ resource, units: free }] : [];
  });
  return options;
}

/** The pool in the order to be tried: who stays first, then by policy; ties keep the pool's order. */
function preferred(ask: AssignAsk, pool: Pool): readonly Resource[] {
  const load = ask.policy === 'least-busy' ? loadOnDay(ask) : () => 0;
  const ranked = pool.resources.map((resource) => ({
    resource,
    stays: ask.staying?.includes(resource.id) ? 0 : 1,
    load: load(resource),
  }));
  return ranked.sort((a, b) => a.stays - b.stays || a.load - b.load).map((each) => each.resource);
}

/** Minutes of service a resource has on the local day of the start. */
function loadOnDay(ask: AssignAsk): (resource: Resource) => number {
  const { zone } = branchOf(ask.business, ask.branch);
  const day = dayBounds(toLocalDate(ask.start, zone), zone);
  const within = (row: Busy): number =>
    Math.max(0, Math.min(row.end, day.to) - Math.max(row.start, day.from));
  return (resource) => (ask.busy.get(resource.id) ?? []).reduce((sum, row) => sum + within(row), 0);
}

function freeUnits(resource: Resource, colliding: readonly Busy[]): readonly number[] {
  const taken = new Set(colliding.map((row) => row.unit));
  return Array.from({ length: resource.capacity }, (_, unit) => unit).filter((unit) => !taken.has(unit));
}

function allocationsOf(option: Option, footprint: Footprint): Allocation[] {
  return option.units.map((unit) => ({ resource: option.resource.id, unit, ...footprint }));
}

/** Two requirements must not get the same unit. */
function isDisjoint(sorted: Candidate): boolean {
  return sorted.every(
    (row, at) => row.resource !== sorted[at - 1]?.resource || row.unit !== sorted[at - 1]?.unit,
  );
}

function byResourceAndUnit(a: Allocation, b: Allocation): number {
  if (a.resource === b.resource) return a.unit - b.unit;
  return a.resource < b.resource ? -1 : 1;
}

/** The persons among the resources of a candidate, in order. */
export function personsOf(
  ask: Pick<StartAsk, 'business'>,
  rows: readonly { readonly resource: string }[],
): readonly string[] {
  const ids = new Set(rows.map((row) => row.resource));
  return ask.business.resources
    .filter((each) => each.kind === 'person' && ids.has(each.id))
    .map((each) => each.id);
}
