/** Writes the demo businesses into a database that has none of them. */
import { randomUUID } from 'node:crypto';
import { writeBusiness } from '../../models/statements/businesses';
import { listTenants } from '../../models/statements/tenants';
import type { Millis } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { violatedConstraint } from '../../platform/sqlErrors';
import { demoBusinesses } from './businesses';

/**
 * Seeds those that are not there yet; running it twice, or in two processes at once, changes nothing more.
 * @param at when they were made
 * @returns the slugs that were written
 */
export async function seedDemo(database: Database, at: Millis): Promise<readonly string[]> {
  const there = new Set((await listTenants(database)).map((tenant) => tenant.slug));
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
