/** Whether a customer who takes a time has booked the same already, without knowing it any more. */
import type { BookingRecord } from '../models/bookingRecords';
import type { BookingView, CommandContext } from './types';
import { bookingView } from './views';

const BOOKED: readonly BookingRecord['status'][] = ['pending', 'confirmed', 'checked-in', 'in-service'];

/** A booking of the same customer and service whose time overlaps; looks only at what the turn has read, so it costs nothing. */
export function alreadyBooked(
  { seen, business, clock }: CommandContext,
  hold: BookingRecord,
): { readonly alreadyBooked?: BookingView } {
  const same = seen?.all().find((each) => BOOKED.includes(each.status) && isSame(each, hold));
  return same ? { alreadyBooked: bookingView(same, business, clock.now()) } : {};
}

function isSame(booking: BookingRecord, hold: BookingRecord): boolean {
  if (booking.id === hold.id || (booking.plan ?? booking.id) === hold.plan) return false;
  if (booking.customerId !== hold.customerId || booking.service !== hold.service) return false;
  return booking.start < hold.end && hold.start < booking.end;
}
