/** Messages that this process wrote a moment ago: a stream that is told of them need not ask the database. */
import type { MessageRecord } from '../models/records';
import type { ConversationKey } from './bells';

/** What is older is read from the database; both bound the memory. */
const MOST_CONVERSATIONS = 500;
const MOST_MESSAGES = 4;

export class RecentMessages {
  /** The conversation written to last comes last. */
  readonly #conversations = new Map<string, readonly MessageRecord[]>();

  /** Call it after the commit only, in the order of the numbers. */
  keep(key: ConversationKey, messages: readonly MessageRecord[]): void {
    const name = nameOf(key);
    const known = this.#conversations.get(name) ?? [];
    this.#conversations.delete(name);
    this.#conversations.set(name, [...known, ...messages].slice(-MOST_MESSAGES));
    const [oldest] = this.#conversations.keys();
    if (this.#conversations.size > MOST_CONVERSATIONS && oldest !== undefined)
      this.#conversations.delete(oldest);
  }

  /** Every message with a number in `(after, upTo]`, or null where one of them is not known here. */
  between(key: ConversationKey, after: number, upTo: number): readonly MessageRecord[] | null {
    const known = this.#conversations.get(nameOf(key)) ?? [];
    const wanted = known.filter(({ number }) => number > after && number <= upTo);
    const whole = wanted.every(({ number }, index) => number === after + 1 + index);
    return whole && wanted.length === upTo - after ? wanted : null;
  }
}

function nameOf({ tenantId, conversationId }: ConversationKey): string {
  return `${tenantId}/${conversationId}`;
}
