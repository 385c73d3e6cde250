/** What is being worked on for a customer: the answer to "is my car ready?". */
import { ordersOfCustomer } from '../models/statements/orders';
import { assertActsFor } from './actors';
import { orderView } from './orderViews';
import { conversationOnly, reachOf } from './profileReach';
import type { CommandContext } from './types';
import type { OrderView } from './visitTypes';

/** Who collected a car yesterday may still ask for it. */
const REMEMBERED_MILLIS = 48 * 3_600_000;

/** Newest first, ended ones for two days; none for who has not shown who they are. */
export async function ordersOf(context: CommandContext, customerId: string): Promise<readonly OrderView[]> {
  assertActsFor(context, customerId);
  const reach = await reachOf(context);
  if (reach.kind === 'nothing') return [];
  const { tx, clock, business } = context;
  const since = clock.now() - REMEMBERED_MILLIS;
  const found = await ordersOfCustomer(tx, customerId, conversationOnly(reach), since);
  return found.map((order) => orderView(order, business, clock.now()));
}
