/** What is kept of conversations, read to see or to try again what happened: the journal and the transcript, and nothing written. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';

/** A conversation and where it is held. */
export interface ConversationRow {
  readonly conversationId: string;
  readonly channel: string;
  /** Our end of the wire. */
  readonly account: string;
  /** The customer's end. */
  readonly address: string;
  readonly customerId: string;
}

export interface JournalRow {
  readonly turn: number;
  readonly at: Millis;
  /** As the turn wrote it; older versions of the program wrote less. */
  readonly entry: unknown;
}

/** A message of the transcript. */
export interface TranscriptRow {
  readonly number: number;
  readonly author: 'customer' | 'bot' | 'agent' | 'system';
  readonly kind: string;
  readonly text: string;
  readonly details: Readonly<Record<string, unknown>> | null;
  /** The turn that said it; null for what the customer said, and for what was told between turns. */
  readonly turn: number | null;
  readonly createdAt: Millis;
}

const CONVERSATION = {
  name: 'journal-conversation',
  text: `
SELECT c.id AS "conversationId", c.channel, w.account, a.address, a.customer_id AS "customerId"
FROM conversations c
JOIN addresses a ON a.tenant_id = c.tenant_id AND a.id = c.address_id
JOIN channel_accounts w ON w.tenant_id = a.tenant_id AND w.id = a.channel_account_id
WHERE c.tenant_id = $1 AND c.id = $2`,
};

/** Null where the tenant has no such conversation. @param id a uuid */
export async function conversationById(tx: Tx, id: string): Promise<ConversationRow | null> {
  const [row] = await tx.query<ConversationRow>(CONVERSATION, [tx.tenantId, id]);
  return row ?? null;
}

const NEWEST = {
  name: 'journal-newest',
  text: `
SELECT conversation_id AS id FROM journal WHERE tenant_id = $1
GROUP BY conversation_id ORDER BY max(at) DESC, conversation_id LIMIT $2`,
};

/** Ids of the conversations with the latest turns, latest first. */
export async function newestConversations(tx: Tx, limit: number): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(NEWEST, [tx.tenantId, limit]);
  return rows.map(({ id }) => id);
}

const TURNS = {
  name: 'journal-turns',
  text: `
SELECT turn, millis(at)::float8 AS at, entry FROM journal
WHERE tenant_id = $1 AND conversation_id = $2 AND ($3::integer IS NULL OR turn = $3) ORDER BY turn`,
};

/** All turns in their order, or the one with this number. */
export async function journalOf(
  tx: Tx,
  conversationId: string,
  turn: number | null = null,
): Promise<readonly JournalRow[]> {
  return tx.query<JournalRow>(TURNS, [tx.tenantId, conversationId, turn]);
}

const LAST = {
  name: 'journal-last-turn',
  text: 'SELECT coalesce(max(turn), 0) AS turn FROM journal WHERE tenant_id = $1 AND conversation_id = $2',
};

/** The number of the latest turn; 0 before the first. */
export async function lastTurnOf(tx: Tx, conversationId: string): Promise<number> {
  const [row] = await tx.query<{ turn: number }>(LAST, [tx.tenantId, conversationId]);
  return row?.turn ?? 0;
}

const COLUMNS = 'number, author, kind, text, details, turn, millis(created_at)::float8 AS "createdAt"';

const TRANSCRIPT = {
  name: 'journal-transcript',
  text: `SELECT ${COLUMNS} FROM messages WHERE tenant_id = $1 AND conversation_id = $2 ORDER BY number`,
};

/** The whole transcript, in order. */
export async function transcriptOf(tx: Tx, conversationId: string): Promise<readonly TranscriptRow[]> {
  return tx.query<TranscriptRow>(TRANSCRIPT, [tx.tenantId, conversationId]);
}

const OF_TURN = {
  name: 'journal-messages-of-turn',
  text: `
SELECT ${COLUMNS} FROM messages
WHERE tenant_id = $1 AND conversation_id = $2 AND (number = ANY ($3) OR turn = $4) ORDER BY number`,
};

/** What the turn answered, by number, and what it said. */
export async function messagesOfTurn(
  tx: Tx,
  conversationId: string,
  of: { readonly turn: number; readonly answered: readonly number[] },
): Promise<readonly TranscriptRow[]> {
  return tx.query<TranscriptRow>(OF_TURN, [tx.tenantId, conversationId, of.answered, of.turn]);
}

/** What staff did on a visit of the customer: a stage that was set, or a version of an estimate that was sent. */
export interface StaffDeedRow {
  readonly at: Millis;
  /** Null for an estimate. */
  readonly stage: string | null;
  /** Amounts in minor units; null for a stage. */
  readonly lines: readonly { readonly title: string; readonly amount: number }[] | null;
  /** Of the estimate, or of the booking. */
  readonly reference: string;
}

const STAFF_DEEDS = {
  name: 'journal-staff-deeds',
  text: `
WITH visits AS (
  SELECT o.id, b.reference FROM orders o JOIN bookings b ON b.tenant_id = o.tenant_id AND b.id = o.booking_id
  WHERE o.tenant_id = $1 AND b.customer_id = $2
)
SELECT millis(h.at)::float8 AS at, h.to_stage AS stage, NULL::jsonb AS lines, v.reference
FROM visits v JOIN order_history h ON h.tenant_id = $1 AND h.order_id = v.id
WHERE h.deed = 'stage' AND h.actor ->> 'kind' IN ('agent', 'api')
  AND NOT EXISTS (SELECT FROM estimates e JOIN estimate_versions s ON s.tenant_id = e.tenant_id AND s.estimate_id = e.id
    WHERE e.tenant_id = $1 AND e.order_id = v.id AND s.created_at = h.at AND h.to_stage = 'waiting-approval')
UNION ALL
SELECT millis(s.created_at)::float8, NULL, (SELECT jsonb_agg(jsonb_build_object('title', l.title, 'amount', l.amount)
    ORDER BY l.number) FROM estimate_lines l
    WHERE l.tenant_id = $1 AND l.estimate_id = e.id AND l.version = s.version), e.reference
FROM visits v JOIN estimates e ON e.tenant_id = $1 AND e.order_id = v.id
JOIN estimate_versions s ON s.tenant_id = $1 AND s.estimate_id = e.id
ORDER BY 1`,
};

/** Oldest first; a stage that came of an estimate is part of the estimate. */
export async function staffDeedsFor(tx: Tx, customerId: string): Promise<readonly StaffDeedRow[]> {
  return tx.query<StaffDeedRow>(STAFF_DEEDS, [tx.tenantId, customerId]);
}
