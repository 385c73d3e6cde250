/** Plans that could be had, as they are shown: wall times, people and prices. */
import { personsOf, type Candidate } from '../../scheduling/assign';
import type { Business } from '../../scheduling/business';
import type { Plan } from '../../scheduling/planAsk';
import { priceOf } from '../../scheduling/price';
import { toLocal } from '../../scheduling/zone';
import type { PlanWish } from './items';
import type { OfferedItem, PlanItemInput, PlanOffer } from './types';

export function offerOf(
  business: Business,
  wish: PlanWish,
  inputs: readonly PlanItemInput[],
  plan: Plan,
): PlanOffer {
  const { branch } = wish;
  const items = plan.items.flatMap((_, index) => offeredItem(business, wish, inputs, plan, index) ?? []);
  const first = Math.min(...plan.items.map((each) => each.start));
  return {
    branch: branch.id,
    zone: branch.zone,
    start: toLocal(first, branch.zone),
    end: toLocal(plan.end, branch.zone),
    items,
    price: items.reduce((sum, each) => sum + each.price, 0),
    currency: business.currency,
  };
}

function offeredItem(
  business: Business,
  { branch, items }: PlanWish,
  inputs: readonly PlanItemInput[],
  plan: Plan,
  index: number,
): OfferedItem | null {
  const [item, planned, input] = [items[index], plan.items[index], inputs[index]];
  if (!item || !planned) return null;
  const { start, end, candidates } = planned;
  const resources = resourcesTaken(business, candidates[0] ?? []);
  return {
    item: item.id,
    service: item.service.id,
    attendee: input?.attendee ?? null,
    start: toLocal(start, branch.zone),
    end: toLocal(end, branch.zone),
    startMinute: start,
    endMinute: end,
    people: personsOf({ business }, candidates[0] ?? []),
    resources,
    price: priceOf(business, item.service, item.assetClass),
  };
}

/** The ids that a candidate takes, people first. */
export function resourcesTaken(business: Business, candidate: Candidate): readonly string[] {
  const people = personsOf({ business }, candidate);
  return [...new Set([...people, ...candidate.map((row) => row.resource)])];
}
