/** What became of bookings in a turn, out of the results of its commands. */
import type { BookingView } from '../commands/types';
import type { JournalEntry } from './journal';

/** Made for good in this turn, each once, in the order in which they were made. */
export function bookedIn(entries: readonly JournalEntry[]): readonly BookingView[] {
  return bookingsOf(entries, ['confirmed', 'booked']).filter(({ status }) => status === 'confirmed');
}

export function movedIn(entries: readonly JournalEntry[]): readonly BookingView[] {
  return bookingsOf(entries, ['rescheduled']);
}

export function cancelledIn(entries: readonly JournalEntry[]): readonly BookingView[] {
  return bookingsOf(entries, ['cancelled']);
}

/** The customer's appointments, where the turn looked them up. */
export function upcomingIn(entries: readonly JournalEntry[]): readonly BookingView[] {
  const found = entries.findLast(({ command }) => command === 'upcoming')?.result;
  return Array.isArray(found) ? found.filter(isBooking) : [];
}

function bookingsOf(entries: readonly JournalEntry[], kinds: readonly string[]): readonly BookingView[] {
  const found = entries.flatMap(({ result }) => {
    const { kind, booking, bookings, plan } = (result ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof kind !== 'string' || !kinds.includes(kind)) return [];
    const items = (plan as { readonly items?: unknown } | undefined)?.items;
    return [booking, bookings, items].flat().filter(isBooking);
  });
  return [...new Map(found.map((view) => [view.id, view])).values()];
}

/** A booking as a command tells it. */
export function isBooking(value: unknown): value is BookingView {
  return typeof value === 'object' && value !== null && 'reference' in value && 'start' in value;
}
