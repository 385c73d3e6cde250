/** What a change of the business would do to bookings to come: some changes may not be, others are only told. */
import type { BusinessDefinition } from '../../models/businessDefinition';
import type { ListedBooking } from '../../models/statements/lists';
import type { Branch, Resource } from '../../scheduling/business';
import { isOpen } from '../../scheduling/openingHours';
import { notWorking } from '../../scheduling/workingHours';
import type { Reseating } from './capacity';

export interface BookingToCome {
  readonly reference: string;
  /** Wall time of the branch. */
  readonly start: string;
  readonly service: string;
  readonly branch: string;
  readonly resources: readonly string[];
  readonly customer: string | null;
  readonly phone: string | null;
}

/** A change that is refused, with the bookings that stand against it. */
export interface Refusal {
  readonly path: string;
  readonly rule: string;
  readonly bookings: readonly BookingToCome[];
}

/** Changes that bookings to come stand against: they must be moved or cancelled first. */
export function refusalsOf(
  before: BusinessDefinition,
  after: BusinessDefinition,
  bookings: readonly ListedBooking[],
): readonly Refusal[] {
  const refused: Refusal[] = [
    refusal(
      'currency',
      'Prices that were agreed keep their currency',
      before.currency === after.currency ? [] : bookings,
    ),
    ...before.services.filter(isGone(after.services)).map(({ id }) =>
      refusal(
        `services.${id}`,
        `${id} cannot be taken away while it is booked`,
        bookings.filter(({ service }) => service === id),
      ),
    ),
    ...before.branches.flatMap((branch) => branchRefusals(branch, after, bookings)),
    ...before.resources.flatMap((resource) => resourceRefusals(resource, after, bookings)),
  ];
  return refused.filter((each) => each.bookings.length > 0);
}

function refusal(path: string, rule: string, bookings: readonly ListedBooking[]): Refusal {
  return { path, rule, bookings: bookings.map(shownBooking) };
}

function isGone(left: readonly { readonly id: string }[]): (item: { readonly id: string }) => boolean {
  return ({ id }) => !left.some((each) => each.id === id);
}

function branchRefusals(
  branch: Branch,
  after: BusinessDefinition,
  bookings: readonly ListedBooking[],
): readonly Refusal[] {
  const path = `branches.${branch.id}`;
  const booked = bookings.filter((booking) => booking.branch === branch.id);
  const next = after.branches.find(({ id }) => id === branch.id);
  if (next === undefined)
    return [refusal(path, `${branch.id} cannot be taken away while it is booked`, booked)];
  if (next.zone === branch.zone) return [];
  return [refusal(`${path}.zone`, `${branch.id} cannot change its zone while it is booked`, booked)];
}

function resourceRefusals(
  resource: Resource,
  after: BusinessDefinition,
  bookings: readonly ListedBooking[],
): readonly Refusal[] {
  const { id } = resource;
  const path = `resources.${id}`;
  const booked = bookings.filter(({ resources }) => resources.includes(id));
  const next = after.resources.find((each) => each.id === id);
  if (next === undefined) return [refusal(path, `${id} cannot be taken away while booked`, booked)];
  if (next.kind === resource.kind && next.branch === resource.branch) return [];
  return [refusal(path, `${id} cannot be moved elsewhere while booked`, booked)];
}

/** Bookings that stood within the hours of branch and people, and would not any more. They are kept. */
export function closedOut(
  before: BusinessDefinition,
  after: BusinessDefinition,
  bookings: readonly ListedBooking[],
): readonly ListedBooking[] {
  return bookings.filter((booking) => fits(booking, before) && !fits(booking, after));
}

/** Bookings that sit on units beyond the new capacity. They are kept. */
export function beyondCapacity(
  reseatings: readonly Reseating[],
  bookings: readonly ListedBooking[],
): readonly ListedBooking[] {
  const beyond = new Set(reseatings.flatMap((each) => each.beyond));
  return bookings.filter(({ id }) => beyond.has(id));
}

function fits(booking: ListedBooking, business: BusinessDefinition): boolean {
  const branch = business.branches.find(({ id }) => id === booking.branch);
  if (branch === undefined || !isOpen(branch, booking.start, booking.end)) return false;
  return business.resources
    .filter(({ id }) => booking.resources.includes(id))
    .every((resource) => notWorking(resource, branch, booking.start, booking.end) === null);
}

export function shownBooking(booking: ListedBooking): BookingToCome {
  return {
    reference: booking.reference,
    start: booking.localStart,
    service: booking.service,
    branch: booking.branch,
    resources: booking.resources,
    customer: booking.attendee ?? booking.customerName,
    phone: booking.customerPhone,
  };
}

/** `N7KQ: Ada Lovelace, +4915112345678, 2026-03-28 10:00, oil-change at mitte with ali, lift-1` */
export function bookingText(booking: BookingToCome): string {
  const { reference, start, service, branch, resources, customer, phone } = booking;
  const what = `${service} at ${branch} with ${resources.join(', ')}`;
  const known = [customer, phone, start.replace('T', ' '), what].filter((part) => part !== null);
  return `${reference}: ${known.join(', ')}`;
}
