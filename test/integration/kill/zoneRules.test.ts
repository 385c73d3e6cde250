/** Claims about kill -9 while instants are computed anew: what was done stays, the rest is done by the next process, nothing twice. */
import { randomUUID } from 'node:crypto';
import { eventually } from '../../browser/support/eventually';
import { killable, type Killable } from './child';

const RESTARTED_MILLIS = 30_000;
/** Ten o'clock on 1 July 2026 in Berlin. In Cairo, which is done first, clocks then show eleven. */
const TEN = Date.parse('2026-07-01T08:00:00Z') / 60_000;
/** As it would be without summer time: an hour later. */
const KEPT = TEN + 60;

let at: Killable;

beforeEach(async () => {
  at = await killable();
  await at.start();
}, 60_000);
afterEach(() => at.close());

async function actAs(slug: string): Promise<void> {
  await at.owner.query(
    `SELECT set_config('app.tenant', tenant_id::text, false) FROM system.tenant_by_slug($1)`,
    [slug],
  );
}

/** A booking with instants of former rules, raw. */
async function insert(
  slug: string,
  local: string,
  takes: readonly [service: string, branch: string, who: string],
): Promise<void> {
  await actAs(slug);
  const [id, customer] = [randomUUID(), randomUUID()];
  const mine = `current_setting('app.tenant')::uuid`;
  await at.owner.query(`INSERT INTO customers (tenant_id, id, created_at) VALUES (${mine}, $1, instant(0))`, [
    customer,
  ]);
  await at.owner.query(
    `INSERT INTO bookings (tenant_id, id, reference, status, customer_id, service_id, branch_id, resource_ids, start_minute,
       end_minute, local_start, local_end, zone, offset_minutes, price, business_version, created_at)
     SELECT ${mine}, $1, 'ZONE', 'confirmed', $2, $3, b.id, ARRAY[$5], $6::integer, $6 + 30, $7, $7, b.zone, 0, 0, 1, instant(0)
     FROM branches AS b WHERE b.tenant_id = ${mine} AND b.id = $4`,
    [id, customer, ...takes, KEPT, local],
  );
  await at.owner.query(
    `INSERT INTO allocations (tenant_id, booking_id, resource_id, unit, start_minute, end_minute, before, after)
     VALUES (${mine}, $1, $2, 0, $3::integer, $3 + 30, 0, 0)`,
    [id, takes[2], KEPT],
  );
}

async function instantsOf(slug: string): Promise<readonly number[]> {
  await actAs(slug);
  const { rows } = await at.owner.query<{ start: number; taken: number }>(
    `SELECT b.start_minute AS start, a.start_minute AS taken FROM bookings AS b JOIN allocations AS a
     ON a.tenant_id = b.tenant_id AND a.booking_id = b.id WHERE b.reference = 'ZONE'`,
  );
  return rows.flatMap(({ start, taken }) => [start, taken]);
}

const versions = (version: string): Promise<number> =>
  at.count(`system.zone_rules WHERE version = '${version}'`);
/** Seen anew each time: within a transaction the server shows what it saw at the first look. */
async function waitsForUs(): Promise<number> {
  await at.owner.query('SELECT pg_stat_clear_snapshot()');
  return at.count(`pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
}

test('between two businesses: the first is done, the second is done by the next process, each once', async () => {
  await eventually(async () => expect(await at.count('system.zone_rules')).toBe(1), RESTARTED_MILLIS);
  await at.kill();
  await insert('clinic', '2026-07-01T11:00', ['consultation', 'maadi', 'mona']);
  await insert('garage', '2026-07-01T10:00', ['brake-check', 'mitte', 'ali']);
  await at.owner.query(`UPDATE system.zone_rules SET version = 'former'`);
  await at.owner.query('BEGIN');
  await at.owner.query(`SELECT 1 FROM bookings WHERE reference = 'ZONE' FOR UPDATE`);
  await at.start();
  await eventually(async () => expect(await waitsForUs()).toBeGreaterThan(0), RESTARTED_MILLIS);
  await at.kill();
  await at.owner.query('ROLLBACK');
  await eventually(async () => expect(await waitsForUs()).toBe(0));
  expect([await instantsOf('clinic'), await instantsOf('garage')]).toEqual([
    [TEN, TEN],
    [KEPT, KEPT],
  ]);
  expect(await versions('former')).toBe(1);

  await at.start();
  await eventually(async () => expect(await versions('former')).toBe(0), RESTARTED_MILLIS);
  for (const slug of ['clinic', 'garage']) {
    expect(await instantsOf(slug)).toEqual([TEN, TEN]);
    expect(await at.count(`booking_history WHERE deed = 'recomputed'`)).toBe(1);
  }
}, 120_000);
