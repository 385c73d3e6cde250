/** A PostgreSQL for one benchmark, thrown away behind it: the product's own server and settings, synced to disk as in production. */
import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, CommandContext } from '../commands/types';
import { migrate } from '../models/migrate';
import { TestClock } from '../platform/clock';
import { connect, type Database, type Tx } from '../platform/database';
import {
  discardEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../platform/embeddedPostgres';
import type { Business } from '../scheduling/business';

/** @param work is given the server and a folder of its own, both gone afterwards */
export async function onThrowAwayPostgres<Result>(
  work: (server: EmbeddedPostgres, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'nobat-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  try {
    return await work(server, folder);
  } finally {
    await server.stop();
    await discardEmbeddedPostgres(folder);
  }
}

/** A new database with the product's schema; connected to with the product's pool. */
export async function migratedDatabase(
  server: EmbeddedPostgres,
  name: string,
): Promise<{ readonly url: string; readonly database: Database }> {
  await server.createDatabase(name);
  const url = server.urlOf(name);
  const migrating = connect({ url, poolSize: 2, statementTimeout: 0 });
  try {
    await migrate(migrating);
  } finally {
    await migrating.close();
  }
  return { url, database: connect({ url, acquireTimeout: 60_000 }) };
}

/** A command's surroundings: the clock stands still at `now` (milliseconds). */
export function contextOf(tx: Tx, business: Business, now: number, actor: Actor): CommandContext {
  return { tx, business, actor, clock: new TestClock(now), newId: randomUUID };
}
