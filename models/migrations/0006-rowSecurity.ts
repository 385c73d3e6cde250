/** Row-level security: a tenant sees its own rows, the relay all, and anybody else gets an error. */
import type { Migration } from './migration';

/**
 * What `nobat_app` may do, table by table. A policy is for everybody: reading the setting where it is not set is an error,
 * so that even the owner's query outside `inTenant` fails aloud.
 */
const APP: Readonly<Record<string, string>> = {
  tenants: 'SELECT, INSERT, UPDATE',
  channel_accounts: 'SELECT, INSERT, UPDATE, DELETE',
  branches: 'SELECT, INSERT, UPDATE, DELETE',
  resources: 'SELECT, INSERT, UPDATE, DELETE',
  services: 'SELECT, INSERT, UPDATE, DELETE',
  requirements: 'SELECT, INSERT, UPDATE, DELETE',
  requirement_pool: 'SELECT, INSERT, UPDATE, DELETE',
  opening_hours: 'SELECT, INSERT, UPDATE, DELETE',
  hours_exceptions: 'SELECT, INSERT, UPDATE, DELETE',
  customers: 'SELECT, INSERT, UPDATE',
  addresses: 'SELECT, INSERT, UPDATE',
  assets: 'SELECT, INSERT, UPDATE, DELETE',
  conversations: 'SELECT, INSERT, UPDATE',
  leases: 'SELECT, INSERT, UPDATE, DELETE',
  messages: 'SELECT, INSERT, UPDATE',
  inbound: 'SELECT, INSERT, UPDATE',
  journal: 'SELECT, INSERT',
  outbox: 'SELECT, INSERT, UPDATE',
  bookings: 'SELECT, INSERT, UPDATE, DELETE',
  allocations: 'SELECT, INSERT, UPDATE, DELETE',
  booking_history: 'SELECT, INSERT',
  tasks: 'SELECT, INSERT, UPDATE',
};

/** What the definer functions need, and nothing more. */
const RELAY: Readonly<Record<string, string>> = {
  tenants: 'SELECT',
  channel_accounts: 'SELECT',
  customers: 'SELECT, INSERT',
  addresses: 'SELECT, INSERT, UPDATE',
  assets: 'SELECT',
  conversations: 'SELECT, INSERT, UPDATE',
  leases: 'SELECT, INSERT, UPDATE, DELETE',
  messages: 'SELECT, INSERT, UPDATE',
  inbound: 'SELECT, INSERT, UPDATE',
  outbox: 'SELECT, UPDATE',
};

function protect(table: string): string {
  return `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON ${table} USING (tenant_id = current_setting('app.tenant')::uuid);
CREATE POLICY relay ON ${table} TO nobat_relay USING (true) WITH CHECK (true);
GRANT ${APP[table] ?? ''} ON ${table} TO nobat_app;`;
}

const up = `
GRANT USAGE ON SCHEMA public TO nobat_app, nobat_relay;
${Object.keys(APP).map(protect).join('')}
${Object.entries(RELAY)
  .map(([table, rights]) => `GRANT ${rights} ON ${table} TO nobat_relay;`)
  .join('\n')}
`;

const down = Object.keys(APP)
  .map(
    (table) => `
DROP POLICY tenant ON ${table};
DROP POLICY relay ON ${table};
ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
REVOKE ALL ON ${table} FROM nobat_app, nobat_relay;`,
  )
  .join('');

export const rowSecurity: Migration = { name: '0006-rowSecurity', as: 'owner', up: () => up, down };
