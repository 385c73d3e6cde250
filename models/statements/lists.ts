/** What the desk and the API list: bookings by their start, and open tasks. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { Minute } from '../../scheduling/business';
import type { BookingRecord } from '../records';

/** A booking with whom it is for, as a list of the business shows it. */
export interface ListedBooking extends BookingRecord {
  readonly customerName: string | null;
  /** Where the customer can be reached: a proven number first, else the one they typed. */
  readonly customerPhone: string | null;
}

const CUSTOMER_PHONE = `
coalesce((SELECT a.address FROM addresses AS a WHERE a.tenant_id = u.tenant_id AND a.customer_id = u.id AND a.proven
  AND starts_with(a.address, '+') ORDER BY a.created_at LIMIT 1), u.contact_phone)`;

const BOOKINGS = {
  name: 'list-bookings',
  text: `
SELECT booking_json(b) || jsonb_build_object('customerName', u.name, 'customerPhone', ${CUSTOMER_PHONE}) AS booking
FROM bookings AS b JOIN customers AS u ON u.tenant_id = b.tenant_id AND u.id = b.customer_id
WHERE b.tenant_id = $1 AND b.start_minute >= $2 AND b.start_minute < $3 AND b.status NOT IN ('held', 'expired')
ORDER BY b.start_minute, b.id LIMIT $4`,
};

/** Bookings that start in `[from, to)`, soonest first; holds are none. */
export async function listBookings(
  tx: Tx,
  window: { readonly from: Minute; readonly to: Minute; readonly limit: number },
): Promise<readonly ListedBooking[]> {
  const values = [tx.tenantId, window.from, window.to, window.limit];
  const rows = await tx.query<{ booking: ListedBooking }>(BOOKINGS, values);
  return rows.map((row) => row.booking);
}

export interface ListedTask {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly customerName: string | null;
  readonly customerPhone: string | null;
  readonly createdAt: Millis;
}

const TASKS = {
  name: 'list-open-tasks',
  text: `
SELECT t.id, t.kind, t.text, u.name AS "customerName", ${CUSTOMER_PHONE} AS "customerPhone", millis(t.created_at) AS "createdAt"
FROM tasks AS t LEFT JOIN customers AS u ON u.tenant_id = t.tenant_id AND u.id = t.customer_id
WHERE t.tenant_id = $1 AND t.status = 'open' ORDER BY t.created_at, t.id LIMIT $2`,
};

/** Work that waits for an agent, oldest first. */
export async function listOpenTasks(tx: Tx, limit: number): Promise<readonly ListedTask[]> {
  return tx.query<ListedTask>(TASKS, [tx.tenantId, limit]);
}

/** Which bookings a page shows; null asks for all. */
export interface BookingFilter {
  readonly from: Minute;
  /** Exclusive. */
  readonly to: Minute;
  readonly status: string | null;
  readonly service: string | null;
  readonly branch: string | null;
  readonly resource: string | null;
  readonly reference: string | null;
}

/** Where the page before ended. */
export interface BookingPlace {
  readonly start: Minute;
  readonly id: string;
}

const PAGE = {
  name: 'page-of-bookings',
  text: `
SELECT booking_json(b) AS booking FROM bookings AS b
WHERE b.tenant_id = $1 AND b.start_minute >= $2 AND b.start_minute < $3 AND b.status NOT IN ('held', 'expired')
  AND ($4::text IS NULL OR b.status = $4) AND ($5::text IS NULL OR b.service_id = $5)
  AND ($6::text IS NULL OR b.branch_id = $6) AND ($7::text IS NULL OR $7 = ANY (b.resource_ids))
  AND ($8::text IS NULL OR b.reference = $8)
  AND ($9::integer IS NULL OR b.start_minute > $9 OR (b.start_minute = $9 AND b.id > $10::uuid))
ORDER BY b.start_minute, b.id LIMIT $11`,
};

/** Bookings after a place, soonest first; holds are none. What is made meanwhile moves no row to another page. */
export async function pageOfBookings(
  tx: Tx,
  filter: BookingFilter,
  after: BookingPlace | null,
  limit: number,
): Promise<readonly BookingRecord[]> {
  const { from, to, status, service, branch, resource, reference } = filter;
  const first = Math.max(from, after?.start ?? from);
  const values = [tx.tenantId, first, to, status, service, branch, resource, reference];
  const place = [after?.start ?? null, after?.id ?? null, limit];
  const rows = await tx.query<{ booking: BookingRecord }>(PAGE, [...values, ...place]);
  return rows.map((row) => row.booking);
}
