/**
 * How much of what is theirs a customer may see from where they write (the data's law 11): the sender of a signed message all of
 * it, a web session what it made itself, a caller nothing without a code.
 */
import { standingOf } from '../models/statements/profiles';
import type { CommandContext } from './types';

export type Reach =
  | { readonly kind: 'all' }
  /** Only what was made in this conversation. */
  | { readonly kind: 'session'; readonly conversationId: string }
  | { readonly kind: 'nothing' };

/** Agents, programs and the system see all of the business. One round trip for a customer. */
export async function reachOf({ tx, actor }: CommandContext): Promise<Reach> {
  if (actor.kind !== 'customer') return { kind: 'all' };
  const standing = await standingOf(tx, actor.conversationId);
  // Whose number shows on a call proves nothing, whatever the wire says of it.
  if (standing === null || standing.channel === 'voice') return { kind: 'nothing' };
  if (standing.proven) return { kind: 'all' };
  return standing.channel === 'webchat'
    ? { kind: 'session', conversationId: actor.conversationId }
    : { kind: 'nothing' };
}

/** The filter of lists: null is no filter. */
export function conversationOnly(reach: Reach): string | null {
  return reach.kind === 'session' ? reach.conversationId : null;
}
