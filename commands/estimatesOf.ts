/** A customer's estimates: what still can be booked or answered. */
import { estimatesOfCustomer } from '../models/statements/estimates';
import { assertActsFor } from './actors';
import { estimateView } from './estimateViews';
import { conversationOnly, reachOf } from './profileReach';
import type { CommandContext } from './types';
import type { EstimateView } from './visitTypes';

/**
 * Newest first: prices that are not booked and still stand, and estimates for work on visits that have not ended. None for who
 * has not shown who they are.
 */
export async function estimatesOf(
  context: CommandContext,
  customerId: string,
): Promise<readonly EstimateView[]> {
  assertActsFor(context, customerId);
  const reach = await reachOf(context);
  if (reach.kind === 'nothing') return [];
  const { tx, business, clock } = context;
  const found = await estimatesOfCustomer(tx, customerId, conversationOnly(reach));
  return found
    .filter(({ closed }) => !closed)
    .map((estimate) => estimateView(estimate, business, clock.now()))
    .filter(({ status }) => status !== 'booked' && status !== 'expired');
}
