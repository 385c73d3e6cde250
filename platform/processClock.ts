/** The clock of a process: the machine's, set right by the database's, or the one a demonstration was started with. */

import { shiftedClock, systemClock, type Clock, type Millis } from './clock';
import type { Database, Statement } from './database';

const KEEP: Statement = {
  name: 'clock-keep',
  text: 'INSERT INTO system.clock (given, real) VALUES ($1, $2) ON CONFLICT DO NOTHING',
};

const KEPT: Statement = {
  name: 'clock-kept',
  text: 'SELECT given, real FROM system.clock LIMIT 1',
};

/** The one statement that asks the database for the time: only to learn how far the two clocks are apart. */
const DATABASE_TIME: Statement = {
  name: 'clock-database',
  text: 'SELECT extract(epoch FROM clock_timestamp()) * 1000 AS millis',
};

const MEASUREMENTS = 3;

/**
 * The clock with which everything in this process runs (DESIGN, laws of the data, 6). Production, where the clock cannot
 * be set, uses `correctedClock` and no stored one.
 * @param given where the clock starts (`CLOCK`); the first start stores it with the real time, and every later start
 *   and every other process runs on from there, whatever it is given. Undefined: a stored one still holds.
 */
export async function openClock(
  database: Database,
  given: Millis | undefined,
  machine: Clock = systemClock,
): Promise<Clock> {
  if (given !== undefined) await database.statement(KEEP, [new Date(given), new Date(machine.now())]);
  const [kept] = await database.statement<{ given: Date; real: Date }>(KEPT);
  if (kept !== undefined) return shiftedClock(machine, kept.given.getTime() - kept.real.getTime());
  return correctedClock(database, machine);
}

/** The machine's clock, moved by its distance to the database's: two processes then agree on what is due. */
export async function correctedClock(database: Database, machine: Clock = systemClock): Promise<Clock> {
  const measured = [];
  for (let i = 0; i < MEASUREMENTS; i += 1) measured.push(await distance(database, machine));
  const best = measured.reduce((one, other) => (other.within < one.within ? other : one));
  return Math.abs(best.ahead) <= best.within ? machine : shiftedClock(machine, Math.round(best.ahead));
}

/** How far the database's clock is ahead, and how wrong that may be: half of the way there and back (Cristian 1989). */
async function distance(database: Database, machine: Clock): Promise<{ ahead: number; within: number }> {
  const before = machine.now();
  const [row] = await database.statement<{ millis: string }>(DATABASE_TIME);
  const after = machine.now();
  return { ahead: Number(row?.millis) - (before + after) / 2, within: (after - before) / 2 + 1 };
}
