/** Cancels all of a plan that is booked; each item can be cancelled alone by `cancel`. */
import type { CommandContext } from '../types';
import { cancelTogether, quotesFor } from './cancelTogether';
import { ownPlan } from './ownPlan';
import type { CancellationQuotes, CancelTogetherResult } from './types';

/** What cancelling all of it would cost now; null when there is no such plan of this actor, or nothing left to cancel. */
export async function quotePlanCancellation(
  context: CommandContext,
  planId: string,
): Promise<CancellationQuotes | null> {
  return quotesFor(context, await ownPlan(context, planId));
}

export async function cancelPlan(
  context: CommandContext,
  { planId, shownFee }: { readonly planId: string; readonly shownFee: number },
  key: string,
): Promise<CancelTogetherResult> {
  return cancelTogether(context, await ownPlan(context, planId), shownFee, key);
}
