/** Candidate assignments for an exact start: which units of which resources would take it, best first. */
import type { Branch, Resource } from './business';
import { branchOf, type StartAsk } from './ask';
import { collide, standsOn, type Footprint } from './busy';
import { combinations } from './combinations';
import { durationOf } from './duration';
import { resourceReached } from './limits';
import { isOpen } from './openingHours';
import { leastMinutes, minutesOf } from './pace';
import { poolsOf, type Pool } from './pools';
import { preferred, type PreferenceAsk } from './preference';
import { notWorking } from './workingHours';

/** One row of `take`: a unit of a resource for the appointment with its buffers. */
export interface Allocation extends Footprint {
  readonly resource: string;
  readonly unit: number;
}

/** All rows of one way to serve, sorted by resource and unit. */
export type Candidate = readonly Allocation[];

export interface AssignAsk extends PreferenceAsk {
  /** Id of a resource that has to be among those taken, besides the person wished for. */
  readonly including?: string | undefined;
  /** At most so many candidates; the database tries no more than 8. */
  readonly limit?: number | undefined;
}

const MOST_CANDIDATES = 8;

/** A way to meet one requirement. */
interface Option {
  readonly resource: Resource;
  readonly units: readonly number[];
}

/** One place and time under test; `minutes` is what the service takes at its fastest. */
interface Trial {
  readonly ask: AssignAsk;
  readonly branch: Branch;
  readonly minutes: number;
}

/**
 * Ways to take the start, in the order in which they should be tried: the same people and places as before first, then by
 * policy. Empty when nobody can. Looks at what is taken, at the hours and limits of each resource and at how long each person
 * needs, not at the branch's hours, notice or other limits: those are `rules`. With an empty `busy` every combination of those
 * who work then is a candidate. Deterministic for the same ask.
 */
export function assign(ask: AssignAsk): readonly Candidate[] {
  const most = ask.limit ?? MOST_CANDIDATES;
  const candidates = new Map<string, Candidate>();
  for (const candidate of candidatesOf(ask)) {
    if (candidates.size >= most) break;
    candidates.set(candidate.map((row) => `${row.resource}#${row.unit}`).join(), candidate);
  }
  return [...candidates.values()].slice(0, most);
}

/** The earliest end among all ways to take the start, without buffers; null when there is none. */
export function earliestEnd(ask: AssignAsk): number | null {
  let earliest: number | null = null;
  for (const [row] of candidatesOf(ask)) {
    const end = row?.end ?? footprintOf(ask).end;
    if (earliest === null || end < earliest) earliest = end;
    if (ask.service.minutesByPerson === undefined) break;
  }
  return earliest;
}

/** Where the appointment stands on the clock, at its fastest. */
export function footprintOf({ business, service, assetClass, person, start }: StartAsk): Footprint {
  const end = start + durationOf(business, service, assetClass, person);
  return { start, end, before: service.bufferBefore, after: service.bufferAfter };
}

/** Some candidates come twice. */
function* candidatesOf(ask: AssignAsk): Generator<Candidate> {
  const found = poolsOf(ask);
  if (found.kind === 'none') return;
  const branch = branchOf(ask.business, ask.branch);
  const trial = { ask, branch, minutes: leastMinutes(ask, found.pools) };
  const options = found.pools.map((pool) => optionsOf(trial, pool));
  for (const lists of including(options, ask.including)) {
    for (const chosen of combinations(lists, ask.staying !== undefined)) {
      const candidate = candidateOf(trial, chosen);
      if (candidate) yield candidate;
    }
  }
}

/** The lists as they are, or once for each list that has the resource, with nothing else in that one. */
function including(
  options: readonly (readonly Option[])[],
  id: string | undefined,
): readonly (readonly (readonly Option[])[])[] {
  if (id === undefined) return [options];
  return options.map((_, at) =>
    options.map((list, index) => (index === at ? list.filter(({ resource }) => resource.id === id) : list)),
  );
}

function optionsOf(trial: Trial, pool: Pool): readonly Option[] {
  return preferred(trial.ask, pool).flatMap((resource) => {
    const minutes = Math.max(trial.minutes, minutesOf(trial.ask, resource));
    if (!isThere(trial, resource, minutes)) return [];
    const free = freeUnits(trial, resource, minutes);
    if (!pool.requirement.whole) return free.map((unit) => ({ resource, units: [unit] }));
    return free.length === resource.capacity ? [{ resource, units: free }] : [];
  });
}

/** The rows of a choice, or null where its slowest person leaves too little time, or one unit would be taken twice. */
function candidateOf(trial: Trial, chosen: readonly Option[]): Candidate | null {
  const minutes = Math.max(trial.minutes, ...chosen.map(({ resource }) => minutesOf(trial.ask, resource)));
  if (minutes > trial.minutes && !fits(trial, chosen, minutes)) return null;
  const footprint = shaped(trial.ask, minutes);
  const rows = chosen.flatMap((option) => allocationsOf(option, footprint)).sort(byResourceAndUnit);
  return isDisjoint(rows) ? rows : null;
}

function fits(trial: Trial, chosen: readonly Option[], minutes: number): boolean {
  if (!isOpen(trial.branch, trial.ask.start, trial.ask.start + minutes)) return false;
  return chosen.every(({ resource, units }) => {
    const free = freeUnits(trial, resource, minutes);
    return isThere(trial, resource, minutes) && units.every((unit) => free.includes(unit));
  });
}

function isThere({ ask, branch }: Trial, resource: Resource, minutes: number): boolean {
  if (notWorking(resource, branch, ask.start, ask.start + minutes)) return false;
  return resourceReached(ask, resource, branch, ask.start).length === 0;
}

function freeUnits({ ask }: Trial, resource: Resource, minutes: number): readonly number[] {
  const footprint = shaped(ask, minutes);
  const rows = (ask.busy.get(resource.id) ?? []).filter((row) => collide(row, footprint));
  const { capacity } = resource;
  const units = Array.from({ length: capacity }, (_, unit) => unit);
  return units.filter((unit) => !rows.some((row) => standsOn(row, unit, capacity)));
}

function shaped({ service, start }: StartAsk, minutes: number): Footprint {
  return { start, end: start + minutes, before: service.bufferBefore, after: service.bufferAfter };
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
