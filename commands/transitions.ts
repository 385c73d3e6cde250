/** What a booking may become. The database enforces the same table (`may_become`), whatever the code does. */
import type { BookingStatus } from './types';

export const TRANSITIONS: Readonly<Record<BookingStatus, readonly BookingStatus[]>> = {
  held: ['pending', 'confirmed', 'expired'],
  expired: ['held', 'pending', 'confirmed'],
  pending: ['confirmed', 'cancelled'],
  confirmed: ['checked-in', 'in-service', 'done', 'cancelled', 'no-show'],
  'checked-in': ['in-service', 'done', 'cancelled'],
  'in-service': ['done'],
  done: [],
  cancelled: [],
  'no-show': [],
};

/** Bookings begin as one of these. */
export const BEGINNINGS: readonly BookingStatus[] = ['held', 'pending', 'confirmed'];

/** What still takes time. */
export const LIVE: readonly BookingStatus[] = ['held', 'pending', 'confirmed', 'checked-in', 'in-service'];
