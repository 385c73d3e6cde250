/** Writing first in a conversation: what has to be known for it, and the one statement that writes all of it. */
import type { Tx } from '../../platform/database';
import type { NoticeWrite, TalkToWriteIn } from '../waitlistRecords';
import { storableJson, storableText } from '../storable';

const LOCK = {
  name: 'lock-talk',
  text: 'SELECT id FROM conversations WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE',
};

/** Before anything of the customer's is locked: the order of locks begins with the conversation. */
export async function lockTalk(tx: Tx, conversationId: string): Promise<void> {
  await tx.query(LOCK, [tx.tenantId, conversationId]);
}

const TALK = {
  name: 'talk-to-write-in',
  text: `
SELECT jsonb_build_object('conversationId', c.id, 'addressId', a.id, 'channel', c.channel, 'owner', c.owner, 'fence', c.fence,
  'nextNumber', c.next_number, 'language', c.language, 'talk', c.talk, 'optedOut', a.opted_out_at IS NOT NULL,
  'customer', jsonb_build_object('id', u.id, 'name', u.name, 'language', u.language,
    'phone', coalesce((SELECT n.address FROM addresses AS n WHERE n.tenant_id = u.tenant_id AND n.customer_id = u.id
      AND n.proven AND starts_with(n.address, '+') ORDER BY n.id = a.id DESC, n.created_at LIMIT 1), u.contact_phone),
    'assets', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'label', s.label, 'class', s.class, 'plate', s.plate)
      ORDER BY s.created_at, s.id), '[]') FROM assets AS s WHERE s.tenant_id = c.tenant_id AND s.customer_id = u.id))) AS talk
FROM conversations AS c
JOIN addresses AS a ON a.tenant_id = c.tenant_id AND a.id = c.address_id
JOIN customers AS u ON u.tenant_id = a.tenant_id AND u.id = a.customer_id
WHERE c.tenant_id = $1 AND c.id = $2`,
};

/** Null where there is no such conversation. */
export async function talkToWriteIn(tx: Tx, conversationId: string): Promise<TalkToWriteIn | null> {
  const [row] = await tx.query<{ talk: TalkToWriteIn }>(TALK, [tx.tenantId, conversationId]);
  return row?.talk ?? null;
}

const KEEP = {
  name: 'keep-talk',
  text: 'UPDATE conversations SET talk = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2',
};

/** Under `lockTalk`: a turn that runs meanwhile reads anew. */
export async function keepTalk(tx: Tx, conversationId: string, talk: unknown): Promise<void> {
  await tx.query(KEEP, [tx.tenantId, conversationId, storableJson(talk)]);
}

const WRITE = {
  name: 'write-notice',
  text: `
WITH moved AS (
  UPDATE conversations SET talk = $6, version = version + 1, next_number = $4::integer + 1 WHERE tenant_id = $1 AND id = $2
), said AS (
  INSERT INTO messages (tenant_id, conversation_id, number, author, kind, text, details, handed_at, created_at)
  VALUES ($1, $2, $4, 'bot', 'text', $7, jsonb_build_object('choices', $8::jsonb, 'purpose', $9::text),
    CASE WHEN $14 THEN instant($12) END, instant($12))
)
INSERT INTO outbox (tenant_id, id, address_id, conversation_id, number, kind, priority, worded, fence, ground, status, due_at,
  expires_at, sent_at, created_at)
VALUES ($1, $3, $5, $2, $4, 'notice', $15, jsonb_build_object('text', $7::text, 'choices', $8::jsonb), $10, $11,
  CASE WHEN $14 THEN 'sent' ELSE 'waiting' END, instant($12), instant($13), CASE WHEN $14 THEN instant($12) END, instant($12))`,
};

/** The caller has locked the conversation: its number and its talk are still what they were. */
export async function writeNotice(tx: Tx, notice: NoticeWrite): Promise<void> {
  const { conversationId, outboxId, number, addressId, talk, text, choices, purpose } = notice;
  const { fence, ground, at, expires, inline, priority } = notice;
  const where = [tx.tenantId, conversationId, outboxId, number, addressId];
  const what = [storableJson(talk), storableText(text), storableJson(choices), purpose];
  await tx.query(WRITE, [...where, ...what, fence, ground, at, expires, inline, priority]);
}
