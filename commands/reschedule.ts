/** Gives a booking another time under the rules for a new one, in one deed: never none, never two, the reference kept. */
import type { BookingRecord } from '../models/bookingRecords';
import { reviseBooking } from '../models/statements/bookings';
import { minuteOf } from '../scheduling/localDate';
import { alternativesAfter, alternativesTo } from './alternatives';
import { candidatesFor, type Candidates } from './candidates';
import { onFreshBusiness } from './fresh';
import { limitReached } from './limits';
import { assertMayOverride } from './override';
import { ownBooking } from './ownBooking';
import { planFor, type Plan, type Wish } from './plan';
import { requestFor } from './requests';
import type { CommandContext, RescheduleInput, RescheduleResult } from './types';
import { bookingView } from './views';

/** If the new time cannot be had, the old one stands. `over`: it has begun, or is no booking any more. */
export function reschedule(
  context: CommandContext,
  input: RescheduleInput,
  key: string,
): Promise<RescheduleResult> {
  assertMayOverride(context, input.override);
  return onFreshBusiness(context, async (fresh) => {
    const booking = await ownBooking(fresh, input.bookingId);
    if (!booking) return { kind: 'unknown' };
    const now = minuteOf(fresh.clock.now());
    const planned = planFor(fresh.business, wishOf(booking, input), now);
    if (planned.kind === 'planned') return reschedulePlan(fresh, planned.plan, booking, { ...input, key });
    const { refusal, plan } = planned;
    return { kind: 'refused', refusal, alternatives: await alternativesAfter(fresh, refusal, plan) };
  });
}

function wishOf(booking: BookingRecord, input: RescheduleInput): Wish {
  return {
    service: booking.service,
    branch: input.branch ?? booking.branch,
    person: (input.person === undefined ? booking.person : input.person) ?? undefined,
    assetClass: booking.assetClass ?? undefined,
    start: input.start,
    startMinute: input.startMinute,
    customer: booking.customerId,
    override: input.override,
  };
}

async function reschedulePlan(
  context: CommandContext,
  plan: Plan,
  booking: BookingRecord,
  { key, people }: Pick<RescheduleInput, 'people'> & { readonly key: string },
): Promise<RescheduleResult | 'stale'> {
  const { status } = booking;
  const now = context.clock.now();
  if ((status !== 'confirmed' && status !== 'pending') || booking.start * 60_000 <= now)
    return { kind: 'over' };
  const all = await candidatesFor(context, plan, { booking: booking.id, resources: booking.resources });
  const found = people ? withOnly(all, people) : all;
  const request = requestFor(context, plan, found, {
    id: booking.id,
    conversation: booking.conversationId,
    asset: booking.asset?.id ?? null,
    attendee: booking.attendee,
    heldUntil: null,
    status,
    deed: 'rescheduled',
    key,
  });
  const revised = await reviseBooking(context.tx, { ...request, from: [status], live: false, version: null });
  switch (revised.kind) {
    case 'revised':
    case 'repeated':
      context.seen?.see(revised.booking);
      return { kind: 'rescheduled', booking: bookingView(revised.booking, context.business, now) };
    case 'taken':
      return { kind: 'taken', alternatives: await alternativesTo(context, plan, booking) };
    case 'limit-reached':
      return limitReached(context, plan, revised.limit, booking);
    case 'other':
      return { kind: 'over' };
    case 'gone':
      return { kind: 'unknown' };
    case 'stale':
      return 'stale';
  }
}

/** Those ways in which everybody named takes part. */
function withOnly({ candidates, resources }: Candidates, people: readonly string[]): Candidates {
  const named = (place: number): boolean => people.every((id) => resources[place]?.includes(id) === true);
  return {
    candidates: candidates.filter((_each, place) => named(place)),
    resources: resources.filter((_each, place) => named(place)),
  };
}
