/** Whose it is: asked before any tenant is set, answered by definer functions. */
import type { Database } from '../../platform/database';
import type { AccountRecord, ListedTenant, TenantRecord } from '../records';
import { storableText } from '../storable';

const TENANT = 'tenant_id AS "tenantId", slug, version';

const BY_SLUG = { name: 'tenant-by-slug', text: `SELECT ${TENANT} FROM system.tenant_by_slug($1)` };

export async function tenantBySlug(database: Database, slug: string): Promise<TenantRecord | null> {
  const [row] = await database.statement<TenantRecord>(BY_SLUG, [storableText(slug)]);
  return row ?? null;
}

const BY_KEY = { name: 'tenant-by-api-key', text: `SELECT ${TENANT} FROM system.tenant_by_api_key($1)` };

/** @param hash what `apiKeyHash` makes of the key */
export async function tenantByApiKey(database: Database, hash: string): Promise<TenantRecord | null> {
  const [row] = await database.statement<TenantRecord>(BY_KEY, [hash]);
  return row ?? null;
}

const LIST = { name: 'list-tenants', text: `SELECT ${TENANT}, names, languages FROM system.list_tenants()` };

/** All of them, oldest first. */
export async function listTenants(database: Database): Promise<readonly ListedTenant[]> {
  return database.statement<ListedTenant>(LIST);
}

const BY_ACCOUNT = {
  name: 'account-by-address',
  text: `
SELECT tenant_id AS "tenantId", slug, channel_account_id AS "channelAccountId", provider
FROM system.account_by_address($1, $2)`,
};

/** Whose number (or key) was written to; null for one that nobody has, or that two claim. */
export async function accountByAddress(
  database: Database,
  channel: string,
  account: string,
): Promise<AccountRecord | null> {
  const [row] = await database.statement<AccountRecord>(BY_ACCOUNT, [channel, account]);
  return row ?? null;
}
