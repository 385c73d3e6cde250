/** Bookings and slots as those above see them: wall time beside minutes, and a lapsed hold called what it is. */
import type { BookingRecord } from '../models/bookingRecords';
import type { Millis } from '../platform/clock';
import type { TimeSlot } from '../scheduling/ask';
import { branchOf } from '../scheduling/ask';
import type { Business } from '../scheduling/business';
import { toLocal } from '../scheduling/zone';
import type { BookingView, TimeSlotView } from './types';

/** A hold is live until its very last instant has come, whatever the row says. */
export function isLapsed(booking: BookingRecord, now: Millis): boolean {
  return booking.status === 'held' && booking.heldUntil !== null && booking.heldUntil <= now;
}

export function bookingView(booking: BookingRecord, business: Business, now: Millis): BookingView {
  return {
    id: booking.id,
    reference: booking.reference,
    status: isLapsed(booking, now) ? 'expired' : booking.status,
    service: booking.service,
    branch: booking.branch,
    start: booking.localStart,
    end: booking.localEnd,
    zone: booking.zone,
    startMinute: booking.start,
    endMinute: booking.end,
    people: booking.resources.filter((id) => isPerson(business, id)),
    resources: booking.resources,
    asset: booking.asset,
    attendee: booking.attendee,
    price: booking.price,
    fee: booking.fee,
    currency: business.currency,
    heldUntil: booking.heldUntil,
    version: booking.version,
    person: booking.person,
    assetClass: booking.assetClass,
    ...(booking.overrideReason ? { overrideReason: booking.overrideReason } : {}),
  };
}

export function slotView(slot: TimeSlot, business: Business): TimeSlotView {
  const { zone } = branchOf(business, slot.branch);
  return {
    start: toLocal(slot.start, zone),
    end: toLocal(slot.end, zone),
    zone,
    startMinute: slot.start,
    endMinute: slot.end,
    branch: slot.branch,
    people: slot.resources,
  };
}

function isPerson(business: Business, id: string): boolean {
  return business.resources.some((each) => each.id === id && each.kind === 'person');
}
