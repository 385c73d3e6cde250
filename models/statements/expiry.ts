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

/** Expires the tenant's holds that had lapsed by `now`; whoever is at one just now is not waited for. Answers how many. */
export async function expireLapsedHolds(tx: Tx, now: Millis, limit: number): Promise<number> {
  return (await tx.query(EXPIRE, [tx.tenantId, now, limit])).length;
}
