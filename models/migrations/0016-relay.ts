/** What is to be sent: claimed in batches, checked once more before each request, and settled by what the provider says. */
import { definers } from './migration';

/**
 * Only the first unsent row of each (address, priority) is claimed; a row that waits for a retry holds back its own class, one
 * that is not due for the first time holds back nobody. A claim that ran out before its request began is claimed again; one
 * whose answer was lost is repeated once, a one-time code never. Answers {claimed: [ClaimedOutbox …], ended: rows that were
 * dropped or given up}: both make room for the next of their class.
 */
const claim = `
WITH due AS (
  SELECT o.tenant_id, o.id FROM outbox AS o
  WHERE o.status IN ('waiting', 'claimed') AND o.due_at <= instant(p_now)
    AND (o.status = 'waiting' OR o.lease_until <= instant(p_now))
    AND NOT EXISTS (SELECT FROM outbox AS e
      WHERE e.tenant_id = o.tenant_id AND e.address_id = o.address_id AND e.priority = o.priority AND e.position < o.position
        AND e.status IN ('waiting', 'claimed') AND (e.due_at <= instant(p_now) OR e.attempts > 0))
  ORDER BY o.due_at, o.position LIMIT p_limit FOR UPDATE OF o SKIP LOCKED
), judged AS (
  SELECT o.tenant_id, o.id, a.address, a.channel, ca.account, ca.provider, c.language, CASE
    WHEN o.expires_at <= instant(p_now) THEN 'expired'
    WHEN a.opted_out_at IS NOT NULL AND o.kind <> 'opt-out' THEN 'opted-out'
    WHEN o.kind = 'reply' AND o.fence < c.fence THEN 'taken-over'
    WHEN o.begun_at IS NOT NULL AND (o.kind = 'code' OR o.repeats > 0) THEN 'answer-lost'
  END AS refusal
  FROM due JOIN outbox AS o ON o.tenant_id = due.tenant_id AND o.id = due.id
  JOIN addresses AS a ON a.tenant_id = o.tenant_id AND a.id = o.address_id
  JOIN channel_accounts AS ca ON ca.tenant_id = a.tenant_id AND ca.id = a.channel_account_id
  JOIN conversations AS c ON c.tenant_id = o.tenant_id AND c.id = o.conversation_id
), changed AS (
  UPDATE outbox AS o SET
    status = CASE WHEN j.refusal IS NULL THEN 'claimed' WHEN j.refusal = 'answer-lost' THEN 'failed' ELSE 'dropped' END,
    error = coalesce(j.refusal, o.error),
    lease_token = CASE WHEN j.refusal IS NULL THEN p_token END,
    lease_until = CASE WHEN j.refusal IS NULL THEN instant(p_until) END,
    attempts = o.attempts + CASE WHEN j.refusal IS NULL THEN 1 ELSE 0 END,
    repeats = o.repeats + CASE WHEN j.refusal IS NULL AND o.begun_at IS NOT NULL THEN 1 ELSE 0 END,
    begun_at = NULL
  FROM judged AS j WHERE o.tenant_id = j.tenant_id AND o.id = j.id
  RETURNING o.position, j.refusal, jsonb_build_object('tenantId', o.tenant_id, 'id', o.id,
    'conversationId', o.conversation_id, 'addressId', o.address_id, 'address', j.address, 'channel', j.channel,
    'account', j.account, 'provider', j.provider, 'kind', o.kind, 'number', o.number, 'worded', o.worded,
    'saying', o.saying, 'language', j.language, 'fence', o.fence, 'attempts', o.attempts, 'repeats', o.repeats) AS claimed
)
SELECT jsonb_build_object(
  'claimed', coalesce(jsonb_agg(claimed ORDER BY position) FILTER (WHERE refusal IS NULL), '[]'),
  'ended', count(*) FILTER (WHERE refusal IS NOT NULL)) FROM changed;`;

/** Just before the request: waits for a takeover that is under way, and drops what it, or an opt-out, has overtaken. */
const begin = `
DECLARE
  o outbox;
  v_fence integer;
  v_opted_out boolean;
BEGIN
  SELECT * INTO o FROM outbox WHERE tenant_id = p_tenant AND id = p_id;
  SELECT fence INTO v_fence FROM conversations WHERE tenant_id = p_tenant AND id = o.conversation_id FOR SHARE;
  SELECT opted_out_at IS NOT NULL INTO v_opted_out FROM addresses WHERE tenant_id = p_tenant AND id = o.address_id;
  UPDATE outbox SET status = 'dropped', lease_token = NULL, lease_until = NULL,
    error = CASE WHEN v_opted_out THEN 'opted-out' ELSE 'taken-over' END
  WHERE tenant_id = p_tenant AND id = p_id AND status = 'claimed' AND lease_token = p_token
    AND ((v_opted_out AND kind <> 'opt-out') OR (kind = 'reply' AND fence < v_fence));
  UPDATE outbox SET begun_at = instant(p_now)
  WHERE tenant_id = p_tenant AND id = p_id AND status = 'claimed' AND lease_token = p_token;
  RETURN FOUND;
END`;

/** A callback may have come first: what it said stands. */
const sent = `
WITH given AS (
  SELECT * FROM jsonb_to_recordset(p_sent) AS one ("tenantId" uuid, id uuid, "providerId" text)
), settled AS (
  UPDATE outbox AS o SET status = CASE WHEN o.status = 'claimed' THEN 'sent' ELSE o.status END,
    provider_id = given."providerId", sent_at = coalesce(o.sent_at, instant(p_now)), lease_token = NULL, lease_until = NULL
  FROM given WHERE o.tenant_id = given."tenantId" AND o.id = given.id
    AND (o.lease_token = p_token OR o.status IN ('sent', 'delivered', 'read', 'failed'))
  RETURNING o.tenant_id, o.conversation_id, o.number
)
UPDATE messages AS m SET handed_at = instant(p_now) FROM settled AS s
WHERE m.tenant_id = s.tenant_id AND m.conversation_id = s.conversation_id AND m.number = s.number AND m.handed_at IS NULL;`;

const retry = `
UPDATE outbox SET status = 'waiting', due_at = instant(p_due), error = p_error, begun_at = NULL, lease_token = NULL,
  lease_until = NULL
WHERE tenant_id = p_tenant AND id = p_id AND status = 'claimed' AND lease_token = p_token;`;

const uncertain = `
UPDATE outbox SET lease_until = instant(p_until), error = p_error
WHERE tenant_id = p_tenant AND id = p_id AND status = 'claimed' AND lease_token = p_token;`;

const fail = `
WITH failed AS (
  UPDATE outbox SET status = 'failed', error = p_error, lease_token = NULL, lease_until = NULL
  WHERE tenant_id = p_tenant AND id = p_id AND status = 'claimed' AND lease_token = p_token
  RETURNING tenant_id, address_id
)
UPDATE addresses AS a SET opted_out_at = coalesce(a.opted_out_at, instant(p_now)) FROM failed
WHERE p_opted_out AND a.tenant_id = failed.tenant_id AND a.id = failed.address_id;`;

/** Callbacks come late, twice and out of order: a status only ever moves on. Answers whether it did. */
const status = `
DECLARE
  o outbox;
BEGIN
  UPDATE outbox SET status = p_status, error = coalesce(p_error, error), provider_id = coalesce(provider_id, p_provider_id),
    sent_at = coalesce(sent_at, instant(p_now)), lease_token = NULL, lease_until = NULL
  WHERE tenant_id = p_tenant AND id = p_id AND array_position(ARRAY['claimed', 'sent', 'failed', 'delivered', 'read'], status)
    < array_position(ARRAY['claimed', 'sent', 'failed', 'delivered', 'read'], p_status)
  RETURNING * INTO o;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE messages SET handed_at = instant(p_now) WHERE p_status <> 'failed' AND tenant_id = o.tenant_id
    AND conversation_id = o.conversation_id AND number = o.number AND handed_at IS NULL;
  UPDATE addresses SET opted_out_at = instant(p_now)
  WHERE p_opted_out AND tenant_id = o.tenant_id AND id = o.address_id AND opted_out_at IS NULL;
  RETURN true;
END`;

const dueNow = `
SELECT EXISTS (SELECT FROM outbox WHERE status IN ('waiting', 'claimed') AND due_at <= instant(p_now)
  AND (status = 'waiting' OR lease_until <= instant(p_now)));`;

const ROW = 'p_tenant uuid, p_id uuid, p_token uuid';

export const relay = definers('0016-relay', [
  {
    name: 'claim_outbox',
    takes: 'p_now bigint, p_token uuid, p_until bigint, p_limit integer',
    returns: 'jsonb',
    language: 'sql',
    body: claim,
  },
  { name: 'begin_send', takes: `${ROW}, p_now bigint`, returns: 'boolean', body: begin },
  {
    name: 'mark_sent',
    takes: 'p_sent jsonb, p_token uuid, p_now bigint',
    returns: 'void',
    language: 'sql',
    body: sent,
  },
  {
    name: 'mark_retry',
    takes: `${ROW}, p_due bigint, p_error text`,
    returns: 'void',
    language: 'sql',
    body: retry,
  },
  {
    name: 'mark_uncertain',
    takes: `${ROW}, p_until bigint, p_error text`,
    returns: 'void',
    language: 'sql',
    body: uncertain,
  },
  {
    name: 'mark_failed',
    takes: `${ROW}, p_error text, p_opted_out boolean, p_now bigint`,
    returns: 'void',
    language: 'sql',
    body: fail,
  },
  {
    name: 'record_status',
    takes: `p_tenant uuid, p_id uuid, p_status text, p_provider_id text, p_error text, p_opted_out boolean, p_now bigint`,
    returns: 'boolean',
    body: status,
  },
  { name: 'outbox_due', takes: 'p_now bigint', returns: 'boolean', language: 'sql', body: dueNow },
]);
