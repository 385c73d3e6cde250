/** `tenant create`: a new business from a commented file, which is written beside it to be changed. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { apiKeyHash } from '../../models/apiKey';
import { createTenant } from '../../models/createTenant';
import { tenantBySlug } from '../../models/statements/tenants';
import type { Millis } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { violatedConstraint } from '../../platform/sqlErrors';
import { readBusinessFile } from './file/read';
import { Refused } from './refused';
import { starterFile, type Starter } from './starter';

export interface Created {
  readonly result: 'created';
  readonly tenant: string;
  readonly file: string;
  /** Kept as a hash only: this is the one time that it can be read. */
  readonly apiKey: string;
}

/** @throws Refused for a name that is taken, a file that exists, or a value that a business cannot have */
export async function createBusiness(
  database: Database,
  starter: Starter,
  file: string,
  at: Millis,
): Promise<Created> {
  const text = starterFile(starter);
  const read = readBusinessFile(text);
  if (read.kind === 'refused') {
    throw new Refused('bad-value', [...new Set(read.problems.map(({ rule }) => rule))].join('\n'));
  }
  if ((await tenantBySlug(database, starter.slug)) !== null) throw taken(starter.slug);
  if (existsSync(file))
    throw new Refused('file-exists', `${file} is there already, and is not written over.`);
  const apiKey = `nobat-${randomBytes(24).toString('base64url')}`;
  try {
    const definition = { ...read.definition, apiKeyHash: apiKeyHash(apiKey) };
    await createTenant(database, definition, { tenantId: randomUUID(), at, newId: randomUUID });
  } catch (error) {
    throw violatedConstraint(error) === 'tenants_slug_key' ? taken(starter.slug) : error;
  }
  writeFileSync(file, text, { flag: 'wx' });
  return { result: 'created', tenant: starter.slug, file, apiKey };
}

function taken(slug: string): Refused {
  return new Refused(
    'tenant-exists',
    `There is a business called "${slug}" already. Its file: npm run -s tenant -- export ${slug} --file ${slug}.yaml`,
  );
}
