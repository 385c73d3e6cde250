/** Nobody came: the booking is called missed, what is left of its time is free, and the customer's misses are counted. */
import { countNoShows } from '../models/statements/visits';
import type { Millis } from '../platform/clock';
import type { Policy } from '../scheduling/business';
import { assertOfBusiness } from './ofBusiness';
import { ownBooking } from './ownBooking';
import type { BookingView, CommandContext } from './types';
import { moveVisit, type VisitResult } from './visit';

export type NoShowResult =
  /** `noShows`: how many the customer has now, this one included. */
  | { readonly kind: 'moved'; readonly booking: BookingView; readonly noShows: number }
  /** They may still come: it can be said from this instant on. */
  | { readonly kind: 'too-early'; readonly from: Millis }
  | Exclude<VisitResult, { readonly kind: 'moved' }>;

const GRACE_MINUTES = 15;

/** Out of `confirmed`, and not before the start and the minutes of grace that the business gives are over. */
export async function markNoShow(
  context: CommandContext,
  bookingId: string,
  key: string,
): Promise<NoShowResult> {
  assertOfBusiness(context, 'call a booking missed');
  const booking = await ownBooking(context, bookingId);
  if (!booking) return { kind: 'unknown' };
  const from = (booking.start + graceOf(context.business.policy)) * 60_000;
  if (booking.status === 'confirmed' && context.clock.now() < from) return { kind: 'too-early', from };
  const moved = await moveVisit(context, bookingId, 'no-show', key);
  if (moved.kind !== 'moved') return moved;
  return { ...moved, noShows: await countNoShows(context.tx, booking.customerId) };
}

/** How many bookings a customer has missed, for whoever decides about a deposit or a call before the next one. */
export function noShowsOf({ tx }: CommandContext, customerId: string): Promise<number> {
  return countNoShows(tx, customerId);
}

function graceOf({ noShowGraceMinutes = GRACE_MINUTES }: Policy): number {
  return noShowGraceMinutes;
}
