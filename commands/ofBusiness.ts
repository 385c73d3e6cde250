/** Deeds that are the business's alone: by its agents, its programs, or by itself. */
import type { CommandContext } from './types';

/** Throws when a customer does it: that is never asked for, so it is a fault of the caller. */
export function assertOfBusiness({ actor }: CommandContext, what: string): void {
  if (actor.kind === 'customer') throw new Error(`customer ${actor.customerId} may not ${what}`);
}
