/** Makes a tenant of a written-down business: the business itself, or a copy of it under another name. */
import type { Millis } from '../platform/clock';
import type { Database } from '../platform/database';
import type { AccountDefinition, BusinessDefinition } from './businessDefinition';
import { writeBusiness } from './statements/businesses';

export interface Making {
  readonly tenantId: string;
  readonly at: Millis;
  /** Fresh uuids, for the channel accounts. */
  readonly newId: () => string;
}

export interface MadeTenant {
  readonly tenantId: string;
  readonly slug: string;
  readonly accounts: readonly (AccountDefinition & { readonly id: string })[];
}

/** Writes a business that is not there yet. Throws a unique violation of `tenants_slug_key` where its slug is taken. */
export async function createTenant(
  database: Database,
  definition: BusinessDefinition,
  { tenantId, at, newId }: Making,
): Promise<MadeTenant> {
  const accounts = definition.accounts.map((account) => ({ ...account, id: newId() }));
  const ids = accounts.map((account) => account.id);
  await database.inTenant(tenantId, (tx) => writeBusiness(tx, definition, ids, at));
  return { tenantId, slug: definition.slug, accounts };
}

/** A copy under another slug: without the key, and with numbers of its own, so that no number has two owners. */
export async function createTenantCopy(
  database: Database,
  definition: BusinessDefinition,
  making: Making & { readonly slug: string },
): Promise<MadeTenant> {
  const accounts = definition.accounts.map((each) => ({
    ...each,
    account: each.account === definition.slug ? making.slug : `${each.account}#${making.slug}`,
  }));
  return createTenant(
    database,
    { ...definition, slug: making.slug, accounts, apiKeyHash: undefined },
    making,
  );
}
