/** The floor: everybody inserts into a table with the same constraint, and waits for what the database says. */
import { Pool } from 'pg';
import { runMany, runRace, type Outcome } from './run';
import { oneHeld, type Told } from './races';

/** Each race may take a second for every client: the database looks for deadlocks only that often. */
const ROUNDS = [
  { clients: 8, races: 4 },
  { clients: 32, races: 2 },
];

const TABLE = `
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE plain (id integer GENERATED ALWAYS AS IDENTITY, person integer, during int4range,
  EXCLUDE USING gist (person WITH =, during WITH &&))`;

const EXCLUDED = '23P01';
const DEADLOCK = '40P01';

export async function plainInserts(url: string): Promise<readonly Outcome[]> {
  const pool = new Pool({ connectionString: url, max: Math.max(...ROUNDS.map(({ clients }) => clients)) });
  const outcomes: Outcome[] = [];
  try {
    await pool.query(TABLE);
    for (const { clients, races } of ROUNDS) {
      await Promise.all(Array.from({ length: clients }, () => pool.query('SELECT pg_sleep(0.05)')));
      outcomes.push(
        await runMany('plain INSERT', clients, races, async (n) => {
          const at = clients * 1000 + n;
          const ran = await runRace(Array.from({ length: clients }, () => () => insert(pool, at)));
          return { ...ran, errors: deadlocks(ran.told), right: oneHeld(ran.told) };
        }),
      );
    }
  } finally {
    await pool.end();
  }
  return outcomes;
}

async function insert(pool: Pool, at: number): Promise<Told> {
  try {
    await pool.query('INSERT INTO plain (person, during) VALUES (1, int4range($1, $2))', [
      at * 60,
      at * 60 + 45,
    ]);
    return { kind: 'held', start: at };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === EXCLUDED) return { kind: 'taken', start: at };
    if (code === DEADLOCK) return { kind: DEADLOCK, start: at };
    throw error;
  }
}

function deadlocks(told: readonly Told[]): readonly string[] {
  return told.filter(({ kind }) => kind === DEADLOCK).map(({ kind }) => kind);
}
