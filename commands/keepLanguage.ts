/** Remembers the language a customer wants to be spoken to in. */
import { keepSaid } from './keepSaid';
import type { CommandContext } from './types';

export function keepLanguage(context: CommandContext, customerId: string, language: string): Promise<void> {
  return keepSaid(context, customerId, { language });
}
