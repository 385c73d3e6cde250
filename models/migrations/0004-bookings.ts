/** What is booked: bookings, the time they take, their history, and work for agents. */
import type { Migration } from './migration';

const up = `
-- Equality beside overlap in one exclusion constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

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
  -- the person wished for, kept as a condition when the time is taken anew
  person text,
  -- what it took last, people first; allocations of a lapsed hold are gone
  resource_ids text[] NOT NULL,
  notes text,
  -- UTC minutes since the epoch; end is the end of the service without buffers
  start_minute integer NOT NULL,
  end_minute integer NOT NULL CHECK (end_minute > start_minute),
  -- wall time of the branch as it was agreed, kept against changes of the zone's rules
  local_start text NOT NULL,
  local_end text NOT NULL,
  zone text NOT NULL,
  offset_minutes integer NOT NULL,
  price bigint NOT NULL,
  fee bigint NOT NULL DEFAULT 0,
  held_until timestamptz,
  renewed boolean NOT NULL DEFAULT false,
  -- the business's version whose rules and price it was made under
  business_version integer NOT NULL,
  version integer NOT NULL DEFAULT 1,
  -- the order in which they were made, which a clock cannot tell within one instant
  position bigint GENERATED ALWAYS AS IDENTITY,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, reference),
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
  -- at most 14 days, so that what is busy in a window can be found by its ends alone
  end_minute integer NOT NULL CHECK (end_minute > start_minute AND end_minute - start_minute <= 20160),
  before integer NOT NULL CHECK (before >= 0),
  after integer NOT NULL CHECK (after >= 0),
  live boolean NOT NULL DEFAULT true,
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
CREATE INDEX allocations_held ON allocations (tenant_id, resource_id, held_until)
  WHERE live AND held_until IS NOT NULL;

CREATE TABLE booking_history (
  tenant_id uuid NOT NULL,
  booking_id uuid NOT NULL,
  version integer NOT NULL,
  at timestamptz NOT NULL,
  -- customer, agent, api, system
  actor jsonb NOT NULL,
  -- held, renewed, moved, confirmed, rescheduled, cancelled, released, expired …
  deed text NOT NULL,
  -- the deed's idempotency key: one effect for each
  key text,
  before jsonb,
  after jsonb,
  PRIMARY KEY (tenant_id, booking_id, version),
  UNIQUE (tenant_id, key),
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
`;

const down = `
DROP TABLE tasks;
DROP TABLE booking_history;
DROP TABLE allocations;
DROP TABLE bookings;
`;

export const bookings: Migration = { name: '0004-bookings', as: 'owner', up: () => up, down };
