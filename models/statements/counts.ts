/** What counts against limits, read together with what is taken, and who was given work lately. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { LocalDate, Minute } from '../../scheduling/business';
import type { LimitRow } from '../bookingRecords';
import type { BusyRow } from '../records';
import { BUSY, unpackBusy, type PackedBusy } from './time';

type DayCounts = ReadonlyMap<LocalDate, number>;
type Packed = Readonly<Record<LocalDate, number>>;

/** Days in `$6`; nothing is counted where the service or customer is null. */
const countedBy = (condition: string): string => `
(SELECT json_object_agg(day, number) FROM (
  SELECT left(local_start, 10) AS day, count(*) AS number FROM live_on($1, $6, instant($5), $7) AS b WHERE ${condition}
  GROUP BY 1) AS counted)`;

const BUSY_AND_COUNTS = {
  name: 'busy-and-counts',
  text: `
SELECT (${BUSY.text}) AS busy,
  CASE WHEN $8::text IS NOT NULL THEN ${countedBy('b.service_id = $8')} END AS service,
  CASE WHEN $9::uuid IS NOT NULL THEN ${countedBy('b.customer_id = $9')} END AS customer`,
};

export interface CountsAsk {
  readonly resources: readonly string[];
  /** Live time that touches `[from, to)`. */
  readonly from: Minute;
  readonly to: Minute;
  readonly now: Millis;
  /** Whose bookings are counted on `days`; null counts none. */
  readonly service: string | null;
  readonly customer: string | null;
  readonly days: Pick<LimitRow, 'from' | 'to' | 'first' | 'last'>;
  /** A booking that does not count, because it would move. */
  readonly except: string | null;
}

export interface BusyAndCounts {
  readonly busy: readonly BusyRow[];
  /** Live bookings and holds by the local day on which they begin. */
  readonly service: DayCounts;
  readonly customer: DayCounts;
}

/** One round trip. */
export async function busyAndCounts(tx: Tx, ask: CountsAsk): Promise<BusyAndCounts> {
  const { resources, from, to, now, days, except, service, customer } = ask;
  const values = [tx.tenantId, resources, from, to, now, JSON.stringify(days), except, service, customer];
  const [row] = await tx.query<{
    busy: readonly PackedBusy[];
    service: Packed | null;
    customer: Packed | null;
  }>(BUSY_AND_COUNTS, values);
  return {
    busy: (row?.busy ?? []).map(unpackBusy),
    service: new Map(Object.entries(row?.service ?? {})),
    customer: new Map(Object.entries(row?.customer ?? {})),
  };
}

const GIVEN = {
  name: 'given-lately',
  text: `
SELECT resource, count(*)::integer AS number FROM bookings AS b, unnest(b.resource_ids) AS resource
WHERE b.tenant_id = $1 AND b.start_minute >= $2 AND b.start_minute < $3 AND resource = ANY ($4)
  AND (is_live(b.status) OR b.status IN ('done', 'no-show')) AND (b.held_until IS NULL OR b.held_until > instant($5))
  AND b.id IS DISTINCT FROM $6::uuid
GROUP BY resource`,
};

/** Appointments that begin in `[from, to)` and were not let go, by resource; without one that is to be moved. */
export async function givenLately(
  tx: Tx,
  ask: Pick<CountsAsk, 'resources' | 'from' | 'to' | 'now' | 'except'>,
): Promise<ReadonlyMap<string, number>> {
  const values = [tx.tenantId, ask.from, ask.to, ask.resources, ask.now, ask.except];
  const rows = await tx.query<{ resource: string; number: number }>(GIVEN, values);
  return new Map(rows.map(({ resource, number }) => [resource, number]));
}

const REACHED = { name: 'limits-reached', text: 'SELECT limits_reached($1, $2, instant($3), $4) AS reached' };

/** Which of the limits one more would pass, without `except`; nobody else counts against them until this transaction has ended. */
export async function limitsReached(
  tx: Tx,
  limits: readonly LimitRow[],
  now: Millis,
  except: string | null,
): Promise<readonly LimitRow[]> {
  const values = [tx.tenantId, JSON.stringify(limits), now, except];
  const [row] = await tx.query<{ reached: readonly LimitRow[] }>(REACHED, values);
  return row?.reached ?? [];
}
