/** Which units of a resource are taken by bookings to come: what a change of its capacity must respect. */
import type { Tx } from '../../platform/database';
import type { Minute } from '../../scheduling/business';

export interface UnitsTaken {
  readonly bookingId: string;
  readonly resource: string;
  readonly units: readonly number[];
}

const UNITS = {
  name: 'units-taken',
  text: `
SELECT booking_id AS "bookingId", resource_id AS resource, array_agg(unit ORDER BY unit) AS units
FROM allocations WHERE tenant_id = $1 AND live AND end_minute > $2 GROUP BY booking_id, resource_id`,
};

/** Of all live time that ends after `now`. */
export async function unitsTaken(tx: Tx, now: Minute): Promise<readonly UnitsTaken[]> {
  return tx.query<UnitsTaken>(UNITS, [tx.tenantId, now]);
}
