/** The deeds on bookings, each a database function and one round trip. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type {
  BookingRecord,
  BookingRequest,
  CancelledBooking,
  Confirmation,
  ConfirmedBooking,
  CustomerNotes,
  MadeBooking,
  NewBooking,
  RevisedBooking,
  Revision,
} from '../bookingRecords';
import { storableJson, storableText } from '../storable';
import { notesJson } from './customers';

const MAKE = { name: 'make-booking', text: 'SELECT make_booking($1) AS result' };

/** Makes a hold or a booking and takes its time; a repeat by the same key makes nothing more. */
export async function makeBooking(tx: Tx, booking: NewBooking): Promise<MadeBooking> {
  const { references, holdLimit, notes } = booking;
  return call(tx, MAKE, { ...requestJson(tx, booking), references, hold_limit: holdLimit, notes });
}

const REVISE = { name: 'revise-booking', text: 'SELECT revise_booking($1) AS result' };

/** Gives a booking other facts and other time, or leaves it as it was. */
export async function reviseBooking(tx: Tx, revision: Revision): Promise<RevisedBooking> {
  const { from, live, version } = revision;
  return call(tx, REVISE, { ...requestJson(tx, revision), from_statuses: from, live, version });
}

const CONFIRM = { name: 'confirm-booking', text: 'SELECT confirm_booking($1) AS result' };

/** Turns a live hold, exactly as it was shown and made under today's business, into a booking. */
export async function confirmBooking(tx: Tx, confirmation: Confirmation): Promise<ConfirmedBooking> {
  const { shown, now, notes, ...ids } = confirmation;
  return call(tx, CONFIRM, { ...deedJson(tx, ids, now), ...shown, notes: notesOf(notes, now) });
}

export interface Deed {
  readonly id: string;
  /** Null: anybody's. */
  readonly customer: string | null;
  readonly actor: unknown;
  readonly now: Millis;
}

const RENEW = { name: 'renew-hold', text: 'SELECT renew_hold($1) AS result' };

/** One renewal of a live hold; null when it is over or was renewed before. */
export async function renewHold(tx: Tx, deed: Deed, heldUntil: Millis): Promise<BookingRecord | null> {
  return call(tx, RENEW, { ...deedJson(tx, deed, deed.now), heldUntil: iso(heldUntil) });
}

const RELEASE = { name: 'release-hold', text: 'SELECT release_hold($1) AS result' };

/** Lets a hold go; null when there was none to let go. */
export async function releaseHold(tx: Tx, deed: Deed): Promise<BookingRecord | null> {
  return call(tx, RELEASE, deedJson(tx, deed, deed.now));
}

const CANCEL = { name: 'cancel-booking', text: 'SELECT cancel_booking($1) AS result' };

/** Cancels the version that the fee was reckoned for, and frees its time in the same statement. */
export async function cancelBooking(
  tx: Tx,
  cancellation: Deed & { readonly version: number; readonly fee: number; readonly key: string | null },
): Promise<CancelledBooking> {
  const { version, fee, key, ...deed } = cancellation;
  return call(tx, CANCEL, { ...deedJson(tx, deed, deed.now), version, fee, key });
}

const FIND = {
  name: 'find-booking',
  text: `
SELECT booking_json(b) AS booking FROM bookings AS b
WHERE b.tenant_id = $1 AND b.id = $2 AND ($3::uuid IS NULL OR b.customer_id = $3)`,
};

/** A booking by its id; with a customer, only that customer's own. */
export async function findBooking(
  tx: Tx,
  id: string,
  customerId: string | null,
): Promise<BookingRecord | null> {
  const [row] = await tx.query<{ booking: BookingRecord }>(FIND, [tx.tenantId, id, customerId]);
  return row?.booking ?? null;
}

const LOCK = {
  name: 'lock-booking',
  text: 'SELECT booking_json(b) AS booking FROM bookings AS b WHERE b.tenant_id = $1 AND b.id = $2 FOR UPDATE',
};

/** A booking that nobody else changes until this transaction has ended. */
export async function lockBooking(tx: Tx, id: string): Promise<BookingRecord | null> {
  const [row] = await tx.query<{ booking: BookingRecord }>(LOCK, [tx.tenantId, id]);
  return row?.booking ?? null;
}

const GIVE = {
  name: 'give-hold',
  text: 'UPDATE bookings SET customer_id = $3, asset_id = $4, attendee = $5 WHERE tenant_id = $1 AND id = $2',
};

/** A hold made before anybody gave a name becomes this customer's. */
export async function giveHold(
  tx: Tx,
  id: string,
  to: { readonly customer: string; readonly asset: string | null; readonly attendee: string },
): Promise<void> {
  await tx.query(GIVE, [tx.tenantId, id, to.customer, to.asset, storableText(to.attendee)]);
}

const LOCK_DEED = { name: 'lock-deed', text: 'SELECT lock_deed($1, $2) AS booking' };

/** The booking on which a deed with this idempotency key was done; waits for one that is being done, and keeps others waiting. */
export async function lockDeed(tx: Tx, key: string): Promise<BookingRecord | null> {
  const [row] = await tx.query<{ booking: BookingRecord | null }>(LOCK_DEED, [
    tx.tenantId,
    storableText(key),
  ]);
  return row?.booking ?? null;
}

const CURRENT = { name: 'current-bookings', text: 'SELECT current_bookings($1, $2, $3) AS bookings' };

/** The customer's holds, lapsed ones too, and bookings not long over, soonest first. */
export async function currentBookings(
  tx: Tx,
  customerId: string,
  now: Millis,
): Promise<readonly BookingRecord[]> {
  const values = [tx.tenantId, customerId, now];
  const [row] = await tx.query<{ bookings: readonly BookingRecord[] }>(CURRENT, values);
  return row?.bookings ?? [];
}

async function call<Result>(
  tx: Tx,
  statement: { readonly name: string; readonly text: string },
  value: object,
): Promise<Result> {
  const [row] = await tx.query<{ result: Result }>(statement, [storableJson(value)]);
  if (!row) throw new Error(`${statement.name} gave no answer`);
  return row.result;
}

/** The shape of the composite type `booking_request`. */
export function requestJson(tx: Tx, request: BookingRequest): object {
  const { start, end, localStart, localEnd, offset, assetClass, businessVersion, customerNotes, ...others } =
    request;
  const { waitlistEntry, overrideReason, localEnds, ...same } = others;
  return {
    ...same,
    tenant: tx.tenantId,
    start_minute: start,
    end_minute: end,
    local_start: localStart,
    local_end: localEnd,
    offset_minutes: offset,
    asset_class: assetClass,
    business_version: businessVersion,
    waitlist_entry: waitlistEntry,
    override_reason: overrideReason,
    local_ends: localEnds,
    now: iso(request.now),
    held_until: request.heldUntil === null ? null : iso(request.heldUntil),
    customer_notes: notesOf(customerNotes, request.now),
  };
}

export function deedJson(tx: Tx, deed: object, now: Millis): object {
  return { ...deed, tenant: tx.tenantId, now: iso(now) };
}

export function notesOf(notes: CustomerNotes | null, at: Millis): object | null {
  return notes === null ? null : notesJson(notes, at);
}

function iso(at: Millis): string {
  return new Date(at).toISOString();
}
