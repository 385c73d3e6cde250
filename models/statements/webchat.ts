/** A web visitor's conversation: opened before its first message, and seen by whoever holds its token. */
import type { Millis } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { Names } from '../../scheduling/business';
import type { MessageRecord } from '../records';
import { storableJson } from '../storable';

const OPEN = { name: 'open-conversation', text: 'SELECT system.open_conversation($1) AS id' };

export interface OpeningWrite {
  readonly tenantId: string;
  readonly channelAccountId: string;
  /** The far end. */
  readonly address: string;
  readonly receivedAt: Millis;
  readonly newIds: { readonly address: string; readonly customer: string; readonly conversation: string };
}

/** Opens the conversation of an address; an open one stays as it is. Answers its id. */
export async function openWebchat(database: Database, opening: OpeningWrite): Promise<string> {
  const value = storableJson({ ...opening, channel: 'webchat', proven: false });
  const [row] = await database.statement<{ id: string }>(OPEN, [value]);
  if (!row) throw new Error('open_conversation gave no answer');
  return row.id;
}

const SEEN = {
  name: 'seen-webchat',
  text: 'SELECT address, last_number AS "lastNumber", names, languages FROM system.seen_webchat($1, $2)',
};

export interface SeenWebchat {
  readonly address: string;
  /** 0 where there is no message yet. */
  readonly lastNumber: number;
  /** Of the business. */
  readonly names: Names;
  readonly languages: readonly string[];
}

/** Null where this tenant has no such web conversation. */
export async function seenWebchat(
  database: Database,
  tenantId: string,
  conversationId: string,
): Promise<SeenWebchat | null> {
  const [row] = await database.statement<SeenWebchat>(SEEN, [tenantId, conversationId]);
  return row ?? null;
}

const AFTER = {
  name: 'visible-messages-after',
  text: `
SELECT number, author, kind, text, details, created_at AS "createdAt"
FROM system.visible_messages_after($1, $2, $3, $4)`,
};

/** The messages after a number (the watermark of Direct Line) that a visitor may see, in order. */
export async function visibleMessagesAfter(
  database: Database,
  from: {
    readonly tenantId: string;
    readonly conversationId: string;
    readonly number: number;
    readonly limit: number;
  },
): Promise<readonly MessageRecord[]> {
  return database.statement<MessageRecord>(AFTER, [
    from.tenantId,
    from.conversationId,
    from.number,
    from.limit,
  ]);
}
