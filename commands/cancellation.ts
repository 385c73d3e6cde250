/** What cancelling a booking would cost now, and whether it can be cancelled at all. */
import type { BookingRecord } from '../models/bookingRecords';
import { cancellationFee } from '../scheduling/cancellation';
import { minuteOf } from '../scheduling/localDate';
import { toLocal } from '../scheduling/zone';
import type { BookingStatus, CancellationQuote, CommandContext } from './types';
import { bookingView } from './views';

const CANCELLABLE: readonly BookingStatus[] = ['pending', 'confirmed', 'checked-in'];

/** Null when it is over, or no booking yet. */
export function quoteFor(context: CommandContext, booking: BookingRecord): CancellationQuote | null {
  const { business, clock } = context;
  const now = clock.now();
  if (!CANCELLABLE.includes(booking.status) || booking.end * 60_000 <= now) return null;
  const { fee, freeUntil } = cancellationFee(business.policy, booking, minuteOf(now));
  return {
    booking: bookingView(booking, business, now),
    fee,
    freeUntil: freeUntil === null ? null : toLocal(freeUntil, booking.zone),
  };
}
