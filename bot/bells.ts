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

const NEW_MESSAGES = 'messages';

/** The note of a conversation's topic: there are messages up to this number. */
export function messagesUpTo(number: number): string {
  return `${NEW_MESSAGES} ${number}`;
}

/** The number in a note that `messagesUpTo` wrote; undefined for any other. */
export function upToOf(note: string | undefined): number | undefined {
  const [word, number] = note?.split(' ') ?? [];
  return word === NEW_MESSAGES && number !== undefined ? Number(number) : undefined;
}

/** The topic of a business's desk. */
export function deskTopic(tenantId: string): string {
  return `desk ${tenantId}`;
}
