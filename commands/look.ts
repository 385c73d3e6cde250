/** Today's facts of a hold or booking. */
import { ownBooking } from './ownBooking';
import type { BookingView, CommandContext } from './types';
import { bookingView } from './views';

/** Null when there is none such for this actor. A hold that lapsed is `expired`. */
export async function look(context: CommandContext, bookingId: string): Promise<BookingView | null> {
  const booking = await ownBooking(context, bookingId);
  return booking && bookingView(booking, context.business, context.clock.now());
}
