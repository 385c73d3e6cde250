/** A demo business under its own name in a database of its own, and its file to be changed and imported. */
import { randomUUID } from 'node:crypto';
import type { BusinessDefinition } from '../../../models/businessDefinition';
import { createTenant } from '../../../models/createTenant';
import { tenantBySlug } from '../../../models/statements/tenants';
import type { Database } from '../../../platform/database';
import { businessFileText } from '../../../scripts/tenant/file/write';
import { importBusiness, type Import, type Imported } from '../../../scripts/tenant/importBusiness';
import { testDatabase } from '../../setup/database';
import { Shop } from '../data/support/shop';
import { NOW } from '../data/support/tenant';

export interface Owner {
  readonly database: Database;
  readonly shop: Shop;
  /** The file as it was at the beginning. */
  readonly file: string;
  /** The file with one piece exchanged for another, imported. */
  change(from: string, to: string, more?: Partial<Import>): Promise<Imported>;
  importText(text: string, more?: Partial<Import>): Promise<Imported>;
  /** Grows with every change that was written. */
  version(): Promise<number | undefined>;
}

export async function ownerOf(definition: BusinessDefinition): Promise<Owner> {
  const database = await testDatabase();
  const made = await createTenant(database, definition, {
    tenantId: randomUUID(),
    at: NOW,
    newId: randomUUID,
  });
  const file = businessFileText(definition);
  const importText: Owner['importText'] = (text, more = {}) =>
    importBusiness(database, { text, at: NOW, dryRun: false, configured: [], ...more });
  return {
    database,
    shop: Shop.of(database, made),
    file,
    importText,
    change(from, to, more) {
      if (!file.includes(from)) throw new Error(`the file has no ${from}`);
      return importText(file.replaceAll(from, to), more);
    },
    version: async () => (await tenantBySlug(database, definition.slug))?.version,
  };
}
