/** Runs a race many times, and keeps what it took and what went wrong. */
import { sqlState } from '../../platform/sqlErrors';
import type { Told } from './races';

/** How often a race is run for so many clients. */
export const ROUNDS: readonly { readonly clients: number; readonly races: number }[] = [
  { clients: 8, races: 30 },
  { clients: 32, races: 30 },
  { clients: 200, races: 8 },
];

export interface Outcome {
  readonly name: string;
  readonly clients: number;
  /** Milliseconds of each race, from the first call to the last answer. */
  readonly millis: readonly number[];
  /** Races in which not exactly the right ones won. */
  readonly wrong: number;
  /** What reached a client instead of an answer. */
  readonly errors: readonly string[];
}

/** One race: all at once, and what each was told; an error counts as an answer of the kind `error`. */
export async function runRace(
  clients: readonly (() => Promise<Told>)[],
): Promise<{ readonly millis: number; readonly told: readonly Told[]; readonly errors: readonly string[] }> {
  const errors: string[] = [];
  const failed = (error: unknown): Told => {
    errors.push(sqlState(error) ?? (error instanceof Error ? error.message : String(error)));
    return { kind: 'error', start: 0 };
  };
  const began = performance.now();
  const told = await Promise.all(clients.map((client) => client().catch(failed)));
  return { millis: performance.now() - began, told, errors };
}

/** @param race prepares and runs the n-th one, and says whether the right ones won */
export async function runMany(
  name: string,
  clients: number,
  races: number,
  race: (n: number) => Promise<Awaited<ReturnType<typeof runRace>> & { readonly right: boolean }>,
): Promise<Outcome> {
  const millis: number[] = [];
  const errors: string[] = [];
  let wrong = 0;
  for (let n = 0; n < races; n += 1) {
    const each = await race(n);
    millis.push(each.millis);
    errors.push(...each.errors);
    if (!each.right) wrong += 1;
  }
  return { name, clients, millis, wrong, errors };
}
