/** The statements of a turn: lease, lock, save; and what a sweep and a reader of the transcript ask. */
import type { Millis } from '../../platform/clock';
import type { Database, Opening, Tx } from '../../platform/database';
import type { LeaseResult, LockedConversation, MessageRecord, TurnWrite } from '../records';
import { storableJson } from '../storable';
import { notesParameter } from './customers';

const LEASE = {
  name: 'lease',
  text: 'SELECT system.lease_and_load($1, $2, $3, $4, $5) AS result',
};

export interface LeaseRequest {
  readonly tenantId: string;
  readonly conversationId: string;
  /** Names the holder; the same token leases again. */
  readonly token: string;
  readonly now: Millis;
  readonly leaseMillis: number;
}

/** Leases a conversation with pending messages and reads all that a turn starts from: one round trip, nothing durable written. */
export async function leaseConversation(database: Database, lease: LeaseRequest): Promise<LeaseResult> {
  const { tenantId, conversationId, token, now, leaseMillis } = lease;
  const values = [tenantId, conversationId, token, now, now + leaseMillis];
  const [row] = await database.statement<{ result: LeaseResult }>(LEASE, values);
  return row?.result ?? { kind: 'nothing' };
}

const RELEASE = { name: 'release-lease', text: 'SELECT system.release_lease($1, $2, $3)' };

/** Ends a lease whose turn wrote nothing; a saved turn has ended it already. */
export async function releaseLease(
  database: Database,
  lease: Pick<LeaseRequest, 'tenantId' | 'conversationId' | 'token'>,
): Promise<void> {
  await database.statement(RELEASE, [lease.tenantId, lease.conversationId, lease.token]);
}

/** Opens a turn's transaction: locks the conversation in the same round trip as BEGIN. Read its answer with `readLock`. */
export function lockConversation(tenantId: string, conversationId: string, now: Millis): Opening {
  return { text: 'SELECT lock_conversation($1, $2, $3) AS locked', values: [tenantId, conversationId, now] };
}

/** What the lock found; null where there is no such conversation. */
export function readLock(opened: readonly Record<string, unknown>[]): LockedConversation | null {
  const [row] = opened as readonly { readonly locked?: LockedConversation | null }[];
  return row?.locked ?? null;
}

const SAVE = {
  name: 'save-turn',
  text: `
WITH moved AS (
  UPDATE conversations SET version = version + 1, turn = $6, talk = $9, language = coalesce($8, language), next_number = $12
  WHERE tenant_id = $1 AND id = $2 AND version = $5 RETURNING tenant_id, id
), given AS (
  SELECT one.* FROM moved, jsonb_to_recordset($11) AS one ("outboxId" uuid, number integer, kind text, text text,
    choices jsonb, details jsonb, ground text, priority smallint, inline boolean)
), said AS (
  INSERT INTO messages (tenant_id, conversation_id, number, author, kind, text, details, turn, handed_at, created_at)
  SELECT $1, $2, number, 'bot', 'text', text, details || jsonb_build_object('choices', choices), $6,
    CASE WHEN inline THEN instant($4) END, instant($4) FROM given
), queued AS (
  INSERT INTO outbox (tenant_id, id, address_id, conversation_id, number, kind, priority, worded, fence, ground, status,
    due_at, sent_at, created_at)
  SELECT $1, "outboxId", $3, $2, number, kind, priority, jsonb_build_object('text', text, 'choices', choices), $7, ground,
    CASE WHEN inline THEN 'sent' ELSE 'waiting' END, instant($4), CASE WHEN inline THEN instant($4) END, instant($4)
  FROM given ORDER BY number
), answered AS (
  UPDATE inbound SET status = $16 FROM moved
  WHERE inbound.tenant_id = $1 AND conversation_id = $2 AND number = ANY ($10) AND status = 'pending'
), written AS (
  INSERT INTO journal (tenant_id, conversation_id, turn, at, entry) SELECT $1, $2, $6, instant($4), $13 FROM moved
), opted AS (
  UPDATE addresses SET opted_out_at = CASE WHEN $14 THEN coalesce(opted_out_at, instant($4)) END FROM moved
  WHERE $14::boolean IS NOT NULL AND addresses.tenant_id = $1 AND addresses.id = $3
), dropped AS (
  UPDATE outbox SET status = 'dropped', error = 'opted-out' FROM moved
  WHERE $14 AND outbox.tenant_id = $1 AND address_id = $3 AND status = 'waiting'
), freed AS (
  DELETE FROM leases USING moved
  WHERE leases.tenant_id = $1 AND conversation_id = $2 AND ($15::uuid IS NULL OR token = $15)
), noted AS (
  SELECT keep_notes($1, $17, $18) FROM moved
)
SELECT (SELECT count(*) FROM moved)::integer AS saved, (SELECT count(*) FROM noted) AS noted`,
};

/**
 * Writes everything a turn leaves behind in one statement, or nothing of it: false when the conversation's version is no longer
 * the one that was read.
 */
export async function saveTurn(tx: Tx, turn: TurnWrite): Promise<boolean> {
  const [row] = await tx.query<{ saved: number }>(SAVE, [
    turn.tenantId,
    turn.conversationId,
    turn.addressId,
    turn.at,
    turn.version,
    turn.turn,
    turn.fence,
    turn.language,
    storableJson(turn.talk),
    turn.handled,
    storableJson(turn.messages),
    turn.nextNumber,
    storableJson(turn.journal),
    turn.optOut ?? null,
    turn.leaseToken ?? null,
    turn.dead ? 'dead' : 'handled',
    turn.notes?.customerId ?? null,
    notesParameter(turn.notes?.notes ?? null, turn.at),
  ]);
  return row?.saved === 1;
}

const PENDING = {
  name: 'conversations-with-pending',
  text: 'SELECT tenant_id AS "tenantId", conversation_id AS "conversationId" FROM system.conversations_with_pending($1, $2, $3)',
};

/** Conversations whose messages have waited since before `receivedBefore` and that nobody holds, longest waiting first. */
export async function pendingConversations(
  database: Database,
  sweep: { readonly now: Millis; readonly receivedBefore: Millis; readonly limit: number },
): Promise<{ readonly tenantId: string; readonly conversationId: string }[]> {
  return database.statement(PENDING, [sweep.now, sweep.receivedBefore, sweep.limit]);
}

const MESSAGES_AFTER = `
SELECT number, author, kind, text, details, millis(created_at) AS "createdAt" FROM messages
WHERE tenant_id = $1 AND conversation_id = $2 AND number > $3 ORDER BY number LIMIT $4`;

/** The transcript after a number (the watermark of Direct Line), in order; two round trips. */
export async function messagesAfter(
  database: Database,
  from: {
    readonly tenantId: string;
    readonly conversationId: string;
    readonly number: number;
    readonly limit: number;
  },
): Promise<readonly MessageRecord[]> {
  const opening = {
    text: MESSAGES_AFTER,
    values: [from.tenantId, from.conversationId, from.number, from.limit],
  };
  const rows = await database.inTenant(from.tenantId, (_tx, opened) => Promise.resolve(opened), { opening });
  return rows as unknown as readonly MessageRecord[];
}

const FAILED = {
  name: 'inbound-failed',
  text: `
UPDATE inbound SET attempts = attempts + 1, error = $4
WHERE tenant_id = $1 AND conversation_id = $2 AND number = ANY ($3) AND status = 'pending' RETURNING attempts`,
};

/** Counts one more failed turn against its messages; answers the most attempts that any of them has now. */
export async function countFailedTurn(
  tx: Tx,
  failed: { readonly conversationId: string; readonly numbers: readonly number[]; readonly error: string },
): Promise<number> {
  const values = [tx.tenantId, failed.conversationId, failed.numbers, failed.error];
  const rows = await tx.query<{ attempts: number }>(FAILED, values);
  return Math.max(0, ...rows.map((row) => row.attempts));
}

const GIVEN_UP = {
  name: 'last-given-up',
  text: `
SELECT status = 'dead' AS "givenUp" FROM inbound
WHERE tenant_id = $1 AND conversation_id = $2 AND status <> 'pending' ORDER BY number DESC LIMIT 1`,
};

/** Whether the last message that was dealt with was put aside without an answer to it. */
export async function lastWasGivenUp(tx: Tx, conversationId: string): Promise<boolean> {
  const [row] = await tx.query<{ givenUp: boolean }>(GIVEN_UP, [tx.tenantId, conversationId]);
  return row?.givenUp ?? false;
}
