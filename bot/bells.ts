/** The bells and topics of the house: what is rung and signalled, and how their keys are written and read. */
import type { Bell } from '../platform/queue';

export interface ConversationKey {
  readonly tenantId: string;
  readonly conversationId: string;
}

export const TURN_BELL = 'turn';
export const RELAY_BELL = 'relay';

/** Somebody wrote: there are messages to answer in this conversation. */
export function turnBell(key: ConversationKey): Bell {
  return { kind: TURN_BELL, key: `${key.tenantId}/${key.conversationId}` };
}

/** There are messages to carry out; the relay looks for all that are due. */
export const relayBell: Bell = { kind: RELAY_BELL, key: 'outbox' };

/** @throws Error for a key that `turnBell` did not write */
export function conversationOfBell(key: string): ConversationKey {
  const [tenantId, conversationId] = key.split('/');
  if (!tenantId || !conversationId) throw new Error(`not a conversation: ${key}`);
  return { tenantId, conversationId };
}

/** The topic on which a conversation says that there is something new to see. */
export function conversationTopic({ tenantId, conversationId }: ConversationKey): string {
  return `conversation ${tenantId}/${conversationId}`;
}

/** The topic of a business's desk. */
export function deskTopic(tenantId: string): string {
  return `desk ${tenantId}`;
}
