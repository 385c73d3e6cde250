/** The web chat's conversations for the Direct Line server: the transcript is the list, the turn's signal says "look". */
import { conversationTopic, deskTopic, upToOf, type ConversationKey } from '../../bot/bells';
import type { BotParts } from '../../bot/parts';
import type { ReceivingAccount } from '../../bot/receive';
import type { Received } from '../../channels/channel';
import type { StoredMessage } from '../../channels/webchat';
import { nameIn } from '../../locales';
import type { InboundResult, MessageRecord } from '../../models/records';
import { accountOfChannel } from '../../models/statements/accounts';
import { openWebchat, seenWebchat, visibleMessagesAfter } from '../../models/statements/webchat';
import type { ConversationNews, DirectLinePort, NewsListener } from '../directline';

export interface WebchatPortParts {
  readonly parts: Pick<BotParts, 'database' | 'clock' | 'signal' | 'newId' | 'recent'>;
  /** Null where the address has no open conversation. */
  readonly receive: (received: Received, account: ReceivingAccount) => Promise<InboundResult | null>;
  /** The tenant id that an API key belongs to. */
  readonly tenantOfSecret: (secret: string) => Promise<string | null>;
}

export function webchatPort({ parts, receive, tenantOfSecret }: WebchatPortParts): DirectLinePort {
  const { database, clock, signal, newId } = parts;
  const accounts = new Map<string, string>();
  const accountOf = async (tenantId: string): Promise<string> => {
    const known = accounts.get(tenantId);
    if (known !== undefined) return known;
    const found = await database.inTenant(tenantId, (tx) => accountOfChannel(tx, 'webchat'));
    if (found === null) throw new Error(`tenant ${tenantId} has no web chat`);
    accounts.set(tenantId, found.id);
    return found.id;
  };
  const seen: DirectLinePort['conversation'] = async (tenantId, conversationId) => {
    const row = UUID.test(conversationId) ? await seenWebchat(database, tenantId, conversationId) : null;
    if (row === null) return null;
    const { address, lastNumber, names, languages } = row;
    return { userId: userOf(address), lastNumber, businessName: nameIn(names, languages[0] ?? 'en') };
  };
  return {
    tenantOfSecret,
    conversation: seen,
    async openConversation({ tenantId, conversationId, userId }) {
      if ((await seen(tenantId, conversationId)) !== null) return 'open';
      const newIds = { address: newId(), customer: newId(), conversation: conversationId };
      const channelAccountId = await accountOf(tenantId);
      await openWebchat(database, {
        tenantId,
        channelAccountId,
        address: addressOf(userId, conversationId),
        receivedAt: clock.now(),
        newIds,
      });
      return 'opened';
    },
    async messagesAfter({ tenantId, conversationId, after: number, upTo }, limit) {
      const key = { tenantId, conversationId };
      const rows =
        parts.recent.between(key, number, upTo) ??
        (await visibleMessagesAfter(database, { ...key, number, limit }));
      return rows.map(storedMessage);
    },
    async post(tenantId, conversationId, received) {
      const channelAccountId = await accountOf(tenantId);
      const account = { tenantId, channelAccountId, channel: 'webchat', proven: false } as const;
      const address = addressOf(received.address, conversationId);
      const result = await receive({ ...received, address }, account);
      return result === null ? { kind: 'no-conversation' } : { kind: 'stored', number: result.number };
    },
    visitorTyping: (tenantId) => signal.publish(deskTopic(tenantId), 'visitor-typing'),
    onNews: (tenantId, conversationId, heard) => onNews(signal, { tenantId, conversationId }, heard),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A business may know one visitor in many conversations; an address has one, so both are in it. */
function addressOf(userId: string, conversationId: string): string {
  return `${userId} ${conversationId}`;
}

function userOf(address: string): string {
  return address.split(' ')[0] ?? address;
}

function onNews(signal: BotParts['signal'], key: ConversationKey, heard: NewsListener): () => void {
  return signal.subscribe(conversationTopic(key), (note) => heard(newsOf(note), upToOf(note)));
}

function newsOf(note: string | undefined): ConversationNews {
  return note === 'bot-typing' || note === 'agent-typing' ? note : 'messages';
}

function storedMessage({ number, author, text, details, createdAt }: MessageRecord): StoredMessage {
  const choices = details?.['choices'];
  const clientActivityId = details?.['clientActivityId'];
  return {
    number,
    at: createdAt,
    author,
    text,
    choices: Array.isArray(choices) ? choices.filter((choice) => typeof choice === 'string') : [],
    ...(typeof clientActivityId === 'string' ? { clientActivityId } : {}),
  };
}
