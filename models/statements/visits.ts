/** The moves of a visit, and what is counted of them. */
import type { Tx } from '../../platform/database';
import type { BookingRecord } from '../bookingRecords';
import { storableJson } from '../storable';
import type { Deed } from './bookings';

export type MarkedBooking =
  | { readonly kind: 'moved' | 'repeated'; readonly booking: BookingRecord }
  /** Another version or status than was thought. */
  | { readonly kind: 'other'; readonly booking: BookingRecord }
  | { readonly kind: 'gone' };

export interface Mark extends Deed {
  readonly from: readonly BookingRecord['status'][];
  readonly to: BookingRecord['status'];
  readonly version: number;
  readonly key: string | null;
}

const MARK = { name: 'mark-booking', text: 'SELECT mark_booking($1) AS result' };

/** Gives a booking its next status, if it is what it was thought to be. */
export async function markBooking(tx: Tx, { now, ...mark }: Mark): Promise<MarkedBooking> {
  const value = { ...mark, tenant: tx.tenantId, now: new Date(now).toISOString() };
  const [row] = await tx.query<{ result: MarkedBooking }>(MARK, [storableJson(value)]);
  if (!row) throw new Error('mark-booking gave no answer');
  return row.result;
}

const NO_SHOWS = {
  name: 'count-no-shows',
  text: `SELECT count(*)::integer AS count FROM bookings WHERE tenant_id = $1 AND customer_id = $2 AND status = 'no-show'`,
};

/** How many bookings this customer has missed. */
export async function countNoShows(tx: Tx, customerId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(NO_SHOWS, [tx.tenantId, customerId]);
  return row?.count ?? 0;
}
