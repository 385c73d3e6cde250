/** Who could take a planned time: at most as many ways as `take` tries, from memory as long as those are all there are. */
import { givenLately } from '../models/statements/counts';
import { assign, personsOf, type Candidate } from '../scheduling/assign';
import type { AssignmentPolicy } from '../scheduling/business';
import { minuteOf, MINUTES_PER_DAY } from '../scheduling/localDate';
import { resourcesOf } from '../scheduling/pools';
import { dayBounds, toLocalDate } from '../scheduling/zone';
import { NOBODY_BUSY } from './busyTime';
import { longestMinutes } from './duration';
import type { Plan } from './plan';
import { takenTime, type TakenTime } from './takenTime';
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

/** What decides between several who could do it, apart from the pool's order. */
type Known = TakenTime & { readonly given?: ReadonlyMap<string, number> };

/**
 * Without a look at the database when there are at most eight ways and the pool's order decides between them: `take` finds out
 * which of them are free. With more, the busy and the full are left out first (one round trip), and where work is shared out
 * evenly, it is looked up who has how much of it (one, and another for whose turn it is). None: the time is taken.
 */
export async function candidatesFor(
  context: CommandContext,
  plan: Plan,
  staying?: Staying,
): Promise<Candidates> {
  const all = assignments(context, plan, { busy: NOBODY_BUSY }, staying, MOST + 1);
  if (all.length <= 1 || (all.length <= MOST && policyOf(plan) === 'priority'))
    return withResources(plan, all);
  const known = await knownOf(context, plan, staying);
  return withResources(plan, assignments(context, plan, known, staying, MOST));
}

function policyOf({ business }: Plan): AssignmentPolicy {
  return business.policy.assignment ?? 'priority';
}

async function knownOf(context: CommandContext, plan: Plan, staying: Staying | undefined): Promise<Known> {
  const { business, service, branch, assetClass, start, customer } = plan;
  // Who is least busy shows over the whole local day.
  const day = dayBounds(toLocalDate(start, branch.zone), branch.zone);
  const window = policyOf(plan) === 'least-busy' ? day : { from: start, to: start + 1 };
  const taken = await takenTime(context, {
    service,
    branch: branch.id,
    duration: longestMinutes(business, service, assetClass),
    ...window,
    except: staying?.booking,
    customer,
  });
  if (policyOf(plan) !== 'round-robin') return taken;
  return { ...taken, given: await givenTo(context, plan, staying) };
}

/** How far around the start it counts who was given how many appointments. */
const LATELY = 14 * MINUTES_PER_DAY;

function givenTo(
  { tx, clock, business }: CommandContext,
  { service, branch, start }: Plan,
  staying: Staying | undefined,
): Promise<ReadonlyMap<string, number>> {
  return givenLately(tx, {
    resources: resourcesOf({ business, service, branch: branch.id }),
    from: start - LATELY,
    to: start + LATELY,
    now: clock.now(),
    except: staying?.booking ?? null,
  });
}

function assignments(
  { clock }: CommandContext,
  plan: Plan,
  known: Known,
  staying: Staying | undefined,
  limit: number,
): readonly Candidate[] {
  const { business, service, branch, person, assetClass, start } = plan;
  const now = minuteOf(clock.now());
  const ask = { business, service, branch: branch.id, person, assetClass, start, now, ...known };
  return assign({ ...ask, staying: staying?.resources, limit });
}

function withResources(plan: Plan, candidates: readonly Candidate[]): Candidates {
  return { candidates, resources: candidates.map((candidate) => takenBy(plan, candidate)) };
}

function takenBy(plan: Plan, candidate: Candidate): readonly string[] {
  const people = personsOf(plan, candidate);
  return [...new Set([...people, ...candidate.map((row) => row.resource)])];
}
