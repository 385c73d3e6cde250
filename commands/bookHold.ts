/** Makes a booking of a hold as it stands, and gives it to a customer where it was held for nobody yet: for the API and the desk. */
import type { BookingRecord } from '../models/bookingRecords';
import { giveHold } from '../models/statements/bookings';
import { limitsReached } from '../models/statements/counts';
import { confirm } from './confirm';
import { customerNamed, type NamedCustomer } from './customerNamed';
import { keepAsset } from './keepAsset';
import { byLimit, limitsOfCustomer } from './limits';
import { lockedBooking } from './ownBooking';
import type { CommandContext, ConfirmResult, Refusal } from './types';

export interface BookHoldInput {
  readonly hold: string;
  /** For a hold that was made without one; a hold that has a customer keeps them. */
  readonly customer?: NamedCustomer;
}

/** `gone`: there is no such hold; `over`: it was let go, or is a booking already. One that lapsed takes its time again if it can. */
export async function bookHold(
  context: CommandContext,
  { hold, customer }: BookHoldInput,
  key: string,
): Promise<ConfirmResult | { readonly kind: 'over' }> {
  const booking = await lockedBooking(context, hold);
  if (!booking) return { kind: 'gone' };
  if ((booking.status !== 'held' && booking.status !== 'expired') || booking.released)
    return { kind: 'over' };
  if (customer && booking.attendee === null) {
    const refusal = await give(context, booking, customer);
    if (refusal) return { kind: 'refused', refusal, alternatives: [] };
  }
  const { localStart: start, localEnd: end, price } = booking;
  return confirm(context, { bookingId: hold, shown: { start, end, price } }, key);
}

/** Held for nobody it counted against nobody's limits: it does from now on, or stays nobody's. */
async function give(
  context: CommandContext,
  booking: BookingRecord,
  customer: NamedCustomer,
): Promise<Refusal | null> {
  const customerId = await customerNamed(context, customer);
  const refusal = await limitOf(context, booking, customerId);
  if (refusal) return refusal;
  const asset = booking.asset && (await keepAsset(context, customerId, inputOf(booking.asset)));
  await giveHold(context.tx, booking.id, {
    customer: customerId,
    asset: asset?.id ?? null,
    attendee: customer.name,
  });
  return null;
}

async function limitOf(
  { tx, business, clock }: CommandContext,
  { id, branch: at, start, localStart }: BookingRecord,
  customer: string,
): Promise<Refusal | null> {
  const branch = business.branches.find((each) => each.id === at);
  const limits = branch ? limitsOfCustomer({ business, branch, start }, customer) : [];
  if (!branch || limits.length === 0) return null;
  const [reached] = await limitsReached(tx, limits, clock.now(), id);
  return reached ? byLimit({ localStart, branch }, reached) : null;
}

function inputOf({ label, plate, class: known }: NonNullable<BookingRecord['asset']>): {
  label: string;
  plate?: string;
  class?: string;
} {
  return { label, ...(plate === null ? {} : { plate }), ...(known === null ? {} : { class: known }) };
}
