/** Who waits for a time, what they were offered, and time that became free and is still to be offered. */
import type { Migration } from './migration';

const tables = `
CREATE TABLE waitlist (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  -- where they are told; null: wherever they wrote last
  conversation_id uuid,
  service_id text NOT NULL,
  branch_id text,
  -- the person wished for
  person text,
  asset_id uuid,
  asset_class text,
  attendee text,
  -- [{from, to, weekdays, earliest, latest}, …] on the branch's wall clock
  windows jsonb NOT NULL,
  -- higher comes first
  priority integer NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'offered', 'taken', 'left', 'over')),
  since timestamptz NOT NULL,
  -- UTC minute from which on no window is left
  until_minute integer NOT NULL,
  idempotency_key text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, idempotency_key),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers,
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations,
  FOREIGN KEY (tenant_id, service_id) REFERENCES services,
  FOREIGN KEY (tenant_id, branch_id) REFERENCES branches,
  FOREIGN KEY (tenant_id, asset_id) REFERENCES assets
);
CREATE INDEX waitlist_open ON waitlist (tenant_id, until_minute) WHERE state IN ('waiting', 'offered');
CREATE INDEX waitlist_ending ON waitlist (until_minute) WHERE state = 'waiting';
CREATE INDEX waitlist_by_customer ON waitlist (tenant_id, customer_id);

-- One offer is one hold. They are kept: who was offered what, when and in which order can be shown.
CREATE TABLE waitlist_offers (
  tenant_id uuid NOT NULL,
  booking_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  start_minute integer NOT NULL,
  -- the freed time that set it going, handed down from offer to offer: nobody is offered the same one twice
  chain bigint NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'declined', 'lapsed')),
  offered_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, booking_id),
  FOREIGN KEY (tenant_id, booking_id) REFERENCES bookings,
  FOREIGN KEY (tenant_id, entry_id) REFERENCES waitlist
);
CREATE INDEX waitlist_offers_by_entry ON waitlist_offers (tenant_id, entry_id);
CREATE INDEX waitlist_offers_ending ON waitlist_offers (expires_at) WHERE state = 'open';

CREATE TABLE freed_time (
  tenant_id uuid NOT NULL,
  position bigint GENERATED ALWAYS AS IDENTITY,
  branch_id text NOT NULL,
  -- UTC minutes, buffers included
  from_minute integer NOT NULL,
  to_minute integer NOT NULL,
  -- where this time was offered before, the position of the first of its line
  chain bigint,
  -- not looked at before; null is at once
  due_at timestamptz,
  PRIMARY KEY (tenant_id, position),
  FOREIGN KEY (tenant_id, branch_id) REFERENCES branches
);
CREATE INDEX freed_time_due ON freed_time (due_at NULLS FIRST);
`;

const GRANTS: Readonly<Record<string, string>> = {
  waitlist: 'SELECT, INSERT, UPDATE',
  waitlist_offers: 'SELECT, INSERT, UPDATE',
  freed_time: 'SELECT, INSERT, UPDATE, DELETE',
};

function protect(table: string): string {
  return `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON ${table} USING (tenant_id = current_setting('app.tenant')::uuid);
CREATE POLICY relay ON ${table} TO nobat_relay USING (true) WITH CHECK (true);
GRANT ${GRANTS[table] ?? ''} ON ${table} TO nobat_app;
GRANT SELECT ON ${table} TO nobat_relay;`;
}

/** The shape of `WaitlistRecord` in models/waitlistRecords.ts. */
const json = `
CREATE FUNCTION waitlist_json(e waitlist) RETURNS jsonb LANGUAGE sql STABLE AS $fn$
  SELECT jsonb_build_object('id', e.id, 'customerId', e.customer_id, 'conversationId', e.conversation_id,
    'service', e.service_id, 'branch', e.branch_id, 'person', e.person, 'assetId', e.asset_id, 'assetClass', e.asset_class,
    'attendee', e.attendee, 'windows', e.windows, 'priority', e.priority, 'state', e.state, 'since', millis(e.since),
    'offer', (SELECT jsonb_build_object('booking', o.booking_id, 'start', o.start_minute, 'expires', millis(o.expires_at))
      FROM waitlist_offers AS o WHERE o.tenant_id = e.tenant_id AND o.entry_id = e.id AND o.state = 'open'
      ORDER BY o.offered_at DESC LIMIT 1))
$fn$;
`;

/** Whatever ends a booking or moves it, in the same transaction the offer it was becomes what it is, and its time is noted. */
const follow = `
CREATE FUNCTION follow_waitlist() RETURNS trigger LANGUAGE plpgsql AS $fn$
DECLARE
  v_chain bigint;
BEGIN
  IF NEW.waitlist_entry IS NOT NULL THEN
    UPDATE waitlist_offers SET expires_at = coalesce(NEW.held_until, expires_at), state = CASE
      WHEN NEW.status = 'held' THEN 'open' WHEN is_live(NEW.status) THEN 'taken' WHEN state <> 'open' THEN state
      WHEN NEW.cancelled_at IS NOT NULL THEN 'declined' ELSE 'lapsed' END
    WHERE tenant_id = NEW.tenant_id AND booking_id = NEW.id RETURNING chain INTO v_chain;
    UPDATE waitlist SET state = CASE
      WHEN NEW.status = 'held' THEN 'offered' WHEN is_live(NEW.status) THEN 'taken' ELSE 'waiting' END
    WHERE tenant_id = NEW.tenant_id AND id = NEW.waitlist_entry AND state IN ('waiting', 'offered');
  END IF;
  IF is_live(OLD.status) AND (NOT is_live(NEW.status)
      OR (OLD.start_minute, OLD.end_minute, OLD.branch_id, OLD.resource_ids)
        <> (NEW.start_minute, NEW.end_minute, NEW.branch_id, NEW.resource_ids)) THEN
    INSERT INTO freed_time (tenant_id, branch_id, from_minute, to_minute, chain)
    SELECT OLD.tenant_id, OLD.branch_id, OLD.start_minute - s.buffer_before, OLD.end_minute + s.buffer_after, v_chain
    FROM services AS s WHERE s.tenant_id = OLD.tenant_id AND s.id = OLD.service_id
      AND somebody_waits(OLD.tenant_id, OLD.branch_id, OLD.start_minute);
  END IF;
  RETURN NULL;
END $fn$;

CREATE FUNCTION somebody_waits(p_tenant uuid, p_branch text, p_from integer) RETURNS boolean LANGUAGE sql STABLE AS $fn$
  SELECT EXISTS (SELECT FROM waitlist WHERE tenant_id = p_tenant AND state IN ('waiting', 'offered')
    AND until_minute > p_from AND (branch_id IS NULL OR branch_id = p_branch))
$fn$;

CREATE TRIGGER booking_waitlist AFTER UPDATE ON bookings FOR EACH ROW
  WHEN (OLD.status <> NEW.status OR OLD.held_until IS DISTINCT FROM NEW.held_until OR OLD.start_minute <> NEW.start_minute
    OR OLD.end_minute <> NEW.end_minute OR OLD.branch_id <> NEW.branch_id OR OLD.resource_ids <> NEW.resource_ids)
  EXECUTE FUNCTION follow_waitlist();

-- Other hours, people or services may be more room anywhere: a longer shift, an extra day.
CREATE FUNCTION business_freed() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  INSERT INTO freed_time (tenant_id, branch_id, from_minute, to_minute)
  SELECT b.tenant_id, b.id, 0, 2147483647 FROM branches AS b
  WHERE b.tenant_id = NEW.tenant_id AND NOT b.retired AND somebody_waits(b.tenant_id, b.id, 0);
  RETURN NULL;
END $fn$;

CREATE TRIGGER tenant_waitlist AFTER UPDATE OF version ON tenants FOR EACH ROW
  WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION business_freed();
`;

/** Where a customer is texted whom only a caller of the API knows: the talk of their number, opened if there is none. */
const reach = `
CREATE FUNCTION reach_by_text(p_tenant uuid, p_customer uuid, p_phone text, p_address uuid, p_conversation uuid, p_now bigint)
RETURNS uuid LANGUAGE plpgsql AS $fn$
DECLARE
  v_conversation uuid;
BEGIN
  INSERT INTO addresses (tenant_id, id, channel_account_id, channel, address, customer_id, proven, created_at)
  SELECT p_tenant, p_address, a.id, a.channel, p_phone, p_customer, false, instant(p_now) FROM channel_accounts AS a
  WHERE a.tenant_id = p_tenant AND a.channel = 'sms' ORDER BY a.account LIMIT 1
  ON CONFLICT DO NOTHING;
  INSERT INTO conversations (tenant_id, id, address_id, channel, created_at)
  SELECT p_tenant, p_conversation, a.id, a.channel, instant(p_now) FROM addresses AS a
  WHERE a.tenant_id = p_tenant AND a.customer_id = p_customer AND a.address = p_phone AND a.channel = 'sms'
  ORDER BY a.created_at LIMIT 1
  ON CONFLICT DO NOTHING;
  SELECT c.id INTO v_conversation FROM addresses AS a
  JOIN conversations AS c ON c.tenant_id = a.tenant_id AND c.address_id = a.id
  WHERE a.tenant_id = p_tenant AND a.customer_id = p_customer AND a.address = p_phone
  ORDER BY a.channel = 'sms' DESC, c.created_at LIMIT 1;
  RETURN v_conversation;
END $fn$;
`;

const down = `
DROP FUNCTION reach_by_text;
DROP TRIGGER tenant_waitlist ON tenants;
DROP FUNCTION business_freed;
DROP TRIGGER booking_waitlist ON bookings;
DROP FUNCTION follow_waitlist;
DROP FUNCTION somebody_waits;
DROP FUNCTION waitlist_json;
DROP TABLE freed_time;
DROP TABLE waitlist_offers;
DROP TABLE waitlist;
`;

export const waitlist: Migration = {
  name: '0022-waitlist',
  as: 'owner',
  up: () => tables + Object.keys(GRANTS).map(protect).join('') + json + follow + reach,
  down,
};
