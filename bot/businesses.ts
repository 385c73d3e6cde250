/** The businesses as a turn and an edge need them: by the version that was just read, or the newest. */
import { loadBusiness } from '../models/loadBusiness';
import { tenantBySlug } from '../models/statements/tenants';
import type { Database } from '../platform/database';
import type { Business } from '../scheduling/business';

export interface Businesses {
  /** With the version that came along with a conversation nothing needs to be asked; without, the newest is read. */
  of(tenantId: string, version?: number): Promise<Business>;
  /** The newest version; null where there is no such business. */
  bySlug(slug: string): Promise<Business | null>;
}

/** Remembers versions by `loadBusiness`; a change of a business is a new version. */
export function createBusinesses(database: Database): Businesses {
  return {
    of: (tenantId, version) => loadBusiness(database, tenantId, version),
    async bySlug(slug) {
      const found = await tenantBySlug(database, slug);
      return found === null ? null : loadBusiness(database, found.tenantId, found.version);
    },
  };
}
