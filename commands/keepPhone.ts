/** Remembers a number a customer gave. Typed is not proven: it is for calling them, and opens nothing. */
import { keepSaid } from './keepSaid';
import type { CommandContext } from './types';

/** @param phone E.164 */
export function keepPhone(context: CommandContext, customerId: string, phone: string): Promise<void> {
  return keepSaid(context, customerId, { phone });
}
