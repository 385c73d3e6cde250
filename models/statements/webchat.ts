/** A web visitor's conversation: opened before its first message, and seen by whoever holds its token. */
import type { Millis } from '../../platform/clock';
import type { Database, Tx } from '../../platform/database';
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
  name: 'seen-conversation',
  text: `
SELECT a.address, c.next_number - 1 AS "lastNumber" FROM conversations AS c
JOIN addresses AS a ON a.tenant_id = c.tenant_id AND a.id = c.address_id
WHERE c.tenant_id = $1 AND c.id = $2 AND c.channel = 'webchat'`,
};

export interface SeenWebchat {
  readonly address: string;
  /** 0 where there is no message yet. */
  readonly lastNumber: number;
}

/** Null where this tenant has no such web conversation. */
export async function seenWebchat(tx: Tx, conversationId: string): Promise<SeenWebchat | null> {
  const [row] = await tx.query<SeenWebchat>(SEEN, [tx.tenantId, conversationId]);
  return row ?? null;
}
