/** Writes the demo businesses into a database that holds nobody else's. */
import { randomUUID } from 'node:crypto';
import { writeBusiness } from '../../models/statements/businesses';
import { listTenants } from '../../models/statements/tenants';
import type { Millis } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { violatedConstraint } from '../../platform/sqlErrors';
import { demoBusinesses } from './businesses';

/**
 * Seeds those that are not there yet, unless a business of somebody's own is; a first start that was killed half way is made
 * whole by the next. Running it twice, or in two processes at once, changes nothing more.
 * @param at when they were made
 * @returns the slugs that were written
 */
export async function seedDemo(database: Database, at: Millis): Promise<readonly string[]> {
  const there = new Set((await listTenants(database)).map((tenant) => tenant.slug));
  const demo = new Set(demoBusinesses.map((business) => business.slug));
  if ([...there].some((slug) => !demo.has(slug))) return [];
  const written: string[] = [];
  for (const business of demoBusinesses.filter(({ slug }) => !there.has(slug))) {
    const ids = business.accounts.map(() => randomUUID());
    try {
      await database.inTenant(randomUUID(), (tx) => writeBusiness(tx, business, ids, at));
      written.push(business.slug);
    } catch (error) {
      // Another process was quicker.
      if (violatedConstraint(error) !== 'tenants_slug_key') throw error;
    }
  }
  return written;
}
