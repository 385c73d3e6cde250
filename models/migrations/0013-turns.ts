/** The lock that a turn opens its transaction with, and all that has to be looked at again under it. */
import type { Migration } from './migration';

/** Two statements inside one function: what is pending is read after the lock is had, not as it was before the wait. */
const up = `
CREATE FUNCTION lock_conversation(p_tenant uuid, p_conversation uuid, p_now bigint) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  c conversations;
BEGIN
  SELECT * INTO c FROM conversations WHERE tenant_id = p_tenant AND id = p_conversation FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN jsonb_build_object('version', c.version, 'owner', c.owner, 'fence', c.fence, 'nextNumber', c.next_number,
    'tenantVersion', (SELECT version FROM tenants WHERE tenant_id = p_tenant),
    'pending', (SELECT coalesce(jsonb_agg(number), '[]') FROM pending_numbers(p_tenant, p_conversation) AS number),
    'bookings', current_bookings(p_tenant,
      (SELECT customer_id FROM addresses WHERE tenant_id = p_tenant AND id = c.address_id), p_now));
END $fn$;

-- At most 50 a turn, by the sender's time; whoever holds the lease looks again after its commit.
CREATE FUNCTION pending_numbers(p_tenant uuid, p_conversation uuid) RETURNS SETOF integer LANGUAGE sql STABLE AS $fn$
  SELECT number FROM inbound
  WHERE tenant_id = p_tenant AND conversation_id = p_conversation AND status = 'pending'
  ORDER BY sent_at, number LIMIT 50
$fn$;

-- Holds, lapsed ones too, and bookings that began two days ago or later, soonest first.
CREATE FUNCTION current_bookings(p_tenant uuid, p_customer uuid, p_now bigint) RETURNS jsonb LANGUAGE sql STABLE AS $fn$
  SELECT coalesce(jsonb_agg(booking_json(b) ORDER BY b.start_minute, b.id), '[]') FROM (
    SELECT * FROM bookings
    WHERE tenant_id = p_tenant AND customer_id = p_customer AND start_minute > p_now / 60000 - 2880
      AND is_live(status)
    ORDER BY start_minute LIMIT 100) AS b
$fn$;
`;

const down = `
DROP FUNCTION lock_conversation;
DROP FUNCTION current_bookings;
DROP FUNCTION pending_numbers;
`;

export const turns: Migration = { name: '0013-turns', as: 'owner', up: () => up, down };
