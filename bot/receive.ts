/** Stores what a channel received, once however often it is delivered, and rings the bell after the commit. */
import type { ChannelKind, Received } from '../channels/channel';
import { wellFormed } from '../channels/wellFormed';
import type { InboundResult, InboundWrite } from '../models/records';
import { receiveInbound, receiveInOpenConversation } from '../models/statements/inbound';
import { storableText } from '../models/storable';
import { conversationTopic, messagesUpTo, turnBell, type ConversationKey } from './bells';
import { bellDelay } from './burst';
import type { BotParts } from './parts';

/** Our end of the wire that a message came in on, as it is kept. */
export interface ReceivingAccount {
  readonly tenantId: string;
  readonly channelAccountId: string;
  readonly channel: ChannelKind;
  /** Whether the wire proves who sends. */
  readonly proven: boolean;
}

export type ReceivingParts = Pick<
  BotParts,
  'database' | 'clock' | 'queue' | 'signal' | 'newId' | 'recent' | 'wires'
>;

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
  parts: ReceivingParts,
  conversationId: string = parts.newId(),
): Promise<InboundResult> {
  const write = inboundWrite(received, account, parts, conversationId);
  const result = await receiveInbound(parts.database, write);
  announce(result, write, parts);
  return result;
}

/** As `receive`, for a conversation that was opened before: null where there is none, and nothing is stored then. */
export async function receiveInOpen(
  received: Received,
  account: ReceivingAccount,
  parts: ReceivingParts,
): Promise<InboundResult | null> {
  const write = inboundWrite(received, account, parts, parts.newId());
  const result = await receiveInOpenConversation(parts.database, write);
  if (result !== null) announce(result, write, parts);
  return result;
}

function inboundWrite(
  received: Received,
  account: ReceivingAccount,
  { clock, newId }: ReceivingParts,
  conversationId: string,
): InboundWrite {
  const receivedAt = clock.now();
  return {
    tenantId: account.tenantId,
    channelAccountId: account.channelAccountId,
    channel: account.channel,
    address: received.address,
    providerId: received.providerId,
    kind: received.kind,
    text: storableText(wellFormed(received.text.slice(0, LONGEST_TEXT))),
    details: received.details ?? null,
    sentAt: received.sentAt ?? receivedAt,
    receivedAt,
    newIds: { address: newId(), customer: newId(), conversation: conversationId },
    proven: account.proven,
  };
}

/** After the commit: the turn's bell, and those who look at the conversation. */
function announce(
  result: InboundResult,
  write: InboundWrite,
  { queue, signal, recent, wires }: ReceivingParts,
): void {
  const { conversationId, number } = result;
  const key: ConversationKey = { tenantId: write.tenantId, conversationId };
  queue.ring(turnBell(key), bellDelay(write, write.channel, wires.burstMillis(write.channel)));
  if (result.kind === 'repeated') return;
  const { kind, text, details, receivedAt: createdAt } = write;
  recent.keep(key, [{ number, author: 'customer', kind, text, details, createdAt }]);
  signal.publish(conversationTopic(key), messagesUpTo(number));
}
