/** Who talks to a business: customers, their addresses and what they own. */
import type { Migration } from './migration';

const up = `
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
CREATE INDEX customers_by_phone ON customers (tenant_id, contact_phone) WHERE contact_phone IS NOT NULL;

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
  -- what two spellings of the same label or plate have in common
  label_key text NOT NULL,
  plate_key text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, customer_id, plate_key),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers
);
`;

const down = `
DROP TABLE assets;
DROP TABLE addresses;
DROP TABLE customers;
`;

export const people: Migration = { name: '0002-people', as: 'owner', up: () => up, down };
