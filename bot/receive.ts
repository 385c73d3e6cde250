/** Stores what a channel received, once however often it is delivered, and rings the bell after the commit. */
import type { ChannelKind, Received } from '../channels/channel';
import { wellFormed } from '../channels/wellFormed';
import type { InboundResult } from '../models/records';
import { receiveInbound } from '../models/statements/inbound';
import { conversationTopic, turnBell } from './bells';
import type { BotParts } from './parts';

/** Our end of the wire that a message came in on, as it is kept. */
export interface ReceivingAccount {
  readonly tenantId: string;
  readonly channelAccountId: string;
  readonly channel: ChannelKind;
  /** Whether the wire proves who sends. */
  readonly proven: boolean;
}

/** More is cut: nobody writes a booking in more, and everything downstream is cheaper for it. UTF-16 units. */
const LONGEST_TEXT = 16_000;

/**
 * Durable when it returns. A repeat rings as well: if the first delivery was stored by a process that died, this is the
 * quickest way to its turn.
 * @param conversationId the id of the conversation, should it be new
 */
export async function receive(
  received: Received,
  account: ReceivingAccount,
  parts: Pick<BotParts, 'database' | 'clock' | 'queue' | 'signal' | 'newId'>,
  conversationId: string = parts.newId(),
): Promise<InboundResult> {
  const receivedAt = parts.clock.now();
  const result = await receiveInbound(parts.database, {
    tenantId: account.tenantId,
    channelAccountId: account.channelAccountId,
    channel: account.channel,
    address: received.address,
    providerId: received.providerId,
    kind: received.kind,
    text: wellFormed(received.text.slice(0, LONGEST_TEXT)),
    details: received.details ?? null,
    sentAt: received.sentAt ?? receivedAt,
    receivedAt,
    newIds: { address: parts.newId(), customer: parts.newId(), conversation: conversationId },
    proven: account.proven,
  });
  const key = { tenantId: account.tenantId, conversationId: result.conversationId };
  parts.queue.ring(turnBell(key));
  if (result.kind === 'stored') parts.signal.publish(conversationTopic(key), 'messages');
  return result;
}
