/** Very many bookings at once: written without indexes and checks, which are built again behind them as they were. */
import { Client } from 'pg';

/** Every table that a booking leaves rows in. */
export const BOOKING_TABLES = ['bookings', 'allocations', 'booking_history', 'customers'];

/**
 * SQL for rows of `tenant_id, n, customer_id, service_id, branch_id, resource_id, start_minute, end_minute, after, status`,
 * `n` being different for every one.
 */
export interface BookingSource {
  readonly rows: string;
  readonly values: readonly unknown[];
  readonly zone: string;
}

/**
 * Fills one database as its owner, who meanwhile stands above row-level security: first what is written without indexes, then
 * what goes through them as it would from day to day. An index grown row by row is another one than an index built of many.
 */
export async function inBulk(
  url: string,
  without: (owner: Client) => Promise<void>,
  through?: (owner: Client) => Promise<void>,
): Promise<void> {
  const owner = new Client(url);
  await owner.connect();
  try {
    await owner.query(`SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`);
    const { drops, builds } = await definitions(owner);
    await all(owner, [...drops, ...everyTable('NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER')]);
    await without(owner);
    await all(owner, builds);
    await through?.(owner);
    // What is not on disk yet, VACUUM does not call visible to all; and then no index alone would do.
    await owner.query('SET synchronous_commit = on');
    await all(owner, everyTable('FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER'));
    await all(
      owner,
      BOOKING_TABLES.map((table) => `VACUUM (ANALYZE) ${table}`),
    );
  } finally {
    await owner.end();
  }
}

async function all(owner: Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await owner.query(statement);
}

function everyTable(change: string): readonly string[] {
  return BOOKING_TABLES.map((table) => `ALTER TABLE ${table} ${change}`);
}

/** Bookings as the commands would have made them, with their time and a line of history each. */
export async function writeBookings(owner: Client, { rows, values, zone }: BookingSource): Promise<void> {
  await owner.query(`SET TimeZone = '${zone}'`);
  for (const statement of [BOOKINGS, ALLOCATIONS, HISTORY])
    await owner.query(`WITH source AS (${rows}) ${statement}`, [...values]);
}

const ID = 'md5(source.n::text)::uuid';
/** Wall time, because the session stands in the branch's zone. */
const localOf = (minute: string): string => `to_char(to_timestamp(${minute} * 60.0), 'YYYY-MM-DD"T"HH24:MI')`;
const MADE = 'to_timestamp((start_minute - 20160) * 60.0)';

const BOOKINGS = `
INSERT INTO bookings (tenant_id, id, reference, status, customer_id, service_id, branch_id, resource_ids, start_minute,
  end_minute, local_start, local_end, zone, offset_minutes, price, business_version, created_at, confirmed_at)
SELECT tenant_id, ${ID}, 'B' || n, status, customer_id, service_id, branch_id, ARRAY[resource_id], start_minute,
  end_minute, ${localOf('start_minute')}, ${localOf('end_minute')}, current_setting('TimeZone'),
  extract(timezone FROM to_timestamp(start_minute * 60.0))::integer / 60, 0, 1, ${MADE}, ${MADE}
FROM source`;

const ALLOCATIONS = `
INSERT INTO allocations (tenant_id, booking_id, resource_id, unit, start_minute, end_minute, before, after, live)
SELECT tenant_id, ${ID}, resource_id, 0, start_minute, end_minute, 0, after, is_live(status) FROM source`;

const HISTORY = `
INSERT INTO booking_history (tenant_id, booking_id, version, at, actor, deed, key)
SELECT tenant_id, ${ID}, 1, ${MADE}, '{"kind": "system"}', 'booked', 'bench/' || n FROM source`;

/** What takes the indexes and constraints of the tables away, and what makes them again; foreign keys hold for new rows alone. */
async function definitions(
  owner: Client,
): Promise<{ readonly drops: readonly string[]; readonly builds: readonly string[] }> {
  const constraints = await owner.query<{ drop: string; build: string }>(CONSTRAINTS, [BOOKING_TABLES]);
  const indexes = await owner.query<{ drop: string; build: string }>(INDEXES, [BOOKING_TABLES]);
  const drops = [...constraints.rows].reverse().concat(indexes.rows);
  const builds = constraints.rows.concat(indexes.rows);
  return { drops: drops.map((each) => each.drop), builds: builds.map((each) => each.build) };
}

/** Keys first, then what refers to them. */
const CONSTRAINTS = `
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
  format('ALTER TABLE %s ADD CONSTRAINT %I %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid),
    CASE WHEN contype = 'f' AND convalidated THEN 'NOT VALID' END) AS build
FROM pg_constraint
WHERE contype IN ('p', 'u', 'x', 'f') AND (conrelid = ANY ($1::regclass[]) OR confrelid = ANY ($1::regclass[]))
ORDER BY contype = 'f', contype = 'x', conname`;

const INDEXES = `
SELECT format('DROP INDEX %s', indexrelid::regclass) AS drop, pg_get_indexdef(indexrelid) AS build
FROM pg_index WHERE indrelid = ANY ($1::regclass[])
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))`;
