/** What the database has, read plainly, beside what the model has. */
import type { Shop } from '../integration/data/support/shop';
import type { Known, Model, Row } from './model';

interface Written {
  readonly id: string;
  readonly status: string;
  readonly service: string;
  readonly start: string;
  readonly rows: readonly Row[];
}

const BOOKINGS = `
SELECT b.id, b.status, b.service_id AS service, b.local_start AS start, coalesce((SELECT json_agg(json_build_object(
  'resource', a.resource_id, 'unit', a.unit, 'start', a.start_minute, 'end', a.end_minute, 'before', a.before, 'after', a.after)
  ORDER BY a.resource_id) FROM allocations AS a WHERE a.tenant_id = b.tenant_id AND a.booking_id = b.id AND a.live), '[]') AS rows
FROM bookings AS b WHERE $1::uuid IS NULL OR b.id = $1`;

/** The live rows of one booking. */
export async function rowsOfBooking(shop: Shop, id: string): Promise<readonly Row[]> {
  const [found] = await shop.rows<Written>(BOOKINGS, [id]);
  return found?.rows ?? [];
}

/** Who changes how many seats there are may give others to those who have some: the model takes over who has what now. */
export async function refresh(shop: Shop, model: Model): Promise<void> {
  const now = shop.clock.now();
  const live = model.bookings.filter((known) => model.isLive(known, now));
  const written = new Map((await shop.rows<Written>(BOOKINGS, [null])).map((each) => [each.id, each.rows]));
  for (const known of live) {
    known.rows = written.get(known.id) ?? [];
    if (!model.fits(known)) throw new Error(`${known.id} has ${textOf(known.rows)}`);
  }
}

/** Differences between the two, in words; empty when they agree. */
export async function differences(shop: Shop, model: Model): Promise<readonly string[]> {
  const written = new Map((await shop.rows<Written>(BOOKINGS, [null])).map((each) => [each.id, each]));
  const found = model.bookings.flatMap((known) =>
    difference(known, written.get(known.id), model, shop.clock.now()),
  );
  if (written.size !== model.bookings.length)
    found.push(`${String(written.size)} bookings written, ${String(model.bookings.length)} known`);
  return found;
}

function difference(known: Known, written: Written | undefined, model: Model, now: number): string[] {
  if (!written) return [`${known.id} is not there`];
  const live = model.isLive(known, now);
  const statuses = live ? [known.state] : known.state === 'cancelled' ? ['cancelled'] : ['held', 'expired'];
  const wrong: string[] = [];
  if (!statuses.includes(written.status))
    wrong.push(`${known.id} is ${written.status}, not ${statuses.join(' or ')}`);
  if (written.start !== known.start || written.service !== known.service)
    wrong.push(
      `${known.id} is ${written.service} at ${written.start}, not ${known.service} at ${known.start}`,
    );
  if (live && textOf(written.rows) !== textOf(known.rows))
    wrong.push(`${known.id} has ${textOf(written.rows)}, not ${textOf(known.rows)}`);
  return wrong;
}

function textOf(rows: readonly Row[]): string {
  return rows
    .map((row) => `${row.resource}#${String(row.unit)}@${String(row.start)}-${String(row.end)}`)
    .join();
}
