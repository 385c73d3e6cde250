/** Claims an exact time for a few minutes: one round trip in the good case. */
import type { BookingRecord } from '../models/bookingRecords';
import { makeBooking } from '../models/statements/bookings';
import { minuteOf } from '../scheduling/localDate';
import { assertActsFor } from './actors';
import { alternativesAfter, alternativesTo } from './alternatives';
import { candidatesFor } from './candidates';
import { alreadyBooked } from './duplicate';
import { onFreshBusiness } from './fresh';
import { limitReached } from './limits';
import { planFor, type Plan, type Wish } from './plan';
import { newReferences } from './references';
import { holdEnd, requestFor } from './requests';
import type { CommandContext, HoldInput, HoldResult } from './types';
import { bookingView } from './views';

/** Taken times come with up to three alternatives, and so do refused ones. The same key holds once. */
export function hold(context: CommandContext, input: HoldInput, key: string): Promise<HoldResult> {
  assertActsFor(context, input.customerId);
  return onFreshBusiness(context, async (fresh) => {
    const planned = planFor(fresh.business, wishOf(input), minuteOf(fresh.clock.now()));
    if (planned.kind === 'planned') return holdPlan(fresh, planned.plan, input, key);
    const { refusal, plan } = planned;
    return { kind: 'refused', refusal, alternatives: await alternativesAfter(fresh, refusal, plan) };
  });
}

/** Holds are never made against the rules, whatever else the input carries. */
export function wishOf({
  service,
  branch,
  person,
  assetClass,
  start,
  startMinute,
  customerId,
}: HoldInput): Wish {
  return { service, branch, person, assetClass, start, startMinute, customer: customerId };
}

async function holdPlan(
  context: CommandContext,
  plan: Plan,
  input: HoldInput,
  key: string,
): Promise<HoldResult | 'stale'> {
  const found = await candidatesFor(context, plan);
  if (found.candidates.length === 0) return taken(context, plan);
  const request = requestFor(context, plan, found, {
    id: context.newId(),
    conversation: input.conversationId,
    asset: input.assetId ?? null,
    attendee: input.attendee ?? null,
    heldUntil: holdEnd(context),
    status: 'held',
    deed: 'held',
    key,
    plan: input.plan ?? null,
    series: input.series ?? null,
    waitlistEntry: input.waitlistEntry ?? null,
  });
  const made = await makeBooking(context.tx, {
    ...request,
    customer: input.customerId,
    references: newReferences(context.newId),
    holdLimit: context.business.policy.holdsPerCustomer,
    notes: null,
  });
  switch (made.kind) {
    case 'made':
    case 'repeated':
      return held(context, made.booking);
    case 'taken':
      return taken(context, plan);
    case 'too-many-holds':
      return tooManyHolds(context);
    case 'limit-reached':
      return limitReached(context, plan, made.limit);
    case 'stale':
      return 'stale';
  }
}

/** Says beside the hold that the customer has booked the same already. */
export function held(context: CommandContext, booking: BookingRecord): Extract<HoldResult, { kind: 'held' }> {
  context.seen?.see(booking);
  const view = bookingView(booking, context.business, context.clock.now());
  return { kind: 'held', hold: view, ...alreadyBooked(context, booking) };
}

async function taken(context: CommandContext, plan: Plan): Promise<HoldResult> {
  return { kind: 'taken', alternatives: await alternativesTo(context, plan) };
}

function tooManyHolds({ business }: CommandContext): HoldResult {
  const value = String(business.policy.holdsPerCustomer);
  return { kind: 'refused', refusal: { rule: 'too-many-holds', value }, alternatives: [] };
}
