/** Who may what: a customer sees and changes their own, everybody else all of the business. */
import type { Actor, CommandContext } from './types';

/** The customer to whom a command is confined; null confines to nobody. */
export function onlyFor(actor: Actor): string | null {
  return actor.kind === 'customer' ? actor.customerId : null;
}

/** Throws when a customer acts for another: that is never asked for, so it is a fault of the caller. */
export function assertActsFor({ actor }: CommandContext, customerId: string): void {
  if (actor.kind === 'customer' && actor.customerId !== customerId) {
    throw new Error(`customer ${actor.customerId} may not act for customer ${customerId}`);
  }
}
