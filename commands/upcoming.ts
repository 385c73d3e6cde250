/** A customer's bookings that are not over. */
import { currentBookings } from '../models/statements/bookings';
import { assertActsFor } from './actors';
import type { BookingStatus, BookingView, CommandContext } from './types';
import { bookingView } from './views';

const NOT_OVER: readonly BookingStatus[] = ['pending', 'confirmed', 'checked-in', 'in-service'];

/** Soonest first; holds are none of them. One round trip, none when the turn has read them with its lock. */
export async function upcoming(context: CommandContext, customerId: string): Promise<readonly BookingView[]> {
  assertActsFor(context, customerId);
  const now = context.clock.now();
  const seen = context.seen?.complete
    ? context.seen.all()
    : await currentBookings(context.tx, customerId, now);
  const open = seen.filter((booking) => NOT_OVER.includes(booking.status) && booking.end * 60_000 > now);
  const sorted = [...open].sort((left, right) => left.start - right.start);
  return sorted.map((booking) => bookingView(booking, context.business, now));
}
