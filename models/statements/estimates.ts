/** Estimates: their versions and lines, and the answers that customers gave to them. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { AssetNote, BookingRecord } from '../bookingRecords';
import { storableJson, storableText } from '../storable';

export interface EstimateLineRecord {
  readonly number: number;
  readonly title: string;
  readonly service: string | null;
  /** Minor units. */
  readonly amount: number;
  readonly most: number;
  /** Of a price: minor units by asset class, `''` for all others. */
  readonly amounts: Readonly<Record<string, number>> | null;
  readonly status: 'open' | 'approved' | 'declined';
  readonly bookingId: string | null;
}

export interface EstimateRecord {
  readonly id: string;
  readonly reference: string;
  readonly kind: 'price' | 'work';
  readonly customerId: string | null;
  readonly orderId: string | null;
  readonly assetClass: string | null;
  readonly version: number;
  readonly digest: string;
  readonly validUntil: Millis | null;
  readonly createdAt: Millis;
  readonly position: number;
  readonly noticeId: string | null;
  /** The words of that message, once it was worded. */
  readonly noticeText: string | null;
  /** Whether the visit that it belongs to has ended. */
  readonly closed: boolean;
  readonly asset: AssetNote | null;
  /** Of its newest version. */
  readonly lines: readonly EstimateLineRecord[];
}

const LINES = `
(SELECT coalesce(jsonb_agg(jsonb_build_object('number', l.number, 'title', l.title, 'service', l.service_id, 'amount', l.amount,
    'most', l.most, 'amounts', l.amounts, 'status', l.status, 'bookingId', l.booking_id) ORDER BY l.number), '[]')
  FROM estimate_lines AS l WHERE l.tenant_id = e.tenant_id AND l.estimate_id = e.id AND l.version = v.version)`;
const ESTIMATE = `
SELECT e.id, e.reference, e.kind, e.customer_id AS "customerId", e.order_id AS "orderId", e.asset_class AS "assetClass",
  v.version, v.digest, millis(e.valid_until) AS "validUntil", millis(e.created_at) AS "createdAt",
  e.position::float8 AS position, v.notice_id AS "noticeId",
  (SELECT m.worded ->> 'text' FROM outbox AS m WHERE m.tenant_id = e.tenant_id AND m.id = v.notice_id) AS "noticeText",
  o.closed_at IS NOT NULL AS closed, ${LINES} AS lines,
  (SELECT jsonb_build_object('id', s.id, 'label', s.label, 'class', s.class, 'plate', s.plate) FROM bookings AS b
    JOIN assets AS s ON s.tenant_id = b.tenant_id AND s.id = b.asset_id
    WHERE b.tenant_id = o.tenant_id AND b.id = o.booking_id) AS asset
FROM estimates AS e
JOIN estimate_versions AS v ON v.tenant_id = e.tenant_id AND v.estimate_id = e.id
LEFT JOIN orders AS o ON o.tenant_id = e.tenant_id AND o.id = e.order_id`;
const NEWEST = 'v.version = e.version';

const FIND = {
  name: 'find-estimate',
  text: `${ESTIMATE} WHERE e.tenant_id = $1 AND e.id = $2 AND v.version = coalesce($3, e.version)`,
};

/** @param version absent: the newest */
export async function findEstimate(tx: Tx, id: string, version?: number): Promise<EstimateRecord | null> {
  const [row] = await tx.query<EstimateRecord>(FIND, [tx.tenantId, id, version ?? null]);
  return row ?? null;
}

const LOCK = {
  name: 'lock-estimate',
  text: 'SELECT id FROM estimates WHERE tenant_id = $1 AND id = $2 FOR UPDATE',
};

/** An estimate of which nobody else makes a version, and that nobody answers, until this transaction has ended. */
export async function lockEstimate(tx: Tx, id: string): Promise<EstimateRecord | null> {
  await tx.query(LOCK, [tx.tenantId, id]);
  return findEstimate(tx, id);
}

const OF_KEY = {
  name: 'estimate-of-key',
  text: 'SELECT estimate_id AS id FROM estimate_versions WHERE tenant_id = $1 AND key = $2',
};

/** The estimate that this deed made, or made a version of. */
export async function estimateOfKey(tx: Tx, key: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(OF_KEY, [tx.tenantId, storableText(key)]);
  return row?.id ?? null;
}

const OF_CUSTOMER = {
  name: 'estimates-of-customer',
  text: `
${ESTIMATE} WHERE e.tenant_id = $1 AND e.customer_id = $2 AND ${NEWEST} AND ($3::uuid IS NULL OR e.conversation_id = $3)
ORDER BY e.position DESC LIMIT 50`,
};

/** Newest first. @param conversation only those made for it; null: all */
export async function estimatesOfCustomer(
  tx: Tx,
  customerId: string,
  conversation: string | null,
): Promise<readonly EstimateRecord[]> {
  return tx.query<EstimateRecord>(OF_CUSTOMER, [tx.tenantId, customerId, conversation]);
}

const PAGE = {
  name: 'page-of-estimates',
  text: `
${ESTIMATE} WHERE e.tenant_id = $1 AND ${NEWEST} AND ($2::uuid IS NULL OR e.order_id = $2)
  AND ($3::text IS NULL OR e.kind = $3) AND ($4::bigint IS NULL OR e.position < $4)
ORDER BY e.position DESC LIMIT $5`,
};

/** Newest first; `before` is the position where the page before ended. */
export async function pageOfEstimates(
  tx: Tx,
  filter: { readonly order: string | null; readonly kind: string | null },
  before: number | null,
  limit: number,
): Promise<readonly EstimateRecord[]> {
  return tx.query<EstimateRecord>(PAGE, [tx.tenantId, filter.order, filter.kind, before, limit]);
}

const MARK = {
  name: 'mark-estimate-line',
  text: `
UPDATE estimate_lines SET status = $5
WHERE tenant_id = $1 AND estimate_id = $2 AND version = $3 AND number = $4`,
};

/** Only under `lockEstimate`. */
export async function markLine(
  tx: Tx,
  { id, version }: Pick<EstimateRecord, 'id' | 'version'>,
  line: number,
  status: 'approved' | 'declined',
): Promise<void> {
  await tx.query(MARK, [tx.tenantId, id, version, line, status]);
}

const AGREE = { name: 'agree-price', text: 'SELECT agree_price($1) AS booking' };

export interface Agreement {
  readonly estimate: string;
  readonly version: number;
  readonly line: number;
  readonly booking: string;
  readonly now: Millis;
  readonly actor: unknown;
}

/** The line's price is the booking's, and stays it when the booking moves. Only under `lockEstimate`; null: the booking is over. */
export async function agreeLine(tx: Tx, agreement: Agreement): Promise<BookingRecord | null> {
  const now = new Date(agreement.now).toISOString();
  const values = [storableJson({ ...agreement, tenant: tx.tenantId, now })];
  const [row] = await tx.query<{ booking: BookingRecord | null }>(AGREE, values);
  return row?.booking ?? null;
}

export interface NewAnswer {
  readonly id: string;
  readonly estimateId: string;
  readonly version: number;
  readonly at: Millis;
  readonly actor: unknown;
  readonly lines: readonly { readonly line: number; readonly approve: boolean }[];
  readonly outcome: 'answered' | 'stale';
  readonly shown: string | null;
  readonly digest: string | null;
  readonly reply: string;
  readonly channel: string | null;
  readonly address: string | null;
  readonly key: string;
}

const ANSWER = {
  name: 'keep-estimate-answer',
  text: `
INSERT INTO estimate_answers (tenant_id, id, estimate_id, version, at, actor, lines, outcome, shown, digest, reply, channel,
  address, key)
VALUES ($1, $2, $3, $4, instant($5), $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (tenant_id, key) DO NOTHING`,
};

/** Evidence: written once, by each key once. */
export async function keepAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  const { id, estimateId, version, at, actor, lines, outcome, digest, channel, address } = answer;
  const shown = answer.shown && storableText(answer.shown);
  const what = [storableJson(actor), storableJson(lines), outcome, shown, digest];
  const said = [storableText(answer.reply), channel, address, storableText(answer.key)];
  await tx.query(ANSWER, [tx.tenantId, id, estimateId, version, at, ...what, ...said]);
}

const ANSWERED = {
  name: 'estimate-answered',
  text: `SELECT outcome FROM estimate_answers WHERE tenant_id = $1 AND estimate_id = $2 AND key = $3`,
};

/** What became of the answer with this key; null where there was none. */
export async function answerOfKey(
  tx: Tx,
  estimateId: string,
  key: string,
): Promise<'answered' | 'stale' | null> {
  const values = [tx.tenantId, estimateId, storableText(key)];
  const [row] = await tx.query<{ outcome: 'answered' | 'stale' }>(ANSWERED, values);
  return row?.outcome ?? null;
}
