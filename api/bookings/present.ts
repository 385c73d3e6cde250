/** A booking as the outside sees it: services and branches by id, people by name, amounts in major units. */
import { nameIn } from '../../locales';
import { toMajor } from '../../locales/money';
import type { BookingRecord } from '../../models/records';
import type { Business } from '../../scheduling/business';
import { toRfc3339 } from '../../scheduling/zone';

export interface PresentedBooking {
  readonly id: string;
  readonly reference: string;
  readonly service: string;
  readonly status: string;
  readonly start: string;
  /** Of the service, without buffers. */
  readonly end: string;
  readonly branch: string;
  readonly people: readonly string[];
  /** As the customer would say it. */
  readonly asset: string | null;
  readonly attendee: string | null;
  readonly price: number;
  readonly fee: number;
  readonly currency: string;
}

export function presentBooking(
  booking: BookingRecord,
  business: Business,
  language: string,
): PresentedBooking {
  const { currency } = business;
  return {
    id: booking.id,
    reference: booking.reference,
    service: booking.service,
    status: booking.status,
    start: toRfc3339(booking.start, booking.zone),
    end: toRfc3339(booking.end, booking.zone),
    branch: booking.branch,
    people: peopleOf(booking, business, language),
    asset: assetOf(booking),
    attendee: booking.attendee,
    price: toMajor(booking.price, currency),
    fee: toMajor(booking.fee, currency),
    currency,
  };
}

export function peopleOf(booking: BookingRecord, business: Business, language: string): readonly string[] {
  const people = business.resources.filter(
    ({ kind, id }) => kind === 'person' && booking.resources.includes(id),
  );
  return people.map((person) => nameIn(person.names, language));
}

export function assetOf({ asset }: Pick<BookingRecord, 'asset'>): string | null {
  if (asset === null) return null;
  return asset.plate === null ? asset.label : `${asset.label} ${asset.plate}`;
}
