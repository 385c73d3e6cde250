/** A new estimate, or a new version of one: all of its lines in one statement. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { storableJson, storableText } from '../storable';

export interface NewLine {
  readonly title: string;
  readonly service: string | null;
  /** Minor units. */
  readonly amount: number;
  readonly most: number;
  readonly amounts: Readonly<Record<string, number>> | null;
}

export interface NewEstimate {
  readonly id: string;
  readonly kind: 'price' | 'work';
  readonly customerId: string | null;
  readonly conversationId: string | null;
  readonly orderId: string | null;
  readonly assetClass: string | null;
  readonly validUntil: Millis | null;
  readonly at: Millis;
}

const ADD = {
  name: 'add-estimate',
  text: `
INSERT INTO estimates (tenant_id, id, reference, kind, customer_id, conversation_id, order_id, asset_class, version,
  valid_until, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, instant($9), instant($10))
ON CONFLICT (tenant_id, reference) DO NOTHING RETURNING id`,
};

/** Without a version yet; `references` are tried in turn until one is not in use, which is answered. */
export async function addEstimate(
  tx: Tx,
  estimate: NewEstimate,
  references: readonly string[],
): Promise<string> {
  const { id, kind, customerId, conversationId, orderId, assetClass, validUntil, at } = estimate;
  for (const reference of references) {
    const what = [kind, customerId, conversationId, orderId, assetClass, validUntil, at];
    if ((await tx.query(ADD, [tx.tenantId, id, reference, ...what])).length > 0) return reference;
  }
  throw new Error(`estimate ${id}: every reference offered is in use: ${references.join(', ')}`);
}

export interface NewVersion {
  readonly estimateId: string;
  readonly version: number;
  readonly lines: readonly NewLine[];
  readonly digest: string;
  readonly noticeId: string | null;
  readonly actor: unknown;
  readonly key: string;
  readonly at: Millis;
}

const VERSION = {
  name: 'add-estimate-version',
  text: `
WITH estimate AS (
  UPDATE estimates SET version = $3 WHERE tenant_id = $1 AND id = $2
), version AS (
  INSERT INTO estimate_versions (tenant_id, estimate_id, version, digest, notice_id, actor, key, created_at)
  VALUES ($1, $2, $3, $5, $6, $7, $8, instant($9))
)
INSERT INTO estimate_lines (tenant_id, estimate_id, version, number, title, service_id, amount, most, amounts)
SELECT $1, $2, $3, place, one.title, one.service, one.amount, one.most, nullif(one.amounts, 'null')
FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS each (given, place),
  jsonb_to_record(given) AS one (title text, service text, amount bigint, most bigint, amounts jsonb)`,
};

/** What was the newest version is none any more. Only under `lockEstimate`, or by whoever has just made it. */
export async function addVersion(tx: Tx, made: NewVersion): Promise<void> {
  const { estimateId, version, lines, digest, noticeId, actor, key, at } = made;
  const what = [storableJson(lines), digest, noticeId, storableJson(actor), storableText(key), at];
  await tx.query(VERSION, [tx.tenantId, estimateId, version, ...what]);
}

const OF_NOTICE = {
  name: 'estimate-of-notice',
  text: `
SELECT e.id FROM estimate_versions AS v
JOIN estimates AS e ON e.tenant_id = v.tenant_id AND e.id = v.estimate_id AND e.version = v.version
WHERE v.tenant_id = $1 AND v.notice_id = $2`,
};

/** The estimate that this message tells; null where it tells none, or a version that is not the newest any more. */
export async function estimateOfNotice(tx: Tx, noticeId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(OF_NOTICE, [tx.tenantId, noticeId]);
  return row?.id ?? null;
}
