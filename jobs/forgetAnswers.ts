/** Forgets the answers that were kept under Idempotency-Keys, once nobody can still be repeating the request. */
import type { BotParts } from '../bot/parts';
import { forgetAnswers as forgetOlder } from '../models/statements/idempotency';
import { listTenants } from '../models/statements/tenants';

/** Twice the day that is promised. */
export const KEPT_MILLIS = 48 * 3_600_000;

/** Answers how many were forgotten. */
export async function forgetAnswers({
  database,
  clock,
}: Pick<BotParts, 'database' | 'clock'>): Promise<number> {
  const before = clock.now() - KEPT_MILLIS;
  let forgotten = 0;
  for (const { tenantId } of await listTenants(database))
    forgotten += await database.inTenant(tenantId, (tx) => forgetOlder(tx, before));
  return forgotten;
}
