/** The embedded server through everything that may happen to it: a real one each time. */

import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { publicHolder } from './embedded/publicHolder.fixture';
import { runAs } from './embedded/runAs';
import { discardEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './embeddedPostgres';

const HOLDER = join(__dirname, 'embedded', 'holdServer.fixture.ts');

let dataDir: string;
const holders: ChildProcess[] = [];
const servers: EmbeddedPostgres[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nobat-embedded-'));
  chmodSync(dataDir, 0o755);
});

afterEach(async () => {
  for (const holder of holders.splice(0)) await ended(holder, 'SIGTERM');
  for (const server of servers.splice(0)) await server.stop();
  expect(await discardEmbeddedPostgres(dataDir)).toBe(true);
});

describe('starting', () => {
  it('makes a database in UTF-8 that knows letters of all scripts, whatever the machine speaks', async () => {
    const { url } = await held({ env: { PATH: process.env['PATH'] } });
    const sql = `SELECT current_setting('server_encoding') AS encoding, lower('ÄÇ') AS lower, current_setting('fsync') AS fsync`;
    expect(await asked(url, sql)).toEqual([{ encoding: 'UTF8', lower: 'äç', fsync: 'on' }]);
  });

  it('is no superuser, so row-level security binds it, and may make roles', async () => {
    const { url } = await started();
    const sql = 'SELECT rolsuper, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user';
    expect(await asked(url, sql)).toEqual([{ rolsuper: false, rolcreaterole: true, rolbypassrls: false }]);
  });

  it('lets nobody in without the password', async () => {
    const { url } = await started();
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(asked(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    wrong.username = 'postgres';
    await expect(asked(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28000' });
  });

  it('finds the same data again, by a relative path too', async () => {
    const first = await started();
    await asked(first.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await first.stop();
    const second = await started(relative(process.cwd(), dataDir));
    expect(await asked(second.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });

  it('runs for a user who is not root', async () => {
    const { uid, gid } = runAs();
    chownSync(dataDir, uid, gid);
    const everybodys = join(dataDir, 'program');
    mkdirSync(everybodys);
    const { url, folder } = await held({ uid, gid, cwd: everybodys }, [publicHolder(everybodys)]);
    expect(folder).toBe(join(dataDir, 'postgres'));
    expect(await asked(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('keeps its data where its user can reach them, and finds them there again', async () => {
    chmodSync(dataDir, 0o700);
    const first = await started();
    await asked(first.url, 'CREATE TABLE kept AS SELECT 43 AS n');
    await first.stop();
    const second = await started();
    expect(second.folder).toBe(first.folder);
    expect(await asked(second.url, 'SELECT n FROM kept')).toEqual([{ n: 43 }]);
  });

  it('takes another port when its own is taken', async () => {
    const first = await started();
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    await once(squatter, 'listening');
    const second = await started();
    squatter.close();
    expect(second.url).not.toBe(first.url);
    expect(await asked(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is not harmed by a first start that was killed halfway', async () => {
    const draft = join(dataDir, 'postgres', 'data.00000000');
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'PG_VERSION'), '18\n');
    const { url } = await started();
    expect(existsSync(draft)).toBe(false);
    expect(await asked(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a second start on the same data', () => {
  it('is refused with a sentence that names the process and the way out', async () => {
    const { pid } = await held();
    const second = startEmbeddedPostgres({ dataDir });
    await expect(second).rejects.toMatchObject({ code: 'already-running' });
    await expect(second).rejects.toThrow(`process ${String(pid)}`);
    await expect(second).rejects.toThrow('DATA_DIR');
  });

  it('may join instead, and then does not stop what it did not start', async () => {
    const { url } = await held();
    const joined = await startEmbeddedPostgres({ dataDir, whenRunning: 'join' });
    expect(joined.url).toBe(url);
    await joined.stop();
    expect(await asked(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is not fooled by a lock whose process id now belongs to another process', async () => {
    const first = await started();
    await first.stop();
    writeFileSync(
      join(first.folder, 'lock'),
      JSON.stringify({ pid: process.pid, started: 'another boot/1' }),
    );
    await expect(started()).resolves.toBeDefined();
  });

  it('succeeds for exactly one of two that come at once', async () => {
    const both = await Promise.allSettled([started(), started()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('when a process dies', () => {
  it('its server ends with it, and the next start finds what was committed', async () => {
    const { url, folder, child } = await held();
    await asked(url, 'CREATE TABLE kept AS SELECT 44 AS n');
    const server = serverOf(folder);
    await ended(child, 'SIGKILL');
    while (isRunning(server)) await pause(10);
    const next = await started();
    expect(await asked(next.url, 'SELECT n FROM kept')).toEqual([{ n: 44 }]);
  });

  it('the next start ends a server that was left behind', async () => {
    const { folder, child } = await held();
    const server = serverOf(folder);
    process.kill(watcherOf(child, server), 'SIGKILL');
    await ended(child, 'SIGKILL');
    expect(isRunning(server)).toBe(true);
    await started();
    expect(isRunning(server)).toBe(false);
  });

  it('the next start waits for no session of a server that was killed too, and finds what was committed', async () => {
    const { url, folder, child } = await held();
    await asked(url, 'CREATE TABLE kept AS SELECT 45 AS n');
    process.kill(serverOf(folder), 'SIGKILL');
    await ended(child, 'SIGKILL');
    const next = await started();
    expect(await asked(next.url, 'SELECT n FROM kept')).toEqual([{ n: 45 }]);
  });

  it('a pid file that names somebody else’s process does not stop the start', async () => {
    const first = await started();
    await first.stop();
    const path = join(first.folder, 'data', 'postmaster.pid');
    writeFileSync(
      path,
      `${String(process.pid)}\n${join(first.folder, 'data')}\n0\n5432\n\n127.0.0.1\n\nready\n`,
    );
    const { uid, gid } = runAs();
    chownSync(path, uid, gid);
    await expect(started()).resolves.toBeDefined();
  });

  it('tells when the server goes away by itself', async () => {
    const lost = new Promise<string>((onLost) => {
      void startEmbeddedPostgres({ dataDir, durable: false, onLost }).then((server) => {
        servers.push(server);
        process.kill(serverOf(server.folder), 'SIGKILL');
      });
    });
    expect(await lost).toContain('PostgreSQL ended');
  });
});

async function started(folder = dataDir): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  servers.push(server);
  return server;
}

interface Held {
  readonly url: string;
  readonly folder: string;
  readonly pid: number | undefined;
  readonly child: ChildProcess;
}

/** Starts the server in a process of its own. */
/** @param program what node is to run: the holder out of the project, if not told otherwise */
async function held(
  options: SpawnOptions = {},
  program: readonly string[] = ['--import', 'tsx', HOLDER],
): Promise<Held> {
  const child = spawn(process.execPath, [...program, dataDir], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.push(child);
  if (child.stdout === null) throw new Error('no output to read');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const said = JSON.parse(line) as { url: string; folder: string; refused?: string };
  if (said.refused !== undefined) throw new Error(said.refused);
  return { ...said, pid: child.pid, child };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function asked(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function serverOf(folder: string): number {
  return Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The process that would stop the server in the place of its killed parent. */
function watcherOf({ pid }: ChildProcess, server: number): number {
  const children = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    .trim()
    .split(' ');
  const [watcher] = children.map(Number).filter((child) => child !== server);
  if (watcher === undefined) throw new Error(`process ${String(pid)} has no watcher`);
  return watcher;
}

function isRunning(pid: number): boolean {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}
