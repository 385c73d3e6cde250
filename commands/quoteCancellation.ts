/** Says what cancelling would cost now, before anything is done. */
import { quoteFor } from './cancellation';
import { ownBooking } from './ownBooking';
import type { CancellationQuote, CommandContext } from './types';

/** Null when there is no such booking of this actor, or it is over. */
export async function quoteCancellation(
  context: CommandContext,
  bookingId: string,
): Promise<CancellationQuote | null> {
  const booking = await ownBooking(context, bookingId);
  return booking && quoteFor(context, booking);
}
