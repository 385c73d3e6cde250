/** Many clients who want the same time at once: exactly the right ones have it, nobody sees an error, and how long that takes. */
import { Client } from 'pg';
import type { Database } from '../../platform/database';
import { migratedDatabase, onThrowAwayPostgres } from '../postgres';
import type { Bench, Progress } from '../report';
import { openArena, type Arena } from './arena';
import { faultFigures, raceFigures } from './figures';
import { racesOverHttp } from './overHttp';
import { plainInserts } from './plainInsert';
import { SCENARIOS, type Scenario } from './races';
import { ROUNDS, runMany, runRace, type Outcome } from './run';

export const contention: Bench = {
  name: 'contention',
  async run(progress) {
    return onThrowAwayPostgres(async (server, folder) => {
      const { url, database } = await migratedDatabase(server, 'contention');
      const raced = await allRaces(database, progress).finally(() => database.close());
      const deadlocks = await deadlocksIn(url);
      progress('one slot over HTTP');
      await server.createDatabase('http');
      const http = await racesOverHttp(server.urlOf('http'), folder);
      progress('plain INSERT, which waits for deadlocks to be found');
      await server.createDatabase('plain');
      const floor = await plainInserts(server.urlOf('plain'));
      const outcomes = [...raced.outcomes, ...http];
      const faults = {
        overlaps: raced.overlaps,
        deadlocks: deadlocks + (await deadlocksIn(server.urlOf('http'))),
      };
      return [...raceFigures(outcomes, floor), ...faultFigures(outcomes, floor, faults)];
    });
  },
};

interface Raced {
  readonly outcomes: readonly Outcome[];
  readonly overlaps: number;
}

async function allRaces(database: Database, progress: Progress): Promise<Raced> {
  const outcomes: Outcome[] = [];
  let overlaps = 0;
  await warmUp(database);
  for (const [place, scenario] of SCENARIOS.entries()) {
    for (const { clients, races } of ROUNDS) {
      progress(`${scenario.name}, ${String(clients)} clients`);
      const arena = await openArena(database, `arena-${String(place)}-${String(clients)}`);
      outcomes.push(await raceIn(arena, scenario, clients, races));
      overlaps += await arena.overlaps();
    }
  }
  return { outcomes, overlaps };
}

/** Connections are made and statements prepared before the clock starts. */
async function warmUp(database: Database): Promise<void> {
  const arena = await openArena(database, 'arena-warm-up');
  for (const scenario of SCENARIOS) await raceIn(arena, scenario, 32, 1, SCENARIOS.indexOf(scenario));
}

function raceIn(
  arena: Arena,
  scenario: Scenario,
  clients: number,
  races: number,
  firstDay = 0,
): Promise<Outcome> {
  return runMany(scenario.name, clients, races, async (n) => {
    const race = await scenario.prepare(arena, clients, firstDay + n);
    const ran = await runRace(race.clients);
    return { ...ran, right: await race.right(ran.told) };
  });
}

async function deadlocksIn(url: string): Promise<number> {
  const client = new Client(url);
  await client.connect();
  try {
    const text = 'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()';
    const { rows } = await client.query<{ deadlocks: string }>(text);
    return Number(rows[0]?.deadlocks ?? 0);
  } finally {
    await client.end();
  }
}
