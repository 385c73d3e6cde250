/** Cancels one appointment of a series, it and all after it, or all that are not over. */
import { cancelTogether, quotesFor } from '../plans/cancelTogether';
import type { CancellationQuotes, CancelTogetherResult } from '../plans/types';
import type { CommandContext } from '../types';
import { ownSeries } from './ownSeries';
import type { SeriesScope } from './types';

/** What that would cost now; null when there is no such booking of this actor, or nothing left to cancel. */
export async function quoteSeriesCancellation(
  context: CommandContext,
  bookingId: string,
  scope: SeriesScope,
): Promise<CancellationQuotes | null> {
  return quotesFor(context, await ownSeries(context, bookingId, scope));
}

export interface CancelSeriesInput {
  readonly bookingId: string;
  readonly scope: SeriesScope;
  /** Minor units, of all together, as the customer was told. */
  readonly shownFee: number;
}

export async function cancelSeries(
  context: CommandContext,
  { bookingId, scope, shownFee }: CancelSeriesInput,
  key: string,
): Promise<CancelTogetherResult> {
  return cancelTogether(context, await ownSeries(context, bookingId, scope), shownFee, key);
}
