/** Offers a time that became free to whom it suits best: one offer, a hold of its own. */
import { waitlistCandidates } from '../../models/statements/freedTime';
import type { FreedRecord, WaitlistCandidate } from '../../models/waitlistRecords';
import type { Millis } from '../../platform/clock';
import type { Branch, Minute } from '../../scheduling/business';
import { minuteOf } from '../../scheduling/localDate';
import { afterQuiet, isQuiet } from '../../scheduling/quietHours';
import { waitlistMatches, type Match, type Waiting } from '../../scheduling/waitlist';
import { onFreshBusiness } from '../fresh';
import type { CommandContext } from '../types';
import { freedWorld } from './freedWorld';
import { makeOffer, type Offer } from './makeOffer';
import { quietHoursOf } from './policy';

export type OfferFreedResult =
  /** There may be room for another: ask again. */
  | { readonly kind: 'offered'; readonly offer: Offer }
  /** Nobody may be written to now, or whom it suits has another offer open: look again then. */
  | { readonly kind: 'later'; readonly at: Millis }
  /** It suits nobody who waits: it is free for everybody. */
  | { readonly kind: 'nobody' };

/** More than anybody keeps waiting for one branch. */
const MOST_CANDIDATES = 500;

/**
 * The caller has claimed the freed time, so that nobody else offers it at the same moment. The order is scheduling's: priority,
 * then fewer offers that were let go, then who waits longer. Nobody has two offers at once, and nobody is offered the same
 * freed time twice.
 */
export function offerFreed(context: CommandContext, freed: FreedRecord): Promise<OfferFreedResult> {
  return onFreshBusiness(context, (fresh) => offer(fresh, freed));
}

async function offer(context: CommandContext, freed: FreedRecord): Promise<OfferFreedResult | 'stale'> {
  const { business, clock } = context;
  const branch = business.branches.find(({ id }) => id === freed.branch);
  const now = minuteOf(clock.now());
  const from = Math.max(freed.from, now);
  const to = Math.min(freed.to, now + (business.policy.horizonDays + 1) * 1440);
  if (!branch || from >= to) return { kind: 'nobody' };
  const loud = afterQuietHours(context, branch, now);
  if (loud !== null) return loud < to ? { kind: 'later', at: loud * 60_000 } : { kind: 'nobody' };
  const chain = freed.chain ?? freed.position;
  const ask = { from, branch: branch.id, chain, limit: MOST_CANDIDATES };
  const candidates = await waitlistCandidates(context.tx, ask);
  if (candidates.length === 0) return { kind: 'nobody' };
  return offerToFirst(context, await matchesOf(context, { branch, from, to }, candidates), chain);
}

/** The minute at which quiet hours end; null where it is none of them. */
function afterQuietHours({ business }: CommandContext, { zone }: Branch, now: Minute): Minute | null {
  const quiet = quietHoursOf(business.policy);
  return isQuiet(now, quiet, zone) ? afterQuiet(now, quiet, zone) : null;
}

interface Suited {
  readonly candidate: WaitlistCandidate;
  readonly slot: Match['slot'];
}

async function matchesOf(
  context: CommandContext,
  { branch, from, to }: { readonly branch: Branch; readonly from: Minute; readonly to: Minute },
  candidates: readonly WaitlistCandidate[],
): Promise<readonly Suited[]> {
  const { business, clock } = context;
  const services = new Set(candidates.map(({ service }) => service));
  const busy = await freedWorld(context, { branch: branch.id, services, from, to });
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const matches = waitlistMatches({
    ...{ business, branch: branch.id, busy, now: minuteOf(clock.now()) },
    freed: { from, to },
    waiting: candidates.map(waitingOf),
  });
  return matches.flatMap(({ waiting, slot }) => {
    const candidate = byId.get(waiting.id);
    return candidate ? [{ candidate, slot }] : [];
  });
}

function waitingOf(candidate: WaitlistCandidate): Waiting {
  const { id, service, branch, person, assetClass, windows, since, priority, offered } = candidate;
  return {
    ...{ id, service, windows, since, priority, offered },
    branch: branch ?? undefined,
    person: person ?? undefined,
    assetClass: assetClass ?? undefined,
  };
}

async function offerToFirst(
  context: CommandContext,
  suited: readonly Suited[],
  chain: number,
): Promise<OfferFreedResult | 'stale'> {
  for (const { candidate, slot } of suited) {
    if (candidate.busyUntil !== null) continue;
    const made = await makeOffer(context, { candidate, slot, chain });
    if (made.kind === 'offered') return made;
    if (made.kind === 'stale') return 'stale';
  }
  const ends = suited.flatMap(({ candidate }) => candidate.busyUntil ?? []);
  if (ends.length === 0) return { kind: 'nobody' };
  return { kind: 'later', at: Math.max(Math.min(...ends), context.clock.now() + MOMENT_MILLIS) };
}

/** An offer that has just lapsed is let go in a moment: until then nothing is looked at again and again. */
const MOMENT_MILLIS = 1000;
