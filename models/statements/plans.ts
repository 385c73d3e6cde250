/** Several deeds on bookings, all or none, each call one round trip: for plans of several items and appointments that recur. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type {
  BookingRecord,
  BookingRequest,
  Confirmation,
  CustomerNotes,
  NewBooking,
} from '../bookingRecords';
import { storableJson, storableText } from '../storable';
import { deedJson, notesOf, requestJson, type Deed } from './bookings';

/** What became of all of them; `at` is the place of the deed that could not be done, and then nothing was. */
export type DoneTogether =
  /** In the order asked. */
  | { readonly kind: 'done'; readonly bookings: readonly BookingRecord[] }
  /** With this key, before. */
  | { readonly kind: 'repeated'; readonly bookings: readonly BookingRecord[] }
  | { readonly kind: 'taken'; readonly at: number }
  /** A limit of its service, its customer or its resources would be passed. */
  | { readonly kind: 'limit-reached'; readonly at: number }
  | { readonly kind: 'too-many-holds'; readonly at: number }
  /** The business has changed since it was read: read it again and reckon anew. */
  | { readonly kind: 'stale'; readonly at: number }
  /** A booking is not what it was thought to be, or there is none such of this customer. */
  | { readonly kind: 'look' | 'other' | 'gone'; readonly at: number };

/** What all deeds have in common. */
export interface Common {
  /** Locked first; null where an agent acts on anybody's. */
  readonly customer: string | null;
  /** Idempotency key of all of them. */
  readonly key: string | null;
  readonly now: Millis;
  readonly notes: CustomerNotes | null;
}

export interface Reckoned extends Common {
  readonly businessVersion: number;
  /** How many ways there are: the n-th candidates of all bookings go together. Null: each has candidates of its own. */
  readonly ways: number | null;
}

/** Makes all these bookings, or none. */
export function makeTogether(
  tx: Tx,
  common: Reckoned,
  bookings: readonly NewBooking[],
): Promise<DoneTogether> {
  const deeds = bookings.map((booking) => {
    const { references, holdLimit, notes } = booking;
    return { ...requestJson(tx, booking), references, hold_limit: holdLimit, notes };
  });
  return together(tx, 'make', common, deeds);
}

/** What a booking is to become, and what it must be now. */
export interface Revised extends BookingRequest {
  readonly from: readonly BookingRecord['status'][];
  /** A hold that lapsed is not revised. */
  readonly live: boolean;
}

/** Gives all these bookings other facts and other time at once: each may take what another of them had. Or leaves all as they were. */
export function reviseTogether(
  tx: Tx,
  common: Reckoned,
  revisions: readonly Revised[],
): Promise<DoneTogether> {
  const deeds = revisions.map((revision) => {
    const { from, live } = revision;
    return { ...requestJson(tx, revision), from_statuses: from, live };
  });
  return together(tx, 'revise', common, deeds);
}

/** Makes bookings of live holds exactly as they were shown, of all or of none. */
export function confirmTogether(
  tx: Tx,
  common: Common,
  confirmations: readonly Omit<Confirmation, 'notes'>[],
): Promise<DoneTogether> {
  const deeds = confirmations.map(({ shown, now, ...ids }) => ({ ...deedJson(tx, ids, now), ...shown }));
  return together(tx, 'confirm', common, deeds);
}

export interface Cancelled extends Deed {
  readonly version: number;
  /** Minor units. */
  readonly fee: number;
  readonly key: string | null;
}

/** Cancels all of them, in the versions that the fees were reckoned for, or none. */
export function cancelTogether(
  tx: Tx,
  common: Common,
  cancellations: readonly Cancelled[],
): Promise<DoneTogether> {
  const deeds = cancellations.map((each) => deedJson(tx, each, each.now));
  return together(tx, 'cancel', common, deeds);
}

/** Renews all of these holds once, or none. */
export function renewTogether(
  tx: Tx,
  common: Common,
  renewals: readonly Deed[],
  heldUntil: Millis,
): Promise<DoneTogether> {
  const until = new Date(heldUntil).toISOString();
  const deeds = renewals.map((each) => ({ ...deedJson(tx, each, each.now), heldUntil: until }));
  return together(tx, 'renew', common, deeds);
}

/** Lets all of these holds go, or none. */
export function releaseTogether(tx: Tx, common: Common, releases: readonly Deed[]): Promise<DoneTogether> {
  return together(
    tx,
    'release',
    common,
    releases.map((each) => deedJson(tx, each, each.now)),
  );
}

const TOGETHER = { name: 'do-together', text: 'SELECT do_together($1) AS result' };

async function together(
  tx: Tx,
  verb: string,
  { customer, key, now, notes, ...reckoned }: Common & Partial<Reckoned>,
  deeds: readonly object[],
): Promise<DoneTogether> {
  const { businessVersion, ways } = reckoned;
  const value = {
    tenant: tx.tenantId,
    verb,
    customer,
    key,
    customer_notes: notesOf(notes, now),
    ...(businessVersion === undefined ? {} : { business_version: businessVersion }),
    ...(ways === undefined ? {} : { ways }),
    deeds,
  };
  const [row] = await tx.query<{ result: DoneTogether }>(TOGETHER, [storableJson(value)]);
  if (!row) throw new Error(`${verb} together gave no answer`);
  return row.result;
}

const LOCK = { name: 'lock-together', text: 'SELECT lock_together($1, $2) AS bookings' };

/** The bookings on which deeds were done together with this key; waits for whoever is doing them, and keeps others waiting. */
export async function lockTogether(tx: Tx, key: string): Promise<readonly BookingRecord[]> {
  const values = [tx.tenantId, storableText(key)];
  const [row] = await tx.query<{ bookings: readonly BookingRecord[] }>(LOCK, values);
  return row?.bookings ?? [];
}

const OF_PLAN = {
  name: 'bookings-of-plan',
  text: `
SELECT booking_json(b) AS booking FROM bookings AS b
WHERE b.tenant_id = $1 AND b.plan_id = $2 AND ($3::uuid IS NULL OR b.customer_id = $3) ORDER BY b.position`,
};

/** All items of a plan in the order in which they were asked for; with a customer, only of that customer's own plan. */
export function bookingsOfPlan(
  tx: Tx,
  plan: string,
  customerId: string | null,
): Promise<readonly BookingRecord[]> {
  return bookingsBy(tx, OF_PLAN, plan, customerId);
}

const OF_SERIES = {
  name: 'bookings-of-series',
  text: `
SELECT booking_json(b) AS booking FROM bookings AS b
WHERE b.tenant_id = $1 AND b.series_id = $2 AND ($3::uuid IS NULL OR b.customer_id = $3) ORDER BY b.start_minute, b.position`,
};

/** All appointments of a series, soonest first; with a customer, only of that customer's own series. */
export function bookingsOfSeries(
  tx: Tx,
  series: string,
  customerId: string | null,
): Promise<readonly BookingRecord[]> {
  return bookingsBy(tx, OF_SERIES, series, customerId);
}

async function bookingsBy(
  tx: Tx,
  statement: { readonly name: string; readonly text: string },
  id: string,
  customerId: string | null,
): Promise<readonly BookingRecord[]> {
  const rows = await tx.query<{ booking: BookingRecord }>(statement, [tx.tenantId, id, customerId]);
  return rows.map((row) => row.booking);
}
