/** Conversations in memory behind the Direct Line server, for its tests. */
import type { Received } from '../../channels/channel';
import type { StoredMessage } from '../../channels/webchat';
import type {
  ConversationNews,
  ConversationOpening,
  DirectLinePort,
  NewsListener,
  PostResult,
  SeenConversation,
  Stretch,
} from './port';

interface Kept {
  readonly opening: ConversationOpening;
  readonly messages: StoredMessage[];
  readonly numbers: Map<string, number>;
  readonly ears: Set<NewsListener>;
}

export const AT = Date.parse('2026-03-27T09:00:00Z');

export class MemoryPort implements DirectLinePort {
  readonly secrets = new Map([
    ['secret-1', 'tenant-1'],
    ['secret-2', 'tenant-2'],
  ]);
  readonly received: Received[] = [];
  typed = 0;
  /** Thrown by the next reads, as a database that went away does. */
  broken: Error | null = null;
  readonly #kept = new Map<string, Kept>();

  tenantOfSecret(secret: string): Promise<string | null> {
    return Promise.resolve(this.secrets.get(secret) ?? null);
  }

  openConversation(opening: ConversationOpening): Promise<'opened' | 'open'> {
    const key = keyOf(opening.tenantId, opening.conversationId);
    if (this.#kept.has(key)) return Promise.resolve('open');
    this.#kept.set(key, { opening, messages: [], numbers: new Map(), ears: new Set() });
    return Promise.resolve('opened');
  }

  conversation(tenantId: string, conversationId: string): Promise<SeenConversation | null> {
    const kept = this.#kept.get(keyOf(tenantId, conversationId));
    if (kept === undefined) return Promise.resolve(null);
    const { userId } = kept.opening;
    return Promise.resolve({ userId, businessName: 'Autohaus Linden', lastNumber: kept.messages.length });
  }

  async messagesAfter({ tenantId, conversationId, after, upTo }: Stretch, limit: number) {
    // A turn of the event loop, as a database takes: news may come meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.broken !== null) throw this.broken;
    return this.kept(tenantId, conversationId).messages.slice(after, Math.min(upTo, after + limit));
  }

  post(tenantId: string, conversationId: string, received: Received): Promise<PostResult> {
    if (this.broken !== null) return Promise.reject(this.broken);
    if (received.text === 'refuse me') return Promise.resolve({ kind: 'refused', reason: 'not this one' });
    const kept = this.#kept.get(keyOf(tenantId, conversationId));
    if (kept === undefined) return Promise.resolve({ kind: 'no-conversation' });
    const known = kept.numbers.get(received.providerId);
    if (known !== undefined) return Promise.resolve({ kind: 'stored', number: known });
    this.received.push(received);
    const clientActivityId = received.details?.['clientActivityId'];
    const number = this.say(conversationId, 'customer', received.text, {
      tenantId,
      ...(clientActivityId && { clientActivityId }),
    });
    kept.numbers.set(received.providerId, number);
    return Promise.resolve({ kind: 'stored', number });
  }

  visitorTyping(): void {
    this.typed += 1;
  }

  onNews(tenantId: string, conversationId: string, heard: NewsListener): () => void {
    const { ears } = this.kept(tenantId, conversationId);
    ears.add(heard);
    return () => void ears.delete(heard);
  }

  /** Adds a message to the numbered list and says so. */
  say(
    conversationId: string,
    author: StoredMessage['author'],
    text: string,
    more: {
      tenantId?: string;
      choices?: readonly string[];
      clientActivityId?: string;
      quietly?: boolean;
    } = {},
  ): number {
    const { tenantId = 'tenant-1', choices = [], clientActivityId, quietly = false } = more;
    const { messages } = this.kept(tenantId, conversationId);
    const number = messages.length + 1;
    messages.push({ number, at: AT, author, text, choices, ...(clientActivityId && { clientActivityId }) });
    if (!quietly) this.tell(conversationId, 'messages', tenantId, number);
    return number;
  }

  tell(conversationId: string, news: ConversationNews, tenantId = 'tenant-1', upTo?: number): void {
    this.kept(tenantId, conversationId).ears.forEach((heard) => heard(news, upTo));
  }

  listeners(conversationId: string): number {
    return this.kept('tenant-1', conversationId).ears.size;
  }

  opening(conversationId: string): ConversationOpening {
    return this.kept('tenant-1', conversationId).opening;
  }

  private kept(tenantId: string, conversationId: string): Kept {
    const kept = this.#kept.get(keyOf(tenantId, conversationId));
    if (kept === undefined) throw new Error(`no conversation ${conversationId} of ${tenantId}`);
    return kept;
  }
}

function keyOf(tenantId: string, conversationId: string): string {
  return `${tenantId}/${conversationId}`;
}
