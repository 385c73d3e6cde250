/** Moves a live hold to another time or other inputs at once; if that cannot be, the old hold stands. */
import { reviseBooking } from '../models/statements/bookings';
import { minuteOf } from '../scheduling/localDate';
import { assertActsFor } from './actors';
import { alternativesAfter, alternativesTo } from './alternatives';
import { candidatesFor } from './candidates';
import { onFreshBusiness } from './fresh';
import { held, wishOf } from './hold';
import { limitReached } from './limits';
import { planFor, type Plan } from './plan';
import { holdEnd, requestFor } from './requests';
import type { CommandContext, MoveInput, MoveResult } from './types';

/** The moved hold starts its minutes anew. `gone`: there is no such live hold of this customer. */
export function move(context: CommandContext, input: MoveInput, key: string): Promise<MoveResult> {
  assertActsFor(context, input.customerId);
  return onFreshBusiness(context, async (fresh) => {
    const planned = planFor(fresh.business, wishOf(input), minuteOf(fresh.clock.now()));
    if (planned.kind === 'planned') return movePlan(fresh, planned.plan, input, key);
    const { refusal, plan } = planned;
    return { kind: 'refused', refusal, alternatives: await alternativesAfter(fresh, refusal, plan) };
  });
}

async function movePlan(
  context: CommandContext,
  plan: Plan,
  input: MoveInput,
  key: string,
): Promise<MoveResult | 'stale'> {
  const { bookingId } = input;
  const before = context.seen?.get(bookingId);
  const except = before && { id: bookingId, start: before.start };
  const found = await candidatesFor(
    context,
    plan,
    before && { booking: bookingId, resources: before.resources },
  );
  if (found.candidates.length === 0)
    return { kind: 'taken', alternatives: await alternativesTo(context, plan, except) };
  const request = requestFor(context, plan, found, {
    id: bookingId,
    conversation: input.conversationId,
    asset: input.assetId ?? null,
    attendee: input.attendee ?? null,
    heldUntil: holdEnd(context),
    status: 'held',
    deed: 'moved',
    key,
  });
  const revised = await reviseBooking(context.tx, { ...request, from: ['held'], live: true, version: null });
  switch (revised.kind) {
    case 'revised':
    case 'repeated':
      return held(context, revised.booking);
    case 'taken':
      return { kind: 'taken', alternatives: await alternativesTo(context, plan, revised.booking) };
    case 'limit-reached':
      return limitReached(context, plan, revised.limit, revised.booking);
    case 'other':
    case 'gone':
      return { kind: 'gone' };
    case 'stale':
      return 'stale';
  }
}
