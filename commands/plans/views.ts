/** A plan that was made, out of its bookings. */
import type { BookingRecord } from '../../models/bookingRecords';
import type { CommandContext } from '../types';
import { bookingView, isLapsed } from '../views';
import type { PlanView } from './types';

/** @param bookings at least one, in the order in which they were asked for */
export function planView(context: CommandContext, bookings: readonly BookingRecord[]): PlanView {
  const { business, clock, seen } = context;
  const now = clock.now();
  for (const booking of bookings) seen?.see(booking);
  const items = bookings.map((booking) => bookingView(booking, business, now));
  const kept = bookings.filter((booking) => !isOff(booking));
  const until = kept.flatMap((booking) => booking.heldUntil ?? []);
  return {
    planId: bookings[0]?.plan ?? '',
    status: statusOf(kept, now),
    items,
    price: kept.reduce((sum, booking) => sum + booking.price, 0),
    fee: bookings.reduce((sum, booking) => sum + booking.fee, 0),
    currency: business.currency,
    heldUntil: until.length > 0 ? Math.min(...until) : null,
  };
}

/** Still to be confirmed: held, or lapsed and not let go. */
export function isOpen(booking: BookingRecord): boolean {
  return booking.status === 'held' || (booking.status === 'expired' && !booking.released);
}

function isOff(booking: BookingRecord): boolean {
  return booking.status === 'cancelled' || (booking.status === 'expired' && booking.released);
}

function statusOf(kept: readonly BookingRecord[], now: number): PlanView['status'] {
  if (kept.length === 0) return 'cancelled';
  if (kept.some((booking) => booking.status === 'expired' || isLapsed(booking, now))) return 'expired';
  return kept.some((booking) => booking.status === 'held') ? 'held' : 'confirmed';
}
