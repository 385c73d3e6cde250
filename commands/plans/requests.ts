/** Fills in what the database is asked to make or revise, one request for each item of a plan. */
import type { BookingRequest } from '../../models/bookingRecords';
import type { Common, Reckoned } from '../../models/statements/plans';
import { toLocal } from '../../scheduling/zone';
import { onlyFor } from '../actors';
import { requestFor, type Particulars } from '../requests';
import type { CommandContext } from '../types';
import type { Chosen } from './choose';
import { resourcesTaken } from './offers';

/** What differs between the items. */
export type ItemParticulars = Omit<Particulars, 'key'>;

/** With the n-th candidates of all items going together; the key of each is that of the plan with its place. */
export function requestsFor(
  context: CommandContext,
  { plans, ways, wish }: Chosen,
  key: string | null,
  particularsOf: (index: number) => ItemParticulars,
): readonly BookingRequest[] {
  return plans.flatMap((plan, index) => {
    const planned = ways.items[index];
    if (!planned) return [];
    const { end, candidates } = planned;
    const resources = candidates.map((candidate) => resourcesTaken(context.business, candidate));
    const facts = { ...plan, end, localEnd: toLocal(end, wish.branch.zone) };
    const particulars = { ...particularsOf(index), key: placed(key, index) };
    return [{ ...requestFor(context, facts, { candidates, resources }, particulars), customerNotes: null }];
  });
}

export function placed(key: string | null, place: number): string | null {
  return key === null ? null : `${key}/${String(place)}`;
}

/** To be asked for before `requestsFor`: notes are kept along with all of them, not with the first. */
export function commonOf(context: CommandContext, customer: string | null, key: string | null): Common {
  return { customer, key, now: context.clock.now(), notes: context.later?.take() ?? null };
}

export function reckonedOf(context: CommandContext, common: Common, ways: number | null): Reckoned {
  return { ...common, businessVersion: context.business.version, ways };
}

/** How many ways there are to serve all items. */
export function waysOf({ ways }: Chosen): number {
  return ways.items[0]?.candidates.length ?? 0;
}

/** Of a deed without facts of its own. */
export function deedOn(
  { actor, clock }: CommandContext,
  id: string,
): { id: string; customer: string | null; actor: unknown; now: number } {
  return { id, customer: onlyFor(actor), actor, now: clock.now() };
}
