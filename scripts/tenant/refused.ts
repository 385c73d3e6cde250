/** What the tenant command cannot do, as a sentence that says why and what to do. */
import { listTenants } from '../../models/statements/tenants';
import type { Database } from '../../platform/database';

export class Refused extends Error {
  constructor(
    /** Stable, in kebab-case. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export async function noSuchTenant(database: Database, slug: string): Promise<Refused> {
  const there = (await listTenants(database)).map((tenant) => tenant.slug);
  const known = there.length === 0 ? 'there is none yet' : `there are: ${there.slice(0, 20).join(', ')}`;
  return new Refused('unknown-tenant', `There is no business called "${slug}"; ${known}.`);
}
