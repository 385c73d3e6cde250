/** The customer's answer to an offer: the hold it is becomes their booking, or goes to the next. */
import { confirm } from '../confirm';
import { ownBooking } from '../ownBooking';
import { release } from '../release';
import type { CommandContext, ConfirmResult } from '../types';

/**
 * Confirms the offered hold as it stands. After the offer's time it takes the same time again if nobody else has it, like any
 * hold that lapsed; the database marks entry and offer as taken. `gone`: there is no such offer.
 */
export async function acceptOffer(
  context: CommandContext,
  hold: string,
  key: string,
): Promise<ConfirmResult> {
  const booking = await ownBooking(context, hold);
  if (!booking?.waitlistEntry) return { kind: 'gone' };
  const { localStart: start, localEnd: end, price } = booking;
  return confirm(context, { bookingId: hold, shown: { start, end, price } }, key);
}

/** The customer goes on waiting for other times; this one is offered to the next. */
export async function declineOffer(
  context: CommandContext,
  hold: string,
): Promise<{ readonly kind: 'declined' | 'gone' }> {
  const booking = await ownBooking(context, hold);
  if (!booking?.waitlistEntry || (booking.status !== 'held' && booking.status !== 'expired'))
    return { kind: 'gone' };
  await release(context, hold);
  return { kind: 'declined' };
}
