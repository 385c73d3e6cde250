/** The first schema: who the business is, who talks to it, what is booked, what is said and what is to be sent. */

export const business = `
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE tenants (
  tenant_id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  names jsonb NOT NULL,
  languages text[] NOT NULL CHECK (cardinality(languages) > 0),
  currency text NOT NULL,
  country text NOT NULL,
  calendar text NOT NULL CHECK (calendar IN ('gregorian', 'jalali')),
  week_start smallint NOT NULL CHECK (week_start BETWEEN 1 AND 7),
  sensitive boolean NOT NULL DEFAULT false,
  policy jsonb NOT NULL,
  assets jsonb,
  api_key_hash text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL
);

CREATE TABLE channel_accounts (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('whatsapp', 'sms', 'webchat', 'voice')),
  provider text NOT NULL,
  -- our end of the wire: a phone number, a phone number id, a widget key
  account text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, channel, account)
);
CREATE INDEX channel_accounts_by_account ON channel_accounts (channel, account);

CREATE TABLE branches (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id text NOT NULL,
  names jsonb NOT NULL,
  zone text NOT NULL,
  address text NOT NULL,
  position integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE resources (
  tenant_id uuid NOT NULL,
  id text NOT NULL,
  branch_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('person', 'bay', 'room', 'equipment')),
  names jsonb NOT NULL,
  capacity integer NOT NULL DEFAULT 1 CHECK (capacity BETWEEN 1 AND 1000),
  position integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, branch_id) REFERENCES branches
);

CREATE TABLE services (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id text NOT NULL,
  names jsonb NOT NULL,
  synonyms jsonb NOT NULL,
  minutes integer NOT NULL CHECK (minutes > 0),
  buffer_before integer NOT NULL DEFAULT 0 CHECK (buffer_before >= 0),
  buffer_after integer NOT NULL DEFAULT 0 CHECK (buffer_after >= 0),
  -- minor units of the tenant's currency
  price bigint NOT NULL CHECK (price >= 0),
  deposit_percent integer NOT NULL DEFAULT 0 CHECK (deposit_percent BETWEEN 0 AND 100),
  position integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE requirements (
  tenant_id uuid NOT NULL,
  service_id text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('person', 'bay', 'room', 'equipment')),
  whole boolean NOT NULL DEFAULT true,
  PRIMARY KEY (tenant_id, service_id, position),
  FOREIGN KEY (tenant_id, service_id) REFERENCES services ON DELETE CASCADE
);

CREATE TABLE requirement_pool (
  tenant_id uuid NOT NULL,
  service_id text NOT NULL,
  requirement integer NOT NULL,
  resource_id text NOT NULL,
  preference integer NOT NULL,
  PRIMARY KEY (tenant_id, service_id, requirement, resource_id),
  FOREIGN KEY (tenant_id, service_id, requirement) REFERENCES requirements ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, resource_id) REFERENCES resources
);

CREATE TABLE opening_hours (
  tenant_id uuid NOT NULL,
  branch_id text NOT NULL,
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute integer NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute integer NOT NULL CHECK (to_minute > from_minute AND to_minute <= 2880),
  PRIMARY KEY (tenant_id, branch_id, weekday, from_minute),
  FOREIGN KEY (tenant_id, branch_id) REFERENCES branches
);

CREATE TABLE hours_exceptions (
  tenant_id uuid NOT NULL,
  branch_id text NOT NULL,
  -- local day, YYYY-MM-DD
  day text NOT NULL CHECK (day ~ '^\\d{4}-\\d{2}-\\d{2}$'),
  -- [[from, to], …] in local minutes; empty is closed
  open jsonb NOT NULL,
  reason text,
  PRIMARY KEY (tenant_id, branch_id, day),
  FOREIGN KEY (tenant_id, branch_id) REFERENCES branches
);
`;

export const people = `
CREATE TABLE customers (
  tenant_id uuid NOT NULL REFERENCES tenants,
  id uuid NOT NULL,
  name text,
  language text,
  -- as typed by the customer, not proven: E.164
  contact_phone text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE addresses (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  channel_account_id uuid NOT NULL,
  channel text NOT NULL,
  -- the far end: E.164, or the web visitor's id
  address text NOT NULL,
  customer_id uuid NOT NULL,
  -- proven to be this customer's: the sender of a signed message, a verified number
  proven boolean NOT NULL DEFAULT false,
  opted_out_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, channel_account_id, address),
  FOREIGN KEY (tenant_id, channel_account_id) REFERENCES channel_accounts,
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers
);
CREATE INDEX addresses_by_customer ON addresses (tenant_id, customer_id);

CREATE TABLE assets (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  -- as the customer would say it, without the plate: Golf, Transit van
  label text NOT NULL,
  class text,
  plate text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers
);
CREATE INDEX assets_by_customer ON assets (tenant_id, customer_id);

CREATE TABLE conversations (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  address_id uuid NOT NULL,
  channel text NOT NULL,
  owner text NOT NULL DEFAULT 'bot' CHECK (owner IN ('bot', 'agent', 'closed')),
  -- raised by a takeover: replies made before it are not sent
  fence integer NOT NULL DEFAULT 0,
  language text,
  -- the talk as dialogs/talk.ts describes it; null before the first turn
  talk jsonb,
  version integer NOT NULL DEFAULT 0,
  turn integer NOT NULL DEFAULT 0,
  next_number integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, address_id),
  FOREIGN KEY (tenant_id, address_id) REFERENCES addresses
);

-- Not logged: a lease that a crash forgets is a lease that ended.
CREATE UNLOGGED TABLE leases (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  token uuid NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id)
);

CREATE TABLE messages (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  number integer NOT NULL,
  author text NOT NULL CHECK (author IN ('customer', 'bot', 'agent', 'system')),
  kind text NOT NULL DEFAULT 'text',
  text text NOT NULL,
  -- choices offered, a button's payload, the client's own id
  details jsonb,
  turn integer,
  -- when it reached the wire (bot, agent) or us (customer)
  handed_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id, number),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations
);

CREATE TABLE inbound (
  tenant_id uuid NOT NULL,
  channel_account_id uuid NOT NULL,
  provider_id text NOT NULL,
  conversation_id uuid NOT NULL,
  number integer NOT NULL,
  -- the provider's time, or ours where the wire does not say
  sent_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'handled', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  error text,
  PRIMARY KEY (tenant_id, channel_account_id, provider_id),
  FOREIGN KEY (tenant_id, channel_account_id) REFERENCES channel_accounts,
  FOREIGN KEY (tenant_id, conversation_id, number) REFERENCES messages
);
CREATE INDEX inbound_pending ON inbound (tenant_id, conversation_id, sent_at, number) WHERE status = 'pending';
CREATE INDEX inbound_due ON inbound (received_at) WHERE status = 'pending';

CREATE TABLE journal (
  tenant_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  turn integer NOT NULL,
  at timestamptz NOT NULL,
  -- heard acts, every command's input and result, what was said
  entry jsonb NOT NULL,
  PRIMARY KEY (tenant_id, conversation_id, turn),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations
);
`;

export const bookings = `
CREATE TABLE bookings (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  reference text NOT NULL,
  status text NOT NULL CHECK (status IN ('held', 'expired', 'pending', 'confirmed', 'checked-in', 'in-service',
    'done', 'cancelled', 'no-show')),
  customer_id uuid NOT NULL,
  conversation_id uuid,
  service_id text NOT NULL,
  branch_id text NOT NULL,
  asset_id uuid,
  asset_class text,
  attendee text,
  notes text,
  -- UTC minutes since the epoch; end is the end of the service without buffers
  start_minute integer NOT NULL,
  end_minute integer NOT NULL CHECK (end_minute > start_minute),
  -- wall time of the branch as it was agreed, kept against changes of the zone's rules
  local_start text NOT NULL,
  zone text NOT NULL,
  offset_minutes integer NOT NULL,
  price bigint NOT NULL,
  fee bigint NOT NULL DEFAULT 0,
  held_until timestamptz,
  renewed boolean NOT NULL DEFAULT false,
  idempotency_key text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, reference),
  UNIQUE (tenant_id, idempotency_key),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers,
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations,
  FOREIGN KEY (tenant_id, service_id) REFERENCES services,
  FOREIGN KEY (tenant_id, branch_id) REFERENCES branches,
  FOREIGN KEY (tenant_id, asset_id) REFERENCES assets,
  CHECK ((status = 'held') = (held_until IS NOT NULL))
);
CREATE INDEX bookings_by_customer ON bookings (tenant_id, customer_id, start_minute);
CREATE INDEX bookings_by_start ON bookings (tenant_id, start_minute);

CREATE TABLE allocations (
  tenant_id uuid NOT NULL,
  booking_id uuid NOT NULL,
  resource_id text NOT NULL,
  unit integer NOT NULL,
  start_minute integer NOT NULL,
  end_minute integer NOT NULL CHECK (end_minute > start_minute),
  before integer NOT NULL CHECK (before >= 0),
  after integer NOT NULL CHECK (after >= 0),
  live boolean NOT NULL,
  -- set while held: at this instant the time is free again
  held_until timestamptz,
  PRIMARY KEY (tenant_id, booking_id, resource_id, unit),
  FOREIGN KEY (tenant_id, booking_id) REFERENCES bookings,
  FOREIGN KEY (tenant_id, resource_id) REFERENCES resources,
  CONSTRAINT allocations_buffer_after EXCLUDE USING gist (tenant_id WITH =, resource_id WITH =, unit WITH =,
    int4range(start_minute, end_minute + after) WITH &&) WHERE (live),
  CONSTRAINT allocations_buffer_before EXCLUDE USING gist (tenant_id WITH =, resource_id WITH =, unit WITH =,
    int4range(start_minute - before, end_minute) WITH &&) WHERE (live)
);
CREATE INDEX allocations_busy ON allocations (tenant_id, resource_id, end_minute)
  INCLUDE (start_minute, unit, before, after, held_until, booking_id) WHERE live;

CREATE TABLE booking_history (
  tenant_id uuid NOT NULL,
  booking_id uuid NOT NULL,
  version integer NOT NULL,
  at timestamptz NOT NULL,
  -- customer, agent, api, system
  actor jsonb NOT NULL,
  -- held, renewed, moved, confirmed, rescheduled, cancelled, released, expired …
  deed text NOT NULL,
  before jsonb,
  after jsonb,
  PRIMARY KEY (tenant_id, booking_id, version),
  FOREIGN KEY (tenant_id, booking_id) REFERENCES bookings
);

CREATE TABLE tasks (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('human', 'callback', 'complaint', 'cancel-wish', 'promise', 'other')),
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'done')),
  conversation_id uuid,
  customer_id uuid,
  text text NOT NULL,
  idempotency_key text,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, idempotency_key),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations,
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers
);

CREATE TABLE outbox (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  position bigint GENERATED ALWAYS AS IDENTITY,
  address_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  -- the transcript's number of the message
  number integer,
  kind text NOT NULL CHECK (kind IN ('reply', 'agent', 'reminder', 'notice', 'code', 'opt-out')),
  priority smallint NOT NULL,
  -- worded: {text, choices}; or a saying {key, with} that is worded when claimed
  worded jsonb,
  saying jsonb,
  -- the conversation's fence when it was made; a reply with an older fence is dropped
  fence integer NOT NULL,
  -- the ground on which it may be sent
  ground text NOT NULL,
  status text NOT NULL CHECK (status IN ('waiting', 'claimed', 'sent', 'delivered', 'read', 'failed', 'dropped')),
  due_at timestamptz NOT NULL,
  expires_at timestamptz,
  lease_token uuid,
  lease_until timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  provider_id text,
  error text,
  sent_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, address_id) REFERENCES addresses,
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations,
  CHECK (worded IS NOT NULL OR saying IS NOT NULL)
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE status IN ('waiting', 'claimed');
CREATE INDEX outbox_by_address ON outbox (tenant_id, address_id, priority, position) WHERE status IN ('waiting', 'claimed');
CREATE INDEX outbox_by_conversation ON outbox (tenant_id, conversation_id, position);
`;
