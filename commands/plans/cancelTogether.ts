/** Cancels several bookings for the fee that was shown, or none of them. */
import type { BookingRecord } from '../../models/bookingRecords';
import { cancelTogether as cancelAll, lockTogether } from '../../models/statements/plans';
import { onlyFor } from '../actors';
import { quoteFor } from '../cancellation';
import type { CommandContext } from '../types';
import { bookingView } from '../views';
import { commonOf, deedOn, placed } from './requests';
import type { CancellationQuotes, CancelTogetherResult } from './types';

/** What can be cancelled of them, and for how much; null when nothing can. */
export function quotesFor(
  context: CommandContext,
  bookings: readonly BookingRecord[],
): CancellationQuotes | null {
  const quotes = bookings.flatMap((booking) => quoteFor(context, booking) ?? []);
  return quotes.length === 0 ? null : { quotes, fee: quotes.reduce((sum, each) => sum + each.fee, 0) };
}

/**
 * Those of them that can be cancelled. `changed`: the fee of all is another one now, and nothing was cancelled. `over`: there is
 * nothing left to cancel, or one of them has just become something else. The same key cancels once.
 * @param shownFee minor units, of all together
 */
export async function cancelTogether(
  context: CommandContext,
  bookings: readonly BookingRecord[],
  shownFee: number,
  key: string,
): Promise<CancelTogetherResult> {
  if (bookings.length === 0) return { kind: 'unknown' };
  const repeated = await lockTogether(context.tx, key);
  if (repeated.length > 0) return cancelled(context, repeated);
  const quotes = quotesFor(context, bookings);
  if (!quotes) return { kind: 'over' };
  if (quotes.fee !== shownFee) return { kind: 'changed', quotes };
  const common = commonOf(context, onlyFor(context.actor), key);
  const deeds = quotes.quotes.map(({ booking, fee }, place) => ({
    ...deedOn(context, booking.id),
    version: booking.version,
    fee,
    key: placed(key, place),
  }));
  const done = await cancelAll(context.tx, common, deeds);
  if (done.kind === 'done' || done.kind === 'repeated') return cancelled(context, done.bookings);
  for (const { booking } of quotes.quotes) context.seen?.forget(booking.id);
  return { kind: 'over' };
}

function cancelled(context: CommandContext, bookings: readonly BookingRecord[]): CancelTogetherResult {
  for (const booking of bookings) context.seen?.see(booking);
  const views = bookings.map((each) => bookingView(each, context.business, context.clock.now()));
  return { kind: 'cancelled', bookings: views, fee: views.reduce((sum, each) => sum + each.fee, 0) };
}
