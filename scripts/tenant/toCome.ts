/** What a change of the business would do to bookings to come: some changes may not be, others are only told. */
import type { BusinessDefinition } from '../../models/businessDefinition';
import type { ListedBooking } from '../../models/statements/lists';
import type { UnitsTaken } from '../../models/statements/unitsTaken';
import type { Branch, Resource } from '../../scheduling/business';
import { isOpen } from '../../scheduling/openingHours';
import { notWorking } from '../../scheduling/workingHours';

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

export interface ToCome {
  readonly bookings: readonly ListedBooking[];
  readonly units: readonly UnitsTaken[];
}

/** Changes that bookings to come stand against: they must be moved or cancelled first. */
export function refusalsOf(
  before: BusinessDefinition,
  after: BusinessDefinition,
  toCome: ToCome,
): readonly Refusal[] {
  const { bookings } = toCome;
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
    ...before.resources.flatMap((resource) => resourceRefusals(resource, before, after, toCome)),
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
  before: BusinessDefinition,
  after: BusinessDefinition,
  toCome: ToCome,
): readonly Refusal[] {
  const { id } = resource;
  const path = `resources.${id}`;
  const booked = toCome.bookings.filter(({ resources }) => resources.includes(id));
  const next = after.resources.find((each) => each.id === id);
  if (next === undefined) return [refusal(path, `${id} cannot be taken away while booked`, booked)];
  if (next.kind !== resource.kind || next.branch !== resource.branch)
    return [refusal(path, `${id} cannot be moved elsewhere while booked`, booked)];
  if (next.capacity === resource.capacity) return [];
  const against = booked.filter((booking) => hindersCapacity(booking, resource, next, before, toCome.units));
  return [
    refusal(
      `${path}.capacity`,
      `${id} cannot have another capacity while booked beyond it or as a whole`,
      against,
    ),
  ];
}

/**
 * Seats that are taken stay. Who took the whole resource took every unit it had: a unit added later would not be theirs, and
 * somebody else could sit on it.
 */
function hindersCapacity(
  { id, service }: ListedBooking,
  { id: resource, kind, capacity }: Resource,
  next: Resource,
  before: BusinessDefinition,
  taken: readonly UnitsTaken[],
): boolean {
  const units = taken.find((each) => each.bookingId === id && each.resource === resource)?.units ?? [];
  const needs = before.services.find((each) => each.id === service)?.needs ?? [];
  const takesWhole = needs.some((need) => need.kind === kind && need.whole && need.pool.includes(resource));
  return units.some((unit) => unit >= next.capacity) || (takesWhole && units.length >= capacity);
}

/** Bookings that stood within the hours of branch and people, and would not any more. They are kept. */
export function closedOut(
  before: BusinessDefinition,
  after: BusinessDefinition,
  { bookings }: ToCome,
): readonly BookingToCome[] {
  return bookings.filter((booking) => fits(booking, before) && !fits(booking, after)).map(shownBooking);
}

function fits(booking: ListedBooking, business: BusinessDefinition): boolean {
  const branch = business.branches.find(({ id }) => id === booking.branch);
  if (branch === undefined || !isOpen(branch, booking.start, booking.end)) return false;
  return business.resources
    .filter(({ id }) => booking.resources.includes(id))
    .every((resource) => notWorking(resource, branch, booking.start, booking.end) === null);
}

function shownBooking(booking: ListedBooking): BookingToCome {
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
