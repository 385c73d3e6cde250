/** The appointments of a series that a change is about: this one, this and all after it, or all. */
import type { BookingRecord } from '../../models/bookingRecords';
import { bookingsOfSeries } from '../../models/statements/plans';
import { onlyFor } from '../actors';
import { ownBooking } from '../ownBooking';
import type { CommandContext } from '../types';
import type { SeriesScope } from './types';

/** Soonest first; none where there is no such booking of this actor. A booking that recurs not is a series of its own. */
export async function ownSeries(
  context: CommandContext,
  bookingId: string,
  scope: SeriesScope,
): Promise<readonly BookingRecord[]> {
  const named = await ownBooking(context, bookingId);
  if (!named) return [];
  if (scope === 'this' || named.series === undefined || named.series === null) return [named];
  const all = await bookingsOfSeries(context.tx, named.series, onlyFor(context.actor));
  return scope === 'all' ? all : all.filter((booking) => booking.start >= named.start);
}
