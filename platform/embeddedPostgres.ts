/** A real PostgreSQL out of npm packages: started on a data folder, stopped with us, the same data at the next start. */

import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { Client } from 'pg';
import { runnableBinaries, type NativeFolder } from './embedded/binaries';
import { ensureCluster, OWNER } from './embedded/cluster';
import { lockFolder, type Holder } from './embedded/dataLock';
import { accessOf, homeOf, keepAccess, type Access, type Home } from './embedded/home';
import { lastWords, runningPort, startPostmaster, stopOrphan, stopServer } from './embedded/postmaster';
import { StartRefused } from './errors';

export interface EmbeddedPostgres {
  /** The product's database. */
  readonly url: string;
  /** Where the data lie; not below DATA_DIR when the server's user cannot reach that. */
  readonly folder: string;
  urlOf(database: string): string;
  /** @param template a database to copy; nobody may be connected to it */
  createDatabase(name: string, template?: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  /** Fast shutdown; sessions still open are ended. A server that was joined is left alone. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Relative to the working directory, or absolute. */
  readonly dataDir: string;
  /** False for throw-away data (tests): nothing is synced to disk. */
  readonly durable?: boolean;
  /** What to do when a nobat runs on these data: say so (default), or use its server. */
  readonly whenRunning?: 'refuse' | 'join';
  /** Told once when the server goes away by itself. */
  readonly onLost?: (reason: string) => void;
}

const START_TRIES = 3;
/** Somebody took the port, or a server whose nobat was killed while it began had not yet written its pid file. */
const MAY_SUCCEED_AGAIN = /could not bind|Address already in use|lock file "postmaster.pid" already exists/;

/** Starts the server, or throws `StartRefused` with a sentence for the operator. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = homeOf(options.dataDir);
  const lock = lockFolder(home.folder);
  if (lock.kind === 'held') return whenHeld(home, lock.by, options);
  try {
    return await startLocked(home, options, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Removes throw-away data with whatever server was left on them; false when a live process holds them.
 * Never for data of the product.
 */
export async function discardEmbeddedPostgres(dataDir: string): Promise<boolean> {
  const home = homeOf(dataDir);
  if (lockFolder(home.folder).kind === 'held') return false;
  await stopOrphan(home);
  for (const folder of [home.folder, dataDir])
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return true;
}

function whenHeld(home: Home, holder: Holder, options: EmbeddedOptions): EmbeddedPostgres {
  const port = options.whenRunning === 'join' ? runningPort(home) : undefined;
  if (port !== undefined) return handleOf(home, { ...accessOf(home), port }, () => Promise.resolve());
  throw new StartRefused(
    'already-running',
    `Another nobat (process ${String(holder.pid)}) is already running on the data in ${options.dataDir}. ` +
      'Stop it first, or give this one a DATA_DIR of its own.',
  );
}

async function startLocked(
  home: Home,
  options: EmbeddedOptions,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const durable = options.durable ?? true;
  const native = runnableBinaries(home.user);
  await stopOrphan(home);
  const access = accessOf(home);
  await ensureCluster(native, home, access.password, durable);
  const server = await startOnFreePort(native, home, access, durable);
  return handleOf(home, server.access, supervise(server, home, options, release));
}

interface Server {
  readonly pid: number;
  readonly access: Access;
  readonly child: ChildProcess;
}

/** The port of the last start is kept while it is free; between looking and binding somebody else may be quicker. */
async function startOnFreePort(
  native: NativeFolder,
  home: Home,
  access: Access,
  durable: boolean,
): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? access.port : 0);
    const kept = keepAccess(home, { ...access, port });
    try {
      const child = await startPostmaster(native, home, port, durable);
      return { pid: child.pid ?? 0, access: kept, child };
    } catch (error) {
      if (attempt === START_TRIES || !MAY_SUCCEED_AGAIN.test(String(error))) throw error;
      await stopOrphan(home);
    }
  }
}

/** Returns the function that stops the server; until then its death is told. */
function supervise(
  { pid, child }: Server,
  home: Home,
  options: EmbeddedOptions,
  release: () => void,
): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  child.once('exit', () => {
    if (stopping === undefined) options.onLost?.(`PostgreSQL ended: ${lastWords(home)}`);
  });
  return () => (stopping ??= stopServer(pid, home).then(release));
}

function handleOf(home: Home, access: Access, stop: () => Promise<void>): EmbeddedPostgres {
  const urlOf = (database: string): string =>
    `postgresql://${OWNER}:${access.password}@127.0.0.1:${String(access.port)}/${database}`;
  return {
    url: urlOf(OWNER),
    folder: home.folder,
    urlOf,
    createDatabase: (name, template = 'template1') =>
      execute(urlOf(OWNER), `CREATE DATABASE ${identifier(name)} TEMPLATE ${identifier(template)}`),
    dropDatabase: (name) => execute(urlOf(OWNER), `DROP DATABASE IF EXISTS ${identifier(name)} WITH (FORCE)`),
    stop,
  };
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function identifier(name: string): string {
  if (/^[a-z][a-z0-9_]{0,62}$/.test(name)) return name;
  throw new TypeError(`${JSON.stringify(name)} is not a plain database name`);
}

/** `wanted` if nobody listens there, else one that the system picks; 0 wants none in particular. */
async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const { port: found } = server.address() as AddressInfo;
      server.close(() => resolve(found));
    });
  });
}
