/** Time that became free: found across tenants, claimed one at a time, and kept until it was offered to all it suits. */
import type { Millis } from '../../platform/clock';
import type { Database, Tx } from '../../platform/database';
import type { Minute } from '../../scheduling/business';
import type { FreedRecord, NewOffer, WaitlistCandidate } from '../waitlistRecords';

const TENANTS = {
  name: 'tenants-with-freed-time',
  text: 'SELECT tenant_id AS "tenantId" FROM system.tenants_with_freed_time($1, $2)',
};

/** Tenants with freed time to look at, with offers that have lapsed, or with entries of which no window is left. */
export async function tenantsWithFreedTime(
  database: Database,
  now: Millis,
  limit: number,
): Promise<readonly string[]> {
  const rows = await database.statement<{ tenantId: string }>(TENANTS, [now, limit]);
  return rows.map((row) => row.tenantId);
}

const CLAIM = {
  name: 'claim-freed-time',
  text: `
SELECT position::float8 AS position, branch_id AS branch, from_minute AS "from", to_minute AS "to", chain::float8 AS chain
FROM freed_time WHERE tenant_id = $1 AND (due_at IS NULL OR due_at <= instant($2))
ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED`,
};

/** The oldest that is due and that nobody else is at; it stays locked until the transaction ends. */
export async function claimFreedTime(tx: Tx, now: Millis): Promise<FreedRecord | null> {
  const [row] = await tx.query<FreedRecord>(CLAIM, [tx.tenantId, now]);
  return row ?? null;
}

const FORGET = {
  name: 'forget-freed-time',
  text: 'DELETE FROM freed_time WHERE tenant_id = $1 AND position = $2',
};

export async function forgetFreedTime(tx: Tx, position: number): Promise<void> {
  await tx.query(FORGET, [tx.tenantId, position]);
}

const POSTPONE = {
  name: 'postpone-freed-time',
  text: 'UPDATE freed_time SET due_at = instant($3) WHERE tenant_id = $1 AND position = $2',
};

export async function postponeFreedTime(tx: Tx, position: number, due: Millis): Promise<void> {
  await tx.query(POSTPONE, [tx.tenantId, position, due]);
}

/**
 * Told where they joined, or wherever they wrote last; who takes no messages there, or has been offered this very time before,
 * is no candidate. Where nothing was said of what it is for, the customer's only asset is assumed, as in a booking.
 */
const CANDIDATES = {
  name: 'waitlist-candidates',
  text: `
SELECT waitlist_json(e) || coalesce(only_one.asset, '{}') || jsonb_build_object('conversationId', talk.id,
  'busyUntil', (SELECT millis(max(o.expires_at)) FROM waitlist_offers AS o JOIN waitlist AS w
    ON w.tenant_id = o.tenant_id AND w.id = o.entry_id
    WHERE w.tenant_id = e.tenant_id AND w.customer_id = e.customer_id AND o.state = 'open'),
  'offered', (SELECT coalesce(jsonb_agg(o.start_minute), '[]') FROM waitlist_offers AS o
    WHERE o.tenant_id = e.tenant_id AND o.entry_id = e.id AND o.state <> 'taken')) AS candidate
FROM waitlist AS e JOIN LATERAL (
  SELECT c.id FROM addresses AS a JOIN conversations AS c ON c.tenant_id = a.tenant_id AND c.address_id = a.id
  WHERE a.tenant_id = e.tenant_id AND a.customer_id = e.customer_id AND a.opted_out_at IS NULL AND a.channel <> 'voice'
    AND (e.conversation_id IS NULL OR c.id = e.conversation_id)
  ORDER BY c.created_at DESC, c.id LIMIT 1) AS talk ON true
LEFT JOIN LATERAL (
  SELECT jsonb_build_object('assetId', min(s.id::text), 'assetClass', min(s.class)) AS asset FROM assets AS s
  WHERE s.tenant_id = e.tenant_id AND s.customer_id = e.customer_id AND e.asset_id IS NULL AND e.asset_class IS NULL
  HAVING count(*) = 1) AS only_one ON true
WHERE e.tenant_id = $1 AND e.state IN ('waiting', 'offered') AND e.until_minute > $2
  AND (e.branch_id IS NULL OR e.branch_id = $3)
  AND NOT EXISTS (SELECT FROM waitlist_offers AS o
    WHERE o.tenant_id = e.tenant_id AND o.entry_id = e.id AND o.chain = $4)
ORDER BY e.priority DESC, e.since, e.id LIMIT $5`,
};

export interface CandidateAsk {
  readonly from: Minute;
  readonly branch: string;
  readonly chain: number;
  readonly limit: number;
}

/** Who waits and could be told; whether the time suits them is for scheduling to say. */
export async function waitlistCandidates(
  tx: Tx,
  { from, branch, chain, limit }: CandidateAsk,
): Promise<readonly WaitlistCandidate[]> {
  const values = [tx.tenantId, from, branch, chain, limit];
  const rows = await tx.query<{ candidate: WaitlistCandidate }>(CANDIDATES, values);
  return rows.map((row) => row.candidate);
}

const OFFER = {
  name: 'keep-offer',
  text: `
WITH offered AS (
  INSERT INTO waitlist_offers (tenant_id, booking_id, entry_id, start_minute, chain, offered_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, instant($6), instant($7))
), fixed AS (
  UPDATE bookings SET renewed = true WHERE tenant_id = $1 AND id = $2
)
UPDATE waitlist SET state = 'offered' WHERE tenant_id = $1 AND id = $3`,
};

/** An offer ends when it was said to end, so that the next has their turn: its hold is not lengthened. */
export async function keepOffer(tx: Tx, offer: NewOffer): Promise<void> {
  const { booking, entry, start, chain, at, expires } = offer;
  await tx.query(OFFER, [tx.tenantId, booking, entry, start, chain, at, expires]);
}
