/** Lets lapsed holds go, so that lists and counts are tidy; nothing that is decided waits for it. */
import type { BotParts } from '../bot/parts';
import { expireLapsedHolds } from '../models/statements/expiry';
import { listTenants } from '../models/statements/tenants';

const BATCH = 500;

/** Answers how many were let go. */
export async function expireHolds({
  database,
  clock,
}: Pick<BotParts, 'database' | 'clock'>): Promise<number> {
  const now = clock.now();
  let expired = 0;
  for (const { tenantId } of await listTenants(database))
    expired += await database.inTenant(tenantId, (tx) => expireLapsedHolds(tx, now, BATCH));
  return expired;
}
