/** `tenant export`: the business as it is kept, as the file that would import to no change. */
import { secretNames } from '../../models/secrets';
import { tenantBySlug } from '../../models/statements/tenants';
import type { Database } from '../../platform/database';
import { businessFileText } from './file/write';
import { readKept } from './keep';
import { noSuchTenant } from './refused';

export interface Exported {
  readonly result: 'exported';
  readonly tenant: string;
  readonly version: number;
  readonly yaml: string;
  /** Names of the secrets that are kept for it; what they say stays where it is. */
  readonly secrets: readonly string[];
}

/** @throws Refused where there is no such business */
export async function exportBusiness(database: Database, slug: string): Promise<Exported> {
  const tenant = await tenantBySlug(database, slug);
  if (tenant === null) throw await noSuchTenant(database, slug);
  return database.inTenant(tenant.tenantId, async (tx) => {
    const { definition, version } = await readKept(tx);
    const secrets = await secretNames(tx);
    return {
      result: 'exported',
      tenant: slug,
      version,
      yaml: businessFileText(definition, secrets),
      secrets,
    };
  });
}
