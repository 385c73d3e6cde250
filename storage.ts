/** The database and the clock of a process: found or started, brought to the newest schema, seeded when it is the demo's. */
import { randomUUID } from 'node:crypto';
import { migrate } from './models/migrate';
import { ensureAccount } from './models/statements/accounts';
import { tenantBySlug } from './models/statements/tenants';
import type { Clock } from './platform/clock';
import type { Config } from './platform/config';
import { explainConnectError } from './platform/connectError';
import { connect, type Database } from './platform/database';
import { startEmbeddedPostgres } from './platform/embeddedPostgres';
import type { Log } from './platform/log';
import { correctedClock, openClock } from './platform/processClock';
import { seedDemo } from './scripts/demo/seed';

export interface Storage {
  readonly database: Database;
  readonly clock: Clock;
  close(): Promise<void>;
}

/** A worker joins the database that the web process started. */
export async function openStorage(
  config: Config,
  log: Log,
  onLost?: (reason: string) => void,
): Promise<Storage> {
  const server = config.databaseUrl === undefined ? await embedded(config, onLost) : null;
  const database = connect({ url: config.databaseUrl ?? server?.url ?? '', log });
  const close = async (): Promise<void> => {
    await database.close();
    await server?.stop();
  };
  try {
    await migrate(database, (line) => log.debug(line));
    const clock = config.production
      ? await correctedClock(database)
      : await openClock(database, config.clock);
    await furnish(database, config, clock);
    return { database, clock, close };
  } catch (error) {
    await close();
    throw config.databaseUrl === undefined ? error : explainConnectError(error, config.databaseUrl);
  }
}

function embedded(
  config: Config,
  onLost?: (reason: string) => void,
): ReturnType<typeof startEmbeddedPostgres> {
  return startEmbeddedPostgres({
    dataDir: config.dataDir,
    whenRunning: config.role === 'worker' ? 'join' : 'refuse',
    ...(onLost === undefined ? {} : { onLost }),
  });
}

/** The demo's businesses into a database that holds nobody else's, and the configured number to the tenant that it serves. */
async function furnish(database: Database, config: Config, clock: Clock): Promise<void> {
  if (config.demo) await seedDemo(database, clock.now());
  const { from } = config.providers.twilio;
  const tenant = from === undefined ? null : await tenantBySlug(database, config.defaultTenant);
  if (from === undefined || tenant === null) return;
  const account = { id: randomUUID(), channel: 'sms', provider: 'twilio', account: from };
  await database.inTenant(tenant.tenantId, (tx) => ensureAccount(tx, account));
}
