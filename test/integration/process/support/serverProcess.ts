/** The built server as a process of its own, as `npm start` runs it: started, asked, signalled and looked after. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { discardEmbeddedPostgres } from '../../../../platform/embeddedPostgres';

const ROOT = join(__dirname, '..', '..', '..', '..');
const LOOK_EVERY_MILLIS = 20;

export type Variables = Readonly<Record<string, string>>;

export interface ServerProcess {
  readonly pid: number;
  /** What it printed so far on standard output: a build, if one was needed, and the greeting. */
  said(): string;
  /** What it printed so far on standard error: why it could not start or go on, and the log. */
  complained(): string;
  /** The address it greets with; throws with what it said when it ends before. */
  url(): Promise<string>;
  /** Its exit code, once it has ended. */
  ended(): Promise<number | null>;
  /** Signals its whole process group, as a terminal does. */
  signal(signal: NodeJS.Signals): void;
}

const running = new Set<ChildProcess>();

/** Starts it on a port of the system's choice; a worker says that it runs instead of an address. */
export function startServer(variables: Variables): ServerProcess {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs')], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: '0',
      LOG_LEVEL: 'error',
      ...variables,
    },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const said = textOf(child.stdout);
  const complained = textOf(child.stderr);
  const ended = once(child, 'close').then(() => {
    running.delete(child);
    return child.exitCode;
  });
  return {
    pid: child.pid ?? 0,
    said,
    complained,
    ended: () => ended,
    async url() {
      await until(() => said().includes('Ctrl-C stops it.') || !running.has(child));
      if (!running.has(child)) throw new Error(complained());
      return addressIn(said());
    },
    signal: (signal) => void process.kill(-(child.pid ?? 0), signal),
  };
}

function textOf(stream: Readable): () => string {
  let text = '';
  stream.on('data', (part: Buffer) => (text += String(part)));
  return () => text;
}

/** The first address of the greeting, without its last slash; for a worker, which has none, empty. */
function addressIn(greeting: string): string {
  return /(http:\/\/\S+?)\/\n/.exec(greeting)?.[1] ?? '';
}

/** Waits for a condition; the test's own time limit ends the wait for one that never comes. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(LOOK_EVERY_MILLIS);
}

/** A new folder for data, in which another user may run the database server. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nobat-process-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Ends what a failed test left running, and removes the data. */
export async function discard(...dataDirs: string[]): Promise<void> {
  for (const child of running) child.kill('SIGKILL');
  for (const dataDir of dataDirs)
    while (!(await discardEmbeddedPostgres(dataDir))) await pause(LOOK_EVERY_MILLIS);
}

/** The commands of all processes that work on the data, its database server's among them. */
export function processesOn(dataDir: string): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    const command = commandOf(pid);
    return command.includes(dataDir) ? [command] : [];
  });
}

function commandOf(pid: string): string {
  try {
    return /^\d+$/.test(pid) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') : '';
  } catch {
    return '';
  }
}

/** The process id of the database server on the data. */
export function databaseServerOf(dataDir: string): number {
  return Number(readFileSync(pidFileOf(dataDir), 'utf8').split('\n')[0]);
}

/** PostgreSQL makes this file when it begins to start. */
export function pidFileOf(dataDir: string): string {
  return join(dataDir, 'postgres', 'data', 'postmaster.pid');
}
