/** Who sits on which unit of a resource: what a change of its capacity must respect, and may rearrange. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { Minute } from '../../scheduling/business';
import type { Seat } from '../../scheduling/seats';
import { storableJson } from '../storable';

/** Live time of a booking or hold on one unit. */
export interface SeatRecord extends Seat {
  readonly resource: string;
  readonly service: string;
  /** Of a hold: when it lapses. */
  readonly heldUntil: Millis | null;
}

/** Two changes of seats would wait for each other's bookings and for the business in a circle. */
const ALONE = {
  name: 'lock-reseating',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('seats/' || $1::text, 0))`,
};

const LOCK = {
  name: 'lock-seats',
  text: `
SELECT id FROM bookings AS b WHERE tenant_id = $1 AND EXISTS (SELECT FROM allocations AS a
  WHERE a.tenant_id = b.tenant_id AND a.booking_id = b.id AND a.resource_id = ANY ($2) AND a.live AND a.end_minute > $3)
ORDER BY id FOR UPDATE`,
};

/** Keeps bookings with live time on these resources from being cancelled until the transaction ends. */
export async function lockSeats(tx: Tx, resources: readonly string[], from: Minute): Promise<void> {
  await tx.query(ALONE, [tx.tenantId]);
  await tx.query(LOCK, [tx.tenantId, resources, from]);
}

const SEATS = {
  name: 'list-seats',
  text: `
SELECT a.resource_id AS resource, a.booking_id AS booking, b.service_id AS service, a.unit, a.start_minute AS start,
  a.end_minute AS "end", a.before, a.after, millis(a.held_until) AS "heldUntil"
FROM allocations AS a JOIN bookings AS b ON b.tenant_id = a.tenant_id AND b.id = a.booking_id
WHERE a.tenant_id = $1 AND a.resource_id = ANY ($2) AND a.live AND a.end_minute > $3
ORDER BY a.start_minute, a.booking_id, a.unit`,
};

/** Live time on these resources that ends after `from`, earliest first. */
export async function listSeats(
  tx: Tx,
  resources: readonly string[],
  from: Minute,
): Promise<readonly SeatRecord[]> {
  return tx.query<SeatRecord>(SEATS, [tx.tenantId, resources, from]);
}

const LEAVE = {
  name: 'leave-seats',
  text: 'DELETE FROM allocations WHERE tenant_id = $1 AND resource_id = $2 AND booking_id = ANY ($3::uuid[])',
};

const SIT = {
  name: 'take-seats',
  text: `
INSERT INTO allocations (tenant_id, booking_id, resource_id, unit, start_minute, end_minute, before, after, held_until)
SELECT $1, one.booking, $2, one.unit, one.start, one."end", one.before, one.after, instant(one."heldUntil")
FROM jsonb_to_recordset($3) AS one (booking uuid, unit integer, start integer, "end" integer, before integer, after integer,
  "heldUntil" bigint)`,
};

/** Gives the bookings of these seats these units of the resource, in place of those that they had. After `lockSeats`. */
export async function changeSeats(tx: Tx, resource: string, seats: readonly SeatRecord[]): Promise<void> {
  // Two statements: a constraint looks at rows that one and the same statement deletes.
  await tx.query(LEAVE, [tx.tenantId, resource, [...new Set(seats.map(({ booking }) => booking))]]);
  await tx.query(SIT, [tx.tenantId, resource, storableJson(seats)]);
}
