/** Makes all items of a plan, held or booked at once, or none of them. */
import type { NewBooking } from '../../models/bookingRecords';
import { lockTogether, makeTogether, type DoneTogether } from '../../models/statements/plans';
import { onFreshBusiness } from '../fresh';
import { newReferences } from '../references';
import { holdEnd } from '../requests';
import type { CommandContext } from '../types';
import { plansAround } from './alternatives';
import { refusedPlan } from './items';
import { aroundOf, choose, type Choice, type Chosen } from './choose';
import { commonOf, reckonedOf, requestsFor, waysOf } from './requests';
import type { HoldPlanInput, PlanRefusedWithOffers, PlanTaken, PlanView } from './types';
import { planView } from './views';

export type PlanNotMade = PlanTaken | PlanRefusedWithOffers;
export type MadePlan = { readonly kind: 'made'; readonly plan: PlanView } | PlanNotMade;

export interface Manner {
  readonly status: 'held' | 'confirmed';
  /** Who is served where an item names nobody. */
  readonly attendee: string | null;
}

/** The same key makes one plan, and tells it as it is now. */
export async function makePlan(
  context: CommandContext,
  input: HoldPlanInput,
  key: string,
  manner: Manner,
): Promise<MadePlan> {
  const made = await onFreshBusiness(context, async (fresh) => {
    const choice = await choose(fresh, { ...input, customer: input.customerId });
    if (choice.kind !== 'chosen') return notMade(fresh, choice);
    return make(fresh, choice.chosen, input, key, manner);
  });
  if (made.kind === 'made') return made;
  // Its own first run may be what stands in the way.
  const done = await lockTogether(context.tx, key);
  return done.length === 0 ? made : { kind: 'made', plan: planView(context, done) };
}

async function make(
  context: CommandContext,
  chosen: Chosen,
  input: HoldPlanInput,
  key: string,
  manner: Manner,
): Promise<MadePlan | 'stale'> {
  const common = commonOf(context, input.customerId, key);
  const reckoned = reckonedOf(context, common, waysOf(chosen));
  const done = await makeTogether(context.tx, reckoned, bookingsOf(context, chosen, input, key, manner));
  return answer(context, done, chosen, input);
}

function bookingsOf(
  context: CommandContext,
  chosen: Chosen,
  { items, customerId: customer, conversationId }: HoldPlanInput,
  key: string,
  { status, attendee }: Manner,
): readonly NewBooking[] {
  const plan = context.newId();
  const requests = requestsFor(context, chosen, key, (index) => ({
    id: context.newId(),
    conversation: conversationId,
    asset: items[index]?.assetId ?? null,
    attendee: items[index]?.attendee ?? attendee,
    heldUntil: status === 'held' ? holdEnd(context) : null,
    status,
    deed: status === 'held' ? 'held' : 'booked',
    plan,
  }));
  const holdLimit = status === 'held' ? context.business.policy.holdsPerCustomer : null;
  return requests.map((request) => {
    const references = newReferences(context.newId);
    return { ...request, customer, references, holdLimit, notes: null };
  });
}

async function answer(
  context: CommandContext,
  done: DoneTogether,
  chosen: Chosen,
  input: HoldPlanInput,
): Promise<MadePlan | 'stale'> {
  const around = aroundOf(chosen, input, [], input.customerId);
  switch (done.kind) {
    case 'done':
    case 'repeated':
      return { kind: 'made', plan: planView(context, done.bookings) };
    case 'stale':
      return 'stale';
    case 'too-many-holds': {
      const value = String(context.business.policy.holdsPerCustomer);
      return { kind: 'refused', item: null, refusal: { rule: 'too-many-holds', value }, alternatives: [] };
    }
    case 'limit-reached': {
      const { id, start } = input.items[done.at] ?? { id: null, start: '' };
      const refused = refusedPlan({ rule: 'limit-reached', value: start }, id);
      return notMade(context, { kind: 'refused', refused, around });
    }
    case 'taken':
    case 'look':
    case 'other':
    case 'gone':
      return notMade(context, { kind: 'taken', around });
  }
}

export async function notMade(
  context: CommandContext,
  choice: Exclude<Choice, { kind: 'chosen' }>,
): Promise<PlanNotMade> {
  const { around } = choice;
  const alternatives = around ? await plansAround(context, around) : [];
  if (choice.kind === 'taken') return { kind: 'taken', alternatives };
  return { ...choice.refused, alternatives };
}
