/** What the Direct Line server asks of the rest of the house: whoever keeps the conversations plugs in here. */
import type { Received } from '../../channels/channel';
import type { StoredMessage } from '../../channels/webchat';

export interface ConversationOpening {
  readonly tenantId: string;
  /** Made by `newId` of the options, so it can be the key of the conversation's row. */
  readonly conversationId: string;
  /** `dl_…`: the far end, one user to one conversation. */
  readonly userId: string;
  /** BCP 47, where the client says it. */
  readonly locale?: string;
}

export interface SeenConversation {
  readonly userId: string;
  /** As visitors know the business. */
  readonly businessName: string;
  /** The number of the newest message, 0 where there is none. */
  readonly lastNumber: number;
}

/** A part of a conversation's numbered list. */
export interface Stretch {
  readonly tenantId: string;
  readonly conversationId: string;
  /** Messages with a higher number are wanted. */
  readonly after: number;
  /** Those beyond it may be left out. */
  readonly upTo: number;
}

export type PostResult =
  /** Stored, now or by an earlier delivery of the same `providerId`. */
  | { readonly kind: 'stored'; readonly number: number }
  | { readonly kind: 'no-conversation' }
  /** The house will not have it; the reason is shown to the client. */
  | { readonly kind: 'refused'; readonly reason: string };

/** 'messages' says "look"; the others that somebody began to type. */
export type ConversationNews = 'messages' | 'bot-typing' | 'agent-typing';

/** @param upTo the number of the message that is new, where the news tells it */
export type NewsListener = (news: ConversationNews, upTo?: number) => void;

export interface DirectLinePort {
  /** The tenant whose API key this is. */
  tenantOfSecret(secret: string): Promise<string | null>;
  /** Opening an open conversation changes nothing. */
  openConversation(opening: ConversationOpening): Promise<'opened' | 'open'>;
  /** Null where this tenant has no such conversation. */
  conversation(tenantId: string, conversationId: string): Promise<SeenConversation | null>;
  /** Messages of the stretch that the visitor may see, in the order of their numbers, at most `limit`. */
  messagesAfter(stretch: Stretch, limit: number): Promise<readonly StoredMessage[]>;
  /** Stores the message durably and rings the bell; `received.account` is the tenant id. */
  post(tenantId: string, conversationId: string, received: Received): Promise<PostResult>;
  visitorTyping(tenantId: string, conversationId: string): void;
  /**
   * Calls `heard` after news until the returned function is called. A lost call is made up for within the keep-alive
   * interval, when every stream looks again.
   */
  onNews(tenantId: string, conversationId: string, heard: NewsListener): () => void;
}
