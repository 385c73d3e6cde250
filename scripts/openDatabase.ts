/** The database of a command-line tool: the configured one, or the embedded one, started or joined. */
import type { Config } from '../platform/config';
import { connect, type Database } from '../platform/database';
import { startEmbeddedPostgres } from '../platform/embeddedPostgres';

/** Runs `work` on it and closes whatever was opened. Statements may take as long as they need. */
export async function onDatabase<Result>(
  config: Config,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const server =
    config.databaseUrl === undefined
      ? await startEmbeddedPostgres({ dataDir: config.dataDir, whenRunning: 'join' })
      : null;
  const database = connect({
    url: config.databaseUrl ?? server?.url ?? '',
    poolSize: 2,
    statementTimeout: 0,
  });
  try {
    return await work(database);
  } finally {
    await database.close();
    await server?.stop();
  }
}
