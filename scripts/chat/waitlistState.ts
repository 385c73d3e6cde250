/** What the customer of a conversation file waits for, in the shape that `expect:` lines read. */
import type { Tx } from '../../platform/database';
import type { Business } from '../../scheduling/business';

export interface Waits {
  readonly service: string;
  /** Null: any branch. */
  readonly branch: string | null;
  readonly status: string;
  /** By name; null: whoever is free. */
  readonly person: string | null;
}

const WAITLIST = {
  name: 'chat-waitlist',
  text: `SELECT service_id AS service, branch_id AS branch, state AS status, person FROM waitlist
    WHERE customer_id = $1 ORDER BY since, id`,
};

/** Oldest first; what was taken, left or missed too. */
export async function readWaitlist(
  tx: Tx,
  business: Business,
  customerId: string,
): Promise<readonly Waits[]> {
  const rows = await tx.query<Waits>(WAITLIST, [customerId]);
  return rows.map((row) => ({ ...row, person: nameOf(business, row.person) }));
}

function nameOf(business: Business, id: string | null): string | null {
  const names = business.resources.find((resource) => resource.id === id)?.names ?? {};
  return names['en'] ?? Object.values(names)[0] ?? id;
}
