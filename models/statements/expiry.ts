/** Letting lapsed holds go: their time was free from the instant they lapsed, this only says so. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';

const EXPIRE = {
  name: 'expire-holds',
  text: `
WITH lapsed AS (
  UPDATE bookings SET status = 'expired', held_until = NULL, version = version + 1
  WHERE tenant_id = $1 AND id IN (
    SELECT id FROM bookings WHERE tenant_id = $1 AND status = 'held' AND held_until <= instant($2)
    ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)
  RETURNING *
)
SELECT lapsed.id, keep_deed(ROW(lapsed.*)::bookings, instant($2), '{"kind": "system"}', 'expired', NULL, NULL) FROM lapsed`,
};

/**
 * Expires the tenant's holds that had lapsed by `now`; whoever is at one just now is not waited for. Whoever was held for
 * without ever giving a name is forgotten. Answers how many holds were let go.
 */
export async function expireLapsedHolds(tx: Tx, now: Millis, limit: number): Promise<number> {
  const lapsed = await tx.query(EXPIRE, [tx.tenantId, now, limit]);
  await forgetNobodies(tx, now, limit);
  return lapsed.length;
}

const FORGET = {
  name: 'forget-nobodies',
  text: 'SELECT forget_nobodies($1, instant($2), $3) AS forgotten',
};

/**
 * Takes away customers of whom nothing is known but a hold that lapsed or was let go; the hold stays, and can be booked late.
 * Answers how many.
 */
export async function forgetNobodies(tx: Tx, now: Millis, limit: number): Promise<number> {
  const [row] = await tx.query<{ forgotten: number }>(FORGET, [tx.tenantId, now, limit]);
  return row?.forgotten ?? 0;
}
