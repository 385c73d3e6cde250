/** The business of a tenant, remembered by its version: a turn that knows the version reads nothing. */
import type { Database, Tx } from '../platform/database';
import type { TenantBusiness } from './businessDefinition';
import { readBusiness } from './statements/businesses';

/** So many businesses are remembered by a process; the one remembered longest gives way. */
const REMEMBERED = 1000;

const remembered = new Map<string, TenantBusiness>();

/**
 * Loads a business. With `version` (which a lease brings along) a remembered one is answered without asking the database.
 * Throws for a tenant that does not exist.
 */
export async function loadBusiness(
  source: Tx | Database,
  tenantId: string,
  version?: number,
): Promise<TenantBusiness> {
  const known = version === undefined ? undefined : remembered.get(keyOf(tenantId, version));
  if (known) return known;
  const business =
    'inTenant' in source ? await source.inTenant(tenantId, readBusiness) : await readBusiness(source);
  if (!business) throw new Error(`there is no tenant ${tenantId}`);
  return remember(business);
}

function remember(business: TenantBusiness): TenantBusiness {
  const [oldest] = remembered.keys();
  if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(keyOf(business.tenantId, business.version), business);
  return business;
}

function keyOf(tenantId: string, version: number): string {
  return `${tenantId}/${String(version)}`;
}
