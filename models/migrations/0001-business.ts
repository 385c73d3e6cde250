/** Who the business is: tenants, their wires, branches, resources, services and hours. */
import type { Migration } from './migration';

const up = `
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
CREATE INDEX tenants_by_api_key ON tenants (api_key_hash) WHERE api_key_hash IS NOT NULL;

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
  -- what else scheduling knows of it: own hours, exceptions, limits
  terms jsonb NOT NULL DEFAULT '{}',
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
  -- what else scheduling knows of it: minutes by person, limits
  terms jsonb NOT NULL DEFAULT '{}',
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

const down = `
DROP TABLE hours_exceptions;
DROP TABLE opening_hours;
DROP TABLE requirement_pool;
DROP TABLE requirements;
DROP TABLE services;
DROP TABLE resources;
DROP TABLE branches;
DROP TABLE channel_accounts;
DROP TABLE tenants;
`;

export const business: Migration = { name: '0001-business', as: 'owner', up: () => up, down };
