/** A booking as the actor may see it: read once in a transaction, and for a customer only their own. */
import type { BookingRecord } from '../models/bookingRecords';
import { findBooking, lockBooking } from '../models/statements/bookings';
import { onlyFor } from './actors';
import type { CommandContext } from './types';

/** Null when there is none, or it is somebody else's; no round trip for one that was seen before. */
export async function ownBooking(context: CommandContext, id: string): Promise<BookingRecord | null> {
  const customer = onlyFor(context.actor);
  const seen = context.seen?.get(id);
  if (seen) return customer === null || seen.customerId === customer ? seen : null;
  if (!UUID.test(id)) return null;
  const found = await findBooking(context.tx, id, customer);
  return found && (context.seen?.see(found) ?? found);
}

/** As it is and stays until this transaction has ended; for those who may see every booking of the business. */
export async function lockedBooking({ tx }: CommandContext, id: string): Promise<BookingRecord | null> {
  return UUID.test(id) ? lockBooking(tx, id) : null;
}

/** What is no uuid is nobody's booking; the database would call it an error. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
