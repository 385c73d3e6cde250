/** Who could take a planned time: at most as many ways as `take` tries, from memory as long as those are all there are. */
import { assign, personsOf, type Candidate } from '../scheduling/assign';
import { minuteOf } from '../scheduling/localDate';
import type { BusyByResource } from '../scheduling/busy';
import { busyTime, NOBODY_BUSY } from './busyTime';
import type { Plan } from './plan';
import type { CommandContext } from './types';

/** As many as `take` tries. */
const MOST = 8;

export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** For each candidate the resources it takes, people first. */
  readonly resources: readonly (readonly string[])[];
}

export interface Staying {
  /** The booking that would move. */
  readonly booking: string;
  /** What it has now, tried first. */
  readonly resources: readonly string[];
}

/**
 * Without a look at the database when there are at most eight ways: `take` finds out which of them are free. With more, the
 * busy ones are left out first (one round trip). None: the time is taken.
 */
export async function candidatesFor(
  context: CommandContext,
  plan: Plan,
  staying?: Staying,
): Promise<Candidates> {
  const all = assignments(context, plan, NOBODY_BUSY, staying, MOST + 1);
  if (all.length <= MOST) return withResources(plan, all);
  const { service, branch, start, end } = plan;
  const ask = { service, branch: branch.id, duration: end - start, from: start, to: start + 1 };
  const busy = await busyTime(context, { ...ask, except: staying?.booking });
  return withResources(plan, assignments(context, plan, busy, staying, MOST));
}

function assignments(
  { clock }: CommandContext,
  plan: Plan,
  busy: BusyByResource,
  staying: Staying | undefined,
  limit: number,
): readonly Candidate[] {
  const { business, service, branch, person, assetClass, start } = plan;
  const now = minuteOf(clock.now());
  const ask = { business, service, branch: branch.id, person, assetClass, start, now, busy };
  return assign({ ...ask, staying: staying?.resources, limit });
}

function withResources(plan: Plan, candidates: readonly Candidate[]): Candidates {
  return { candidates, resources: candidates.map((candidate) => resourcesOf(plan, candidate)) };
}

function resourcesOf(plan: Plan, candidate: Candidate): readonly string[] {
  const people = personsOf(plan, candidate);
  return [...new Set([...people, ...candidate.map((row) => row.resource)])];
}
