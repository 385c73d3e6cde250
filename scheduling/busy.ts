/** Time that is already taken, and the one rule by which two appointments on the same unit exclude each other. */
import type { Business, Minute } from './business';

/** An appointment's place on the clock: `[start, end)` of the service, with the buffers it wants on both sides. */
export interface Footprint {
  readonly start: Minute;
  readonly end: Minute;
  /** Buffer minutes before `start`. */
  readonly before: number;
  /** Buffer minutes after `end`. */
  readonly after: number;
}

/** A live allocation of one unit of a resource. */
export interface Busy extends Footprint {
  readonly unit: number;
  /** Whose it is, where the reader may know. */
  readonly booking?: string | undefined;
}

/** By resource id; a resource without an entry is free. Rows may come in any order. */
export type BusyByResource = ReadonlyMap<string, readonly Busy[]>;

/**
 * Whether two appointments on one unit exclude each other: exactly the two exclusion constraints of the database, over
 * `[start, end + after)` and over `[start − before, end)`. Between neighbours the larger of the two buffers has to fit.
 */
export function collide(a: Footprint, b: Footprint): boolean {
  const withAfter = a.start < b.end + b.after && b.start < a.end + a.after;
  const withBefore = a.start - a.before < b.end && b.start - b.before < a.end;
  return withAfter || withBefore;
}

/**
 * Whether a row stands on a unit. One on a unit that is no more, since the capacity was cut while it was booked, stands on all:
 * there is one more at that time than there should be.
 */
export function standsOn(row: Busy, unit: number, capacity: number): boolean {
  return row.unit === unit || row.unit >= capacity;
}

/** Widest buffer that old allocations are reckoned to have, beside those of today's services. */
const WIDEST_OLD_BUFFER = 240;

/**
 * The stretch of busy time that matters for starts in `[from, to)` of an appointment of `duration` minutes: every row with
 * `end > from` and `start < to` of what is returned.
 */
export function busyWindow(
  business: Business,
  duration: number,
  from: Minute,
  to: Minute,
): { readonly from: Minute; readonly to: Minute } {
  const buffers = business.services.flatMap((service) => [service.bufferBefore, service.bufferAfter]);
  const reach = Math.max(WIDEST_OLD_BUFFER, ...buffers);
  return { from: from - reach, to: to + duration + reach };
}
