/** Somebody who looks on, from a connection of his own, for as long as others are at work: each look is one snapshot. */
import { Client } from 'pg';

export interface Watch {
  /** Ends it; how often was looked, and what was seen that must never be. */
  end(): Promise<{ readonly looks: number; readonly seen: readonly unknown[] }>;
}

/** Bookings that are confirmed and have not exactly the time they say; live time that overlaps; bookings that must stay and are gone. */
const LOOK = `
SELECT 'half' AS what, b.id::text AS which FROM bookings AS b WHERE b.status = 'confirmed'
  AND cardinality(b.resource_ids) IS DISTINCT FROM (SELECT count(*) FROM allocations AS a
    WHERE a.tenant_id = b.tenant_id AND a.booking_id = b.id AND a.live AND a.resource_id = ANY (b.resource_ids)
      AND a.start_minute = b.start_minute AND a.end_minute = b.end_minute AND a.held_until IS NULL)
UNION ALL
SELECT 'more', b.id::text FROM bookings AS b WHERE b.status = 'confirmed'
  AND cardinality(b.resource_ids) < (SELECT count(*) FROM allocations AS a
    WHERE a.tenant_id = b.tenant_id AND a.booking_id = b.id AND a.live)
UNION ALL
SELECT 'gone', stays.id::text FROM unnest($1::uuid[]) AS stays (id)
WHERE NOT EXISTS (SELECT FROM bookings AS b WHERE b.id = stays.id AND b.status = 'confirmed')
UNION ALL
SELECT 'overlap', a.booking_id::text FROM allocations AS a JOIN allocations AS b
  ON a.tenant_id = b.tenant_id AND a.resource_id = b.resource_id AND a.unit = b.unit AND a.booking_id < b.booking_id
WHERE a.live AND b.live AND (
  (a.start_minute < b.end_minute + b.after AND b.start_minute < a.end_minute + a.after) OR
  (a.start_minute - a.before < b.end_minute AND b.start_minute - b.before < a.end_minute))`;

/** @param staying ids of bookings that are rescheduled at most: their customers never have none */
export async function watch(url: string, tenantId: string, staying: readonly string[]): Promise<Watch> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`SELECT set_config('app.tenant', $1, false)`, [tenantId]);
  let ended = false;
  let looks = 0;
  const seen: unknown[] = [];
  const looking = (async () => {
    while (!ended) {
      const { rows } = await client.query<object>({ name: 'look', text: LOOK, values: [staying] });
      seen.push(...rows);
      looks += 1;
    }
  })();
  return {
    async end() {
      ended = true;
      await looking;
      await client.end();
      return { looks, seen };
    },
  };
}
