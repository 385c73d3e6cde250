/** The floor: everybody inserts into a table with the same two constraints, and waits for what the database says. */
import { Pool, type PoolClient } from 'pg';
import { oneHeld, type Told } from './races';
import { runMany, runRace, type Outcome } from './run';

/** Few, because a race may take a second for every client: the database looks for deadlocks only that often. */
const ROUNDS = [
  { clients: 8, races: 4 },
  { clients: 32, races: 2 },
];

const PERSON = 1;
const BAY = 2;
/** Named as the product's own races, which they stand beside. */
const RACES: readonly { readonly name: string; readonly takes: (at: number) => readonly number[] }[] = [
  { name: 'one slot', takes: () => [PERSON] },
  {
    name: 'two resources in opposite order',
    takes: (at) => (at % 2 === 0 ? [PERSON, BAY] : [BAY, PERSON]),
  },
];

const TABLE = `
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE plain (resource integer, from_minute integer, to_minute integer, before integer, after integer,
  EXCLUDE USING gist (resource WITH =, int4range(from_minute, to_minute + after) WITH &&),
  EXCLUDE USING gist (resource WITH =, int4range(from_minute - before, to_minute) WITH &&))`;

const EXCLUDED = '23P01';
const DEADLOCK = '40P01';

/** @param url of an empty database */
export async function plainInserts(url: string): Promise<readonly Outcome[]> {
  const pool = new Pool({ connectionString: url, max: Math.max(...ROUNDS.map(({ clients }) => clients)) });
  const outcomes: Outcome[] = [];
  try {
    await pool.query(TABLE);
    for (const [place, { name, takes }] of RACES.entries()) {
      for (const { clients, races } of ROUNDS) {
        await Promise.all(Array.from({ length: clients }, () => pool.query('SELECT pg_sleep(0.05)')));
        const slotOf = (n: number): number => (place * 1000 + clients * 10 + n) * 60;
        outcomes.push(
          await runMany(name, clients, races, (n) =>
            race(
              pool,
              slotOf(n),
              Array.from({ length: clients }, (_, at) => takes(at)),
            ),
          ),
        );
      }
    }
  } finally {
    await pool.end();
  }
  return outcomes;
}

async function race(
  pool: Pool,
  start: number,
  takes: readonly (readonly number[])[],
): Promise<Awaited<ReturnType<typeof runRace>> & { readonly right: boolean }> {
  const ran = await runRace(takes.map((resources) => () => insert(pool, start, resources)));
  const deadlocks = ran.told.filter(({ kind }) => kind === DEADLOCK).map(({ kind }) => kind);
  return { ...ran, errors: [...ran.errors, ...deadlocks], right: oneHeld(ran.told) };
}

async function insert(pool: Pool, start: number, resources: readonly number[]): Promise<Told> {
  const client = await pool.connect();
  try {
    return { kind: await inTransaction(client, start, resources), start };
  } finally {
    client.release();
  }
}

async function inTransaction(
  client: PoolClient,
  start: number,
  resources: readonly number[],
): Promise<string> {
  try {
    await client.query('BEGIN');
    for (const resource of resources)
      await client.query('INSERT INTO plain VALUES ($1, $2, $3, 0, 5)', [resource, start, start + 45]);
    await client.query('COMMIT');
    return 'held';
  } catch (error) {
    await client.query('ROLLBACK');
    const { code } = error as { code?: string };
    if (code === EXCLUDED) return 'taken';
    if (code === DEADLOCK) return DEADLOCK;
    throw error;
  }
}
