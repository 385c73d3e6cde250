/** What is taken and what counts against limits, for several services and without several bookings that would move. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { LocalDate, Minute } from '../../scheduling/business';
import type { LimitRow } from '../bookingRecords';
import type { BusyRow } from '../records';
import { BUSY, unpackBusy, type PackedBusy } from './time';

const BUSY_AND_COUNTED = {
  name: 'busy-and-counted',
  text: `
SELECT (${BUSY.text}) AS busy,
  (SELECT coalesce(json_agg(json_build_array(service_id, day, number)), '[]') FROM (
    SELECT service_id, left(local_start, 10) AS day, count(*) AS number FROM live_on($1, $6, instant($5), NULL)
    WHERE id <> ALL ($7) AND service_id = ANY ($8) GROUP BY 1, 2) AS counted) AS services,
  (SELECT coalesce(json_object_agg(day, number), '{}') FROM (
    SELECT left(local_start, 10) AS day, count(*) AS number FROM live_on($1, $6, instant($5), NULL)
    WHERE id <> ALL ($7) AND customer_id = $9 GROUP BY 1) AS counted) AS customer`,
};

export interface CountedAsk {
  readonly resources: readonly string[];
  /** Live time that touches `[from, to)`. */
  readonly from: Minute;
  readonly to: Minute;
  readonly now: Millis;
  /** Whose bookings are counted on `days`. */
  readonly services: readonly string[];
  readonly customer: string | null;
  readonly days: Pick<LimitRow, 'from' | 'to' | 'first' | 'last'>;
  /** Bookings that do not count, because they would move. */
  readonly except: readonly string[];
}

export interface Counted {
  readonly busy: readonly BusyRow[];
  /** Live bookings and holds by service and by the local day on which they begin. */
  readonly services: readonly (readonly [string, LocalDate, number])[];
  readonly customer: Readonly<Record<LocalDate, number>>;
}

/** One round trip. */
export async function busyAndCounted(tx: Tx, ask: CountedAsk): Promise<Counted> {
  const { resources, from, to, now, days, except, services, customer } = ask;
  const values = [tx.tenantId, resources, from, to, now, JSON.stringify(days), except, services, customer];
  const [row] = await tx.query<Omit<Counted, 'busy'> & { busy: readonly PackedBusy[] }>(
    BUSY_AND_COUNTED,
    values,
  );
  return {
    busy: (row?.busy ?? []).map(unpackBusy),
    services: row?.services ?? [],
    customer: row?.customer ?? {},
  };
}
