/** The server process: started, waited for, stopped, and found again when it outlived the process that started it. */

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NativeFolder } from './binaries';
import { endWithUs, signalled } from './endWithUs';
import type { Home } from './home';

const LOOK_EVERY = 10;
/** After a crash the server first replays its log: that may take a while. */
const READY_WITHIN = 60_000;
const STOPPED_WITHIN = 10_000;
const LOG_AT_MOST = 5_000_000;

/** Written into the log before each start. */
const BEGINS = '--- nobat starts PostgreSQL';

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
  'huge_pages=off',
  'jit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'timezone=UTC',
  'log_timezone=UTC',
];

/** For data that nobody will miss. */
const THROW_AWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts the server and waits until it takes connections; throws with the end of its log when it does not. */
export async function startPostmaster(
  native: NativeFolder,
  home: Home,
  port: number,
  durable: boolean,
): Promise<ChildProcess> {
  const settings = [...SETTINGS, ...(durable ? [] : THROW_AWAY), `port=${String(port)}`];
  const log = openLog(home);
  const child = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', home.data, ...settings.flatMap((one) => ['-c', one])],
    {
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...home.user.ids,
      // A process group of its own: Ctrl-C is ours to hear first, the server is stopped when we are done with it.
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  endWithUs(child, 'INT', home.user);
  await ready(child, home);
  return child;
}

function openLog(home: Home): number {
  const path = logPath(home);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(path, size > LOG_AT_MOST ? 'w' : 'a', 0o600);
  writeSync(log, `${BEGINS}\n`);
  return log;
}

/** The last lines the server wrote since it was started, for a sentence about why it is gone. */
export function lastWords(home: Home): string {
  const said = readFileSync(logPath(home), 'utf8').split(BEGINS).at(-1)?.trim() ?? '';
  return said === '' ? 'it said nothing' : said.split('\n').slice(-4).join(' | ');
}

function logPath(home: Home): string {
  return join(home.folder, 'postgres.log');
}

async function ready(child: ChildProcess, home: Home): Promise<void> {
  const looking = new AbortController();
  const { signal } = looking;
  try {
    await Promise.race([
      once(child, 'exit', { signal }).then(() =>
        Promise.reject(new Error(`PostgreSQL did not start: ${lastWords(home)}`)),
      ),
      untilReady(child, home, signal),
    ]);
  } finally {
    looking.abort();
  }
}

async function untilReady(child: ChildProcess, home: Home, signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < READY_WITHIN && !signal.aborted; waited += LOOK_EVERY) {
    const found = pidFile(home);
    if (found?.pid === child.pid && found?.status === 'ready') return;
    await pause(LOOK_EVERY);
  }
  if (signal.aborted) return;
  signalled(child.pid ?? NaN, 'SIGQUIT');
  throw new Error(`PostgreSQL was not ready after ${String(READY_WITHIN / 1000)} s: ${lastWords(home)}`);
}

interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** Reads postmaster.pid: process id, data directory, start, port, socket, address, memory key, status; a line each. */
function pidFile(home: Home): PidFile | undefined {
  try {
    const lines = readFileSync(join(home.data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/** The port of the server that runs on these data and takes connections, if one does. */
export function runningPort(home: Home): number | undefined {
  const found = pidFile(home);
  return found?.status === 'ready' && isServerOf(found.pid, home) ? found.port : undefined;
}

/**
 * Stops a server that outlived its nobat (killed by SIGKILL), and removes the pid file of one that died: PostgreSQL
 * itself takes that file for a running server when its process id now belongs to anything else of the same user.
 */
export async function stopOrphan(home: Home): Promise<void> {
  const found = pidFile(home);
  if (found === undefined) return;
  if (isServerOf(found.pid, home)) await stopServer(found.pid, home);
  await endSessions(home);
  rmSync(join(home.data, 'postmaster.pid'), { force: true });
}

/** What a killed server leaves behind may still be writing, and it is the pid file that would tell the next server so. */
async function endSessions(home: Home): Promise<void> {
  for (let waited = 0; waited < STOPPED_WITHIN; waited += LOOK_EVERY) {
    const left = workingIn(home.data);
    if (left.length === 0) return;
    left.forEach((pid) => signalled(pid, waited === 0 ? 'SIGQUIT' : 'SIGKILL'));
    await pause(LOOK_EVERY);
  }
}

/** Every process of the server has its data for working directory; where there is no /proc none is found. */
function workingIn(folder: string): number[] {
  const pids = existsSync('/proc/self') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return pids.map(Number).filter((pid) => workingDirectory(pid) === folder);
}

function workingDirectory(pid: number): string {
  try {
    return readlinkSync(`/proc/${String(pid)}/cwd`);
  } catch {
    return '';
  }
}

/** Fast shutdown (SIGINT) and, when that takes too long, an immediate one (SIGQUIT), from which it recovers. */
export async function stopServer(pid: number, home: Home): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!signalled(pid, signal)) return;
    for (let waited = 0; waited < STOPPED_WITHIN; waited += LOOK_EVERY) {
      if (!isServerOf(pid, home)) return;
      await pause(LOOK_EVERY);
    }
  }
}

/** True when this process id is a live server on these data; a zombie has no command line and does not count. */
function isServerOf(pid: number, home: Home): boolean {
  return commandLine(pid).includes(home.data);
}

function commandLine(pid: number): string {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  }
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
