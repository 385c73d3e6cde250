/** Time that is taken, and taking it. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { Minute } from '../../scheduling/business';
import type { Busy, BusyByResource } from '../../scheduling/busy';
import type { TakeRequest } from '../bookingRecords';
import type { BusyRow } from '../records';

/**
 * Read by `=`, `<` and `>` alone: under row-level security nothing else may use the index. No allocation is longer than 14 days
 * (20160 minutes; the table checks it), so the ends too have an upper bound, and years of bookings later are not looked at.
 */
const TAKEN = `
FROM allocations
WHERE tenant_id = $1 AND resource_id = ANY ($2) AND live AND end_minute > $3 AND start_minute < $4
  AND end_minute < $4::integer + 20160
  AND (held_until IS NULL OR held_until > instant($5))`;

/** Packed into one value, because a row of its own for each costs more to read than to find. */
export const BUSY = {
  name: 'busy',
  text: `
SELECT coalesce(json_agg(json_build_array(resource_id, unit, start_minute, end_minute, before, after, booking_id)), '[]') AS busy
${TAKEN}`,
};

export type PackedBusy = readonly [string, number, Minute, Minute, number, number, string];

/** Live time of the resources that touches `[from, to)`; holds that lapsed by `now` are free. In no particular order. */
export async function busy(
  tx: Tx,
  resources: readonly string[],
  from: Minute,
  to: Minute,
  now: Millis,
): Promise<readonly BusyRow[]> {
  const [row] = await tx.query<{ busy: readonly PackedBusy[] }>(BUSY, [
    tx.tenantId,
    resources,
    from,
    to,
    now,
  ]);
  return (row?.busy ?? []).map(unpackBusy);
}

export function unpackBusy([resource, unit, start, end, before, after, booking]: PackedBusy): BusyRow {
  return { resource, unit, start, end, before, after, booking };
}

export const PLACES = {
  name: 'busy-places',
  text: `
SELECT resource_id AS resource, unit, before, after, array_to_json(array_agg(start_minute - $3)) AS starts,
  array_to_json(array_agg(end_minute - start_minute)) AS lengths
${TAKEN} AND booking_id IS DISTINCT FROM $6
GROUP BY resource_id, unit, before, after`,
};

/** Rows that differ in nothing but their place on the clock. */
interface Places {
  readonly resource: string;
  readonly unit: number;
  readonly before: number;
  readonly after: number;
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
}

export interface PlacesAsk {
  readonly resources: readonly string[];
  readonly from: Minute;
  readonly to: Minute;
  readonly now: Millis;
  /** A booking that is left out, because it would move. */
  readonly except: string | undefined;
}

/** The same as `busy` without telling whose it is, each resource's rows by their start: several times cheaper where they are many. */
export async function busyPlaces(tx: Tx, ask: PlacesAsk): Promise<BusyByResource> {
  const { resources, from, to, now, except } = ask;
  const found = await tx.query<Places>(PLACES, [tx.tenantId, resources, from, to, now, except ?? null]);
  const byResource = new Map<string, Busy[]>();
  for (const places of found) {
    const known = byResource.get(places.resource) ?? [];
    unpackPlaces(places, from, known);
    byResource.set(places.resource, known);
  }
  for (const rows of byResource.values()) rows.sort((left, right) => left.start - right.start);
  return byResource;
}

function unpackPlaces({ unit, before, after, starts, lengths }: Places, from: Minute, into: Busy[]): void {
  for (const [at, begin] of starts.entries()) {
    const start = from + begin;
    into.push({ unit, start, end: start + (lengths[at] ?? 0), before, after });
  }
}

const TAKE = { name: 'take', text: 'SELECT take($1, $2, instant($3), instant($4), $5) AS winner' };

/**
 * Takes time for a booking whose row the caller has locked: the index of the candidate that won, or null, and then everything
 * stands as it stood.
 */
export async function take(tx: Tx, request: TakeRequest): Promise<number | null> {
  const { tenantId, bookingId, now, heldUntil, candidates } = request;
  const values = [tenantId, bookingId, now, heldUntil, JSON.stringify(candidates)];
  const [row] = await tx.query<{ winner: number | null }>(TAKE, values);
  return row?.winner ?? null;
}
