/** `tenant set-secret NAME`: a key or password of a provider, kept sealed for one business, and told by its name alone. */
import { forgetSecret, keepSecret } from '../../models/secrets';
import { tenantBySlug } from '../../models/statements/tenants';
import type { Millis } from '../../platform/clock';
import type { Database } from '../../platform/database';
import {
  isProviderVariable,
  providerVariables,
  ruleBrokenBy,
  type ProviderVariable,
} from '../../platform/providers';
import { nearestOf } from './file/findings';
import { noSuchTenant, Refused } from './refused';

export interface SecretSet {
  readonly result: 'secret-set' | 'secret-removed' | 'unchanged';
  readonly tenant: string;
  readonly name: ProviderVariable;
}

/** @throws Refused for a name that no provider has */
export function secretName(given: string | undefined): ProviderVariable {
  const known = Object.keys(providerVariables);
  if (given === undefined)
    throw new Refused('bad-usage', `set-secret needs a name. There are: ${known.join(', ')}.`);
  if (isProviderVariable(given)) return given;
  const near = nearestOf(given.toUpperCase(), known);
  const hint = near === null ? `there are: ${known.join(', ')}` : `did you mean ${near}?`;
  throw new Refused('unknown-secret', `No provider has a secret called "${given}"; ${hint}`);
}

/** @throws Refused where there is no such business, or the value cannot be one of this name: it is not repeated */
export async function setSecret(
  database: Database,
  asked: {
    readonly tenant: string;
    readonly name: ProviderVariable;
    readonly value: string;
    readonly secretKey: Buffer;
    readonly at: Millis;
  },
): Promise<SecretSet> {
  const { tenant: slug, name, value, secretKey, at } = asked;
  const rule = ruleBrokenBy(name, value);
  if (rule !== null) throw new Refused('bad-value', `${name} must be ${rule}; what was given is not.`);
  const tenantId = await tenantIdOf(database, slug);
  await database.inTenant(tenantId, (tx) => keepSecret(tx, secretKey, { name, value, at }));
  return { result: 'secret-set', tenant: slug, name };
}

export async function removeSecret(
  database: Database,
  slug: string,
  name: ProviderVariable,
): Promise<SecretSet> {
  const tenantId = await tenantIdOf(database, slug);
  const removed = await database.inTenant(tenantId, (tx) => forgetSecret(tx, name));
  return { result: removed ? 'secret-removed' : 'unchanged', tenant: slug, name };
}

/** @throws Refused where there is no such business */
export async function tenantIdOf(database: Database, slug: string): Promise<string> {
  const tenant = await tenantBySlug(database, slug);
  if (tenant === null) throw await noSuchTenant(database, slug);
  return tenant.tenantId;
}
