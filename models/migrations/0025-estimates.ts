/** What something will cost, said beforehand: estimates with versions, lines, and the answers that customers gave to them. */
import type { Migration } from './migration';

/** Versions and answers are evidence: they are written once and never changed. */
const TABLES: Readonly<Record<string, string>> = {
  estimates: 'SELECT, INSERT, UPDATE',
  estimate_versions: 'SELECT, INSERT',
  estimate_lines: 'SELECT, INSERT, UPDATE',
  estimate_answers: 'SELECT, INSERT',
};

const tables = `
CREATE TABLE estimates (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  reference text NOT NULL,
  -- price: out of the price list, before anything is booked; work: sent for approval while it is worked on
  kind text NOT NULL CHECK (kind IN ('price', 'work')),
  -- null: a price that a program asked for
  customer_id uuid,
  conversation_id uuid,
  order_id uuid,
  asset_class text,
  -- the newest one, which alone can be answered
  version integer NOT NULL,
  valid_until timestamptz,
  position bigint GENERATED ALWAYS AS IDENTITY,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, reference),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers,
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations,
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders,
  CHECK ((kind = 'work') = (order_id IS NOT NULL))
);
CREATE INDEX estimates_by_customer ON estimates (tenant_id, customer_id, position);
CREATE INDEX estimates_by_order ON estimates (tenant_id, order_id, position);

CREATE TABLE estimate_versions (
  tenant_id uuid NOT NULL,
  estimate_id uuid NOT NULL,
  version integer NOT NULL,
  -- of its lines as they were written: a line that was changed afterwards no longer fits it
  digest text NOT NULL,
  -- the message that told the customer
  notice_id uuid,
  actor jsonb NOT NULL,
  -- the deed's idempotency key
  key text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, estimate_id, version),
  UNIQUE (tenant_id, key),
  FOREIGN KEY (tenant_id, estimate_id) REFERENCES estimates
);

CREATE TABLE estimate_lines (
  tenant_id uuid NOT NULL,
  estimate_id uuid NOT NULL,
  version integer NOT NULL,
  number integer NOT NULL,
  title text NOT NULL,
  service_id text,
  -- minor units; of a range the least and the most
  amount bigint NOT NULL,
  most bigint NOT NULL CHECK (most >= amount),
  -- of a price: what it is for each asset class, '' for all others
  amounts jsonb,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'approved', 'declined')),
  -- what this price was booked by
  booking_id uuid,
  PRIMARY KEY (tenant_id, estimate_id, version, number),
  FOREIGN KEY (tenant_id, estimate_id, version) REFERENCES estimate_versions,
  FOREIGN KEY (tenant_id, service_id) REFERENCES services,
  FOREIGN KEY (tenant_id, booking_id) REFERENCES bookings
);
CREATE INDEX estimate_lines_by_booking ON estimate_lines (tenant_id, booking_id) WHERE booking_id IS NOT NULL;

CREATE TABLE estimate_answers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  estimate_id uuid NOT NULL,
  -- the version that was answered, which need not be the newest
  version integer NOT NULL,
  at timestamptz NOT NULL,
  actor jsonb NOT NULL,
  -- [{"line": 1, "approve": true} …]
  lines jsonb NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('answered', 'stale')),
  -- what the customer read, and the digest of that version
  shown text,
  digest text,
  -- what the customer wrote, and from where
  reply text NOT NULL,
  channel text,
  address text,
  -- the deed's idempotency key
  key text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key),
  FOREIGN KEY (tenant_id, estimate_id) REFERENCES estimates
);
`;

/**
 * A price that was agreed stays while the booking is for the same thing, whoever moves it and whatever the price list says by
 * then: moving, rescheduling and taking a lapsed time again all reckon the price anew.
 */
const agreed = `
CREATE FUNCTION agreed_price(b bookings) RETURNS bigint LANGUAGE sql STABLE AS $fn$
  SELECT coalesce(l.amounts ->> coalesce(b.asset_class, ''), l.amounts ->> '')::bigint FROM estimate_lines AS l
  WHERE l.tenant_id = b.tenant_id AND l.booking_id = b.id AND l.service_id = b.service_id
  ORDER BY l.estimate_id, l.version LIMIT 1
$fn$;

CREATE FUNCTION keep_agreed_price() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  NEW.price := coalesce(agreed_price(NEW), NEW.price);
  RETURN NEW;
END $fn$;

-- A hold or booking gets the price of a line; it is booked by no other line then. Null where nothing may be agreed any more.
CREATE FUNCTION agree_price(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $fn$
DECLARE
  v_tenant uuid := p ->> 'tenant';
  b bookings;
  v_before jsonb;
BEGIN
  SELECT * INTO b FROM bookings WHERE tenant_id = v_tenant AND id = (p ->> 'booking')::uuid FOR UPDATE;
  IF NOT FOUND OR b.status NOT IN ('held', 'expired', 'pending', 'confirmed') THEN
    RETURN NULL;
  END IF;
  v_before := booking_json(b);
  UPDATE estimate_lines SET booking_id = NULL WHERE tenant_id = v_tenant AND booking_id = b.id;
  UPDATE estimate_lines SET booking_id = b.id WHERE tenant_id = v_tenant AND estimate_id = (p ->> 'estimate')::uuid
    AND version = (p ->> 'version')::integer AND number = (p ->> 'line')::integer;
  IF agreed_price(b) <> b.price THEN
    UPDATE bookings SET price = agreed_price(b), version = version + 1 WHERE tenant_id = v_tenant AND id = b.id
    RETURNING * INTO b;
    PERFORM keep_deed(b, (p ->> 'now')::timestamptz, p -> 'actor', 'price-agreed', NULL, v_before);
  END IF;
  RETURN booking_json(b);
END $fn$;

CREATE TRIGGER booking_agreed_price BEFORE UPDATE OF price ON bookings
  FOR EACH ROW WHEN (OLD.price <> NEW.price) EXECUTE FUNCTION keep_agreed_price();
`;

function protect(table: string): string {
  return `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON ${table} USING (tenant_id = current_setting('app.tenant')::uuid);
CREATE POLICY relay ON ${table} TO nobat_relay USING (true) WITH CHECK (true);
GRANT ${TABLES[table] ?? ''} ON ${table} TO nobat_app;`;
}

const down = `
DROP TRIGGER booking_agreed_price ON bookings;
DROP FUNCTION keep_agreed_price;
DROP FUNCTION agree_price;
DROP FUNCTION agreed_price;
DROP TABLE estimate_answers;
DROP TABLE estimate_lines;
DROP TABLE estimate_versions;
DROP TABLE estimates;
`;

export const estimates: Migration = {
  name: '0025-estimates',
  as: 'owner',
  up: () => tables + agreed + Object.keys(TABLES).map(protect).join(''),
  down,
};
