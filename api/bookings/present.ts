/** A booking as the outside sees it: services and branches by id, people by name, amounts in major units. */
import type { z } from 'zod';
import type { BookingView } from '../../commands/types';
import { nameIn } from '../../locales';
import { toMajor } from '../../locales/money';
import type { BookingRecord } from '../../models/records';
import type { Business } from '../../scheduling/business';
import { toRfc3339 } from '../../scheduling/zone';
import type { bookingSchema, holdSchema } from './schema';

type Told = z.infer<typeof bookingSchema>;
export type PresentedBooking = Omit<Told, 'status'> & { readonly status: BookingView['status'] };
export type PresentedHold = z.infer<typeof holdSchema>;

/** What a view and a record of a booking have in common. */
type Shown = Omit<
  BookingView,
  'start' | 'end' | 'people' | 'currency' | 'asset' | 'heldUntil' | 'version'
> & {
  readonly asset: Pick<NonNullable<BookingRecord['asset']>, 'label' | 'plate'> | null;
};

export function presentBooking(booking: Shown, business: Business, language: string): PresentedBooking {
  const { currency } = business;
  return {
    id: booking.id,
    reference: booking.reference,
    service: booking.service,
    status: booking.status,
    start: toRfc3339(booking.startMinute, booking.zone),
    end: toRfc3339(booking.endMinute, booking.zone),
    branch: booking.branch,
    people: peopleOf(booking, business, language),
    asset: assetOf(booking),
    attendee: booking.attendee,
    price: toMajor(booking.price, currency),
    fee: toMajor(booking.fee, currency),
    currency,
  };
}

/** A row of a list, which was not made a view. */
export function presentRecord(
  booking: BookingRecord,
  business: Business,
  language: string,
): PresentedBooking {
  const { start: startMinute, end: endMinute, ...same } = booking;
  return presentBooking({ ...same, startMinute, endMinute }, business, language);
}

export function presentHold(hold: BookingView, business: Business, language: string): PresentedHold {
  const expires = new Date(hold.heldUntil ?? 0).toISOString();
  return { ...presentBooking(hold, business, language), status: 'held', expires };
}

export function peopleOf(
  booking: Pick<BookingRecord, 'resources'>,
  business: Business,
  language: string,
): readonly string[] {
  const people = business.resources.filter(
    ({ kind, id }) => kind === 'person' && booking.resources.includes(id),
  );
  return people.map((person) => nameIn(person.names, language));
}

export function assetOf({ asset }: Pick<Shown, 'asset'>): string | null {
  if (asset === null) return null;
  return asset.plate === null ? asset.label : `${asset.label} ${asset.plate}`;
}
