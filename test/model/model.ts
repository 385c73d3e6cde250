/** The studio in memory: who has what, as plain rows, and what each deed must be answered with. */
import { toInstant } from '../../scheduling/zone';
import { HOLDS_PER_CUSTOMER, MOST_SEATS, OFFERS, ROOM, type Offer } from './studio';

export interface Row {
  readonly resource: string;
  readonly unit: number;
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

export type State = 'held' | 'released' | 'confirmed' | 'cancelled';

export interface Known {
  readonly id: string;
  /** Whose it is: the place of the client in the list of clients. */
  readonly owner: number;
  /** Made without a hold. */
  readonly byAgent: boolean;
  state: State;
  service: string;
  start: string;
  heldUntil: number;
  rows: readonly Row[];
  /** How often the business had changed when it was held. */
  changes: number;
}

export class Model {
  readonly bookings: Known[] = [];
  seats = MOST_SEATS;
  changes = 0;

  isLive(booking: Known, now: number): boolean {
    return booking.state === 'confirmed' || (booking.state === 'held' && booking.heldUntil > now);
  }

  holdsOf(owner: number, now: number): number {
    return this.bookings.filter(
      (each) => each.owner === owner && each.state === 'held' && each.heldUntil > now,
    ).length;
  }

  tooManyHolds(owner: number, now: number): boolean {
    return this.holdsOf(owner, now) >= HOLDS_PER_CUSTOMER;
  }

  /** Whether the time can be had, if only these people may do it; what `except` has does not count. */
  isFree(service: string, start: string, now: number, except?: Known, people?: readonly string[]): boolean {
    const offer = offerOf(service);
    return offer.pools.every((pool) =>
      among(pool, people).some((resource) =>
        units(resource === ROOM ? this.seats : 1).some(
          (unit) => !this.inTheWay(rowOf(offer, start, resource, unit), now, except),
        ),
      ),
    );
  }

  /** Brute force over everything that is live; the rule of the larger buffer, told once more. */
  collides(row: Row, now: number, except?: Known): boolean {
    return this.bookings.some(
      (each) => each !== except && this.isLive(each, now) && each.rows.some((other) => tooClose(row, other)),
    );
  }

  /** Whoever sits on a seat that is no more is in the way of everybody who would come. */
  private inTheWay(row: Row, now: number, except?: Known): boolean {
    const places = row.resource === ROOM ? [row.unit, ...units(MOST_SEATS).slice(this.seats)] : [row.unit];
    return places.some((unit) => this.collides({ ...row, unit }, now, except));
  }

  /** What the booking may have taken: one unit of each pool, exactly then. */
  fits(booking: Known): boolean {
    const offer = offerOf(booking.service);
    return (
      booking.rows.length === offer.pools.length &&
      offer.pools.every((pool) => booking.rows.some((row) => pool.includes(row.resource))) &&
      booking.rows.every((row) => sameRow(row, rowOf(offer, booking.start, row.resource, row.unit)))
    );
  }

  /** Whether seats can be taken away or added: those that are booked stay. Holds on a seat that is gone look for another. */
  maySet(seats: number): boolean {
    return !this.bookings.some(
      ({ state, rows }) =>
        state === 'confirmed' && rows.some(({ resource, unit }) => resource === ROOM && unit >= seats),
    );
  }
}

/** Who does it, or last did. */
export function peopleOf({ rows }: Known): readonly string[] {
  return rows.flatMap(({ resource }) => (resource === ROOM ? [] : [resource]));
}

function among(pool: readonly string[], people: readonly string[] | undefined): readonly string[] {
  return people === undefined || pool.includes(ROOM) ? pool : pool.filter((each) => people.includes(each));
}

export function offerOf(service: string): Offer {
  const offer = OFFERS[service];
  if (!offer) throw new Error(`the studio has no ${service}`);
  return offer;
}

function rowOf(offer: Offer, local: string, resource: string, unit: number): Row {
  const found = toInstant(local, 'Europe/Berlin');
  if (found.kind !== 'exact') throw new Error(`${local} is no instant`);
  const { minutes, before, after } = offer;
  return { resource, unit, start: found.minute, end: found.minute + minutes, before, after };
}

function tooClose(one: Row, other: Row): boolean {
  if (one.resource !== other.resource || one.unit !== other.unit) return false;
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  return second.start < first.end + Math.max(first.after, second.before);
}

function sameRow(one: Row, other: Row): boolean {
  return (
    one.start === other.start &&
    one.end === other.end &&
    one.before === other.before &&
    one.after === other.after
  );
}

function units(count: number): readonly number[] {
  return Array.from({ length: count }, (_, unit) => unit);
}
