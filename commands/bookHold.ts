/** Makes a booking of a hold as it stands, and gives it to a customer where it was held for nobody yet: for the API and the desk. */
import type { BookingRecord } from '../models/bookingRecords';
import { giveHold } from '../models/statements/bookings';
import { confirm } from './confirm';
import { customerNamed, type NamedCustomer } from './customerNamed';
import { keepAsset } from './keepAsset';
import { lockedBooking } from './ownBooking';
import type { CommandContext, ConfirmResult } from './types';

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
  if (customer && booking.attendee === null) await give(context, booking, customer);
  const { localStart: start, localEnd: end, price } = booking;
  return confirm(context, { bookingId: hold, shown: { start, end, price } }, key);
}

async function give(context: CommandContext, booking: BookingRecord, customer: NamedCustomer): Promise<void> {
  const customerId = await customerNamed(context, customer);
  const asset = booking.asset && (await keepAsset(context, customerId, inputOf(booking.asset)));
  await giveHold(context.tx, booking.id, {
    customer: customerId,
    asset: asset?.id ?? null,
    attendee: customer.name,
  });
}

function inputOf({ label, plate, class: known }: NonNullable<BookingRecord['asset']>): {
  label: string;
  plate?: string;
  class?: string;
} {
  return { label, ...(plate === null ? {} : { plate }), ...(known === null ? {} : { class: known }) };
}
