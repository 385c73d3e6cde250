/** Cancels a booking for the fee that was shown, and frees its time in the same statement. */
import type { BookingRecord } from '../models/bookingRecords';
import { cancelBooking } from '../models/statements/bookings';
import { onlyFor } from './actors';
import { quoteFor } from './cancellation';
import { ownBooking } from './ownBooking';
import type { CancelResult, CommandContext } from './types';
import { bookingView } from './views';

export interface CancelInput {
  readonly bookingId: string;
  /** Minor units, as the customer was told. */
  readonly shownFee: number;
}

/** Between a look and the write the booking may change; what was changed is looked at once more. */
const LOOKS = 2;

/** `changed`: the fee is another one now, and nothing was cancelled. The same key cancels once. */
export async function cancel(
  context: CommandContext,
  input: CancelInput,
  key: string,
): Promise<CancelResult> {
  for (let looks = 1; looks <= LOOKS; looks += 1) {
    const booking = await ownBooking(context, input.bookingId);
    if (!booking) return { kind: 'unknown' };
    const result = await cancelAsSeen(context, booking, input, key);
    if (result !== 'changed') return result;
    context.seen?.forget(input.bookingId);
  }
  return { kind: 'over' };
}

async function cancelAsSeen(
  context: CommandContext,
  booking: BookingRecord,
  { shownFee }: CancelInput,
  key: string,
): Promise<CancelResult | 'changed'> {
  const quote = quoteFor(context, booking);
  // A cancelled one is asked about all the same: it may have been this very key that cancelled it.
  if (!quote && booking.status !== 'cancelled') return { kind: 'over' };
  if (quote && quote.fee !== shownFee) return { kind: 'changed', quote };
  const { tx, clock, actor } = context;
  const deed = { id: booking.id, customer: onlyFor(actor), actor, now: clock.now() };
  const answer = await cancelBooking(tx, { ...deed, version: booking.version, fee: shownFee, key });
  if (answer.kind === 'gone') return { kind: 'unknown' };
  if (answer.kind === 'other') return quote ? 'changed' : { kind: 'over' };
  context.seen?.see(answer.booking);
  return { kind: 'cancelled', booking: bookingView(answer.booking, context.business, clock.now()) };
}
