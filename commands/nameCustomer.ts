/** Remembers how a customer is called. */
import { keepSaid } from './keepSaid';
import type { CommandContext } from './types';

export function nameCustomer(context: CommandContext, customerId: string, name: string): Promise<void> {
  return keepSaid(context, customerId, { name });
}
