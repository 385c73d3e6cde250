/** Work on what customers brought: orders with their stages, and by which channel a customer wants to hear of them. */
import type { Migration } from './migration';

const TABLES: Readonly<Record<string, string>> = {
  orders: 'SELECT, INSERT, UPDATE',
  order_history: 'SELECT, INSERT',
};

const tables = `
ALTER TABLE customers ADD COLUMN preferred_channel text;

CREATE TABLE orders (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- one order a visit
  booking_id uuid NOT NULL,
  -- one of the business's stages; its list may change, so that no CHECK names them
  stage text NOT NULL,
  -- when the customer was told that it will be ready: UTC minutes
  promised_minute integer,
  -- for the customer to read
  note text,
  version integer NOT NULL DEFAULT 1,
  position bigint GENERATED ALWAYS AS IDENTITY,
  created_at timestamptz NOT NULL,
  -- since when it is in this stage
  stage_at timestamptz NOT NULL,
  -- the visit has ended
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, booking_id),
  FOREIGN KEY (tenant_id, booking_id) REFERENCES bookings
);
CREATE INDEX orders_by_position ON orders (tenant_id, position);

CREATE TABLE order_history (
  tenant_id uuid NOT NULL,
  order_id uuid NOT NULL,
  number integer NOT NULL,
  at timestamptz NOT NULL,
  -- customer, agent, api, system
  actor jsonb NOT NULL,
  -- a stage that was refused stands here too
  deed text NOT NULL CHECK (deed IN ('begun', 'stage', 'revised', 'refused')),
  from_stage text,
  to_stage text NOT NULL,
  promised_minute integer,
  note text,
  -- the deed's idempotency key: one effect for each
  key text,
  PRIMARY KEY (tenant_id, order_id, number),
  UNIQUE (tenant_id, key),
  FOREIGN KEY (tenant_id, order_id) REFERENCES orders
);
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
DROP TABLE order_history;
DROP TABLE orders;
ALTER TABLE customers DROP COLUMN preferred_channel;
`;

export const orders: Migration = {
  name: '0024-orders',
  as: 'owner',
  up: () => tables + Object.keys(TABLES).map(protect).join(''),
  down,
};
