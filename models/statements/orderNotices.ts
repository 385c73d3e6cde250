/** News of an order: laid into the outbox as a saying by the deed itself, and put into the thread once it is worded. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { storableJson, storableText } from '../storable';

/** What is more urgent has a lower number; replies of a talk have 20. */
const NOTICE_PRIORITY = 30;

export interface NewNotice {
  readonly id: string;
  readonly customerId: string;
  /** Where it was booked: preferred to the customer's other conversations. */
  readonly conversationId: string | null;
  /** `{key, with}`, worded when it is claimed. */
  readonly saying: object;
  readonly at: Millis;
  readonly expiresAt: Millis;
}

const PUT = {
  name: 'put-order-notice',
  text: `
INSERT INTO outbox (tenant_id, id, address_id, conversation_id, kind, priority, saying, fence, ground, status, due_at,
  expires_at, created_at)
SELECT $1, $2, a.id, c.id, 'notice', ${String(NOTICE_PRIORITY)}, $5, c.fence, 'service', 'waiting', instant($6), instant($7),
  instant($6)
FROM addresses AS a JOIN conversations AS c ON c.tenant_id = a.tenant_id AND c.address_id = a.id
JOIN customers AS u ON u.tenant_id = a.tenant_id AND u.id = a.customer_id
WHERE a.tenant_id = $1 AND a.customer_id = $3 AND a.opted_out_at IS NULL AND a.channel <> 'voice'
ORDER BY coalesce(a.channel = u.preferred_channel, false) DESC, coalesce(c.id = $4, false) DESC, c.created_at DESC LIMIT 1
RETURNING id`,
};

/** To the channel that the customer prefers, else where it was booked, else where they came last; false: nowhere to send it. */
export async function putNotice(tx: Tx, notice: NewNotice): Promise<boolean> {
  const { id, customerId, conversationId, saying, at, expiresAt } = notice;
  const values = [tx.tenantId, id, customerId, conversationId, storableJson(saying), at, expiresAt];
  return (await tx.query(PUT, values)).length > 0;
}

const STAND = {
  name: 'stand-in-thread',
  text: `
WITH numbered AS (
  UPDATE conversations SET next_number = next_number + 1 WHERE tenant_id = $1 AND id = $2 RETURNING next_number - 1 AS number
), said AS (
  INSERT INTO messages (tenant_id, conversation_id, number, author, kind, text, details, handed_at, created_at)
  SELECT $1, $2, number, 'bot', 'text', $4::text, $5::jsonb, CASE WHEN $6 THEN instant($7) END, instant($7) FROM numbered
)
UPDATE outbox SET number = numbered.number, worded = jsonb_build_object('text', $4::text) || $5::jsonb FROM numbered
WHERE tenant_id = $1 AND outbox.id = $3`,
};

export interface WordedNotice {
  readonly conversationId: string;
  readonly outboxId: string;
  readonly text: string;
  readonly choices: readonly string[];
  /** Whether standing in the thread is being sent. */
  readonly inline: boolean;
  readonly at: Millis;
}

/** Gives a notice its words and its place in the conversation's numbered list; a repeat is sent with the same words. */
export async function standInThread(tx: Tx, notice: WordedNotice): Promise<void> {
  const { conversationId, outboxId, text, choices, inline, at } = notice;
  const values = [tx.tenantId, conversationId, outboxId, storableText(text), storableJson({ choices })];
  await tx.query(STAND, [...values, inline, at]);
}
