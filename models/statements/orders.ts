/** Orders: work on what was brought, its stages, and the row of history that each deed leaves. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { Minute } from '../../scheduling/business';
import type { BookingRecord } from '../bookingRecords';
import { storableText } from '../storable';

/** An order with the booking whose visit it is. */
export interface OrderRecord {
  readonly id: string;
  readonly stage: string;
  readonly promised: Minute | null;
  readonly note: string | null;
  readonly version: number;
  readonly createdAt: Millis;
  readonly stageAt: Millis;
  readonly closedAt: Millis | null;
  /** Grows with every order of all businesses: where a page ended. */
  readonly position: number;
  readonly booking: BookingRecord;
}

const ORDER = `
o.id, o.stage, o.promised_minute AS promised, o.note, o.version, millis(o.created_at) AS "createdAt",
millis(o.stage_at) AS "stageAt", millis(o.closed_at) AS "closedAt", o.position::float8 AS position, booking_json(b) AS booking`;
const FROM = `orders AS o JOIN bookings AS b ON b.tenant_id = o.tenant_id AND b.id = o.booking_id`;

const LOCK = {
  name: 'lock-order',
  text: `SELECT ${ORDER} FROM ${FROM} WHERE o.tenant_id = $1 AND o.id = $2 FOR UPDATE OF o`,
};

/** An order that nobody else changes until this transaction has ended. */
export async function lockOrder(tx: Tx, id: string): Promise<OrderRecord | null> {
  const [row] = await tx.query<OrderRecord>(LOCK, [tx.tenantId, id]);
  return row ?? null;
}

const FIND = {
  name: 'find-order',
  text: `SELECT ${ORDER} FROM ${FROM} WHERE o.tenant_id = $1 AND o.id = $2`,
};

export async function findOrder(tx: Tx, id: string): Promise<OrderRecord | null> {
  const [row] = await tx.query<OrderRecord>(FIND, [tx.tenantId, id]);
  return row ?? null;
}

const OF_BOOKING = {
  name: 'order-of-booking',
  text: `SELECT ${ORDER} FROM ${FROM} WHERE o.tenant_id = $1 AND o.booking_id = $2`,
};

export async function orderOfBooking(tx: Tx, bookingId: string): Promise<OrderRecord | null> {
  const [row] = await tx.query<OrderRecord>(OF_BOOKING, [tx.tenantId, bookingId]);
  return row ?? null;
}

const OF_CUSTOMER = {
  name: 'orders-of-customer',
  text: `
SELECT ${ORDER} FROM ${FROM}
WHERE b.tenant_id = $1 AND b.customer_id = $2 AND ($3::uuid IS NULL OR b.conversation_id = $3)
  AND (o.closed_at IS NULL OR o.closed_at > instant($4))
ORDER BY o.position DESC LIMIT 20`,
};

/**
 * A customer's orders, newest first.
 * @param conversation only those booked there; null: all
 * @param closedSince ended orders from this instant on are told too
 */
export async function ordersOfCustomer(
  tx: Tx,
  customerId: string,
  conversation: string | null,
  closedSince: Millis,
): Promise<readonly OrderRecord[]> {
  return tx.query<OrderRecord>(OF_CUSTOMER, [tx.tenantId, customerId, conversation, closedSince]);
}

/** Which orders a page shows; null asks for all. */
export interface OrderFilter {
  readonly stage: string | null;
  readonly branch: string | null;
  readonly booking: string | null;
  /** Whether ended ones are shown too. */
  readonly closed: boolean;
}

const PAGE = {
  name: 'page-of-orders',
  text: `
SELECT ${ORDER} FROM ${FROM}
WHERE o.tenant_id = $1 AND ($2::text IS NULL OR o.stage = $2) AND ($3::text IS NULL OR b.branch_id = $3)
  AND ($4::uuid IS NULL OR o.booking_id = $4) AND ($5 OR o.closed_at IS NULL)
  AND ($6::bigint IS NULL OR o.position < $6)
ORDER BY o.position DESC LIMIT $7`,
};

/** Newest first; `before` is the position where the page before ended. */
export async function pageOfOrders(
  tx: Tx,
  { stage, branch, booking, closed }: OrderFilter,
  before: number | null,
  limit: number,
): Promise<readonly OrderRecord[]> {
  return tx.query<OrderRecord>(PAGE, [tx.tenantId, stage, branch, booking, closed, before, limit]);
}

export interface NewOrder {
  readonly id: string;
  readonly bookingId: string;
  readonly stage: string;
  readonly promised: Minute | null;
  readonly note: string | null;
  readonly at: Millis;
}

const INSERT = {
  name: 'insert-order',
  text: `
INSERT INTO orders (tenant_id, id, booking_id, stage, promised_minute, note, created_at, stage_at)
VALUES ($1, $2, $3, $4, $5, $6, instant($7), instant($7))
ON CONFLICT (tenant_id, booking_id) DO NOTHING RETURNING id`,
};

/** False when the visit has its order already. */
export async function insertOrder(tx: Tx, order: NewOrder): Promise<boolean> {
  const { id, bookingId, stage, promised, at } = order;
  const note = order.note && storableText(order.note);
  const rows = await tx.query(INSERT, [tx.tenantId, id, bookingId, stage, promised, note, at]);
  return rows.length > 0;
}

export interface OrderChange {
  readonly id: string;
  readonly stage: string;
  readonly promised: Minute | null;
  readonly note: string | null;
  readonly stageAt: Millis;
  readonly closedAt: Millis | null;
}

const UPDATE = {
  name: 'update-order',
  text: `
UPDATE orders SET stage = $3, promised_minute = $4, note = $5, stage_at = instant($6), closed_at = instant($7),
  version = version + 1
WHERE tenant_id = $1 AND id = $2`,
};

/** Only under `lockOrder`. */
export async function updateOrder(tx: Tx, change: OrderChange): Promise<void> {
  const { id, stage, promised, stageAt, closedAt } = change;
  const note = change.note && storableText(change.note);
  await tx.query(UPDATE, [tx.tenantId, id, stage, promised, note, stageAt, closedAt]);
}
