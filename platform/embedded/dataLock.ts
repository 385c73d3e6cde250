/** One nobat per data folder: a lock file names the process that holds it, and one left by a dead process is taken over. */

import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Holder {
  readonly pid: number;
  /** When that process was started, as the system counts it: process ids are given out again. */
  readonly started: string;
}

export type LockResult =
  { readonly kind: 'locked'; readonly release: () => void } | { readonly kind: 'held'; readonly by: Holder };

/** Takes the lock of a folder, or says who holds it. */
export function lockFolder(folder: string): LockResult {
  const path = join(folder, 'lock');
  for (;;) {
    if (claimed(path)) return { kind: 'locked', release: () => releaseIfOurs(path) };
    const holder = readHolder(path);
    if (holder !== undefined && isAlive(holder)) return { kind: 'held', by: holder };
    removeStale(path);
  }
}

/** A hard link appears whole or not at all, and fails when the name is taken. */
function claimed(path: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  const own: Holder = { pid: process.pid, started: startOf(process.pid) };
  writeFileSync(draft, JSON.stringify(own));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a lock aside before it is judged once more: between reading and removing, a live process may have taken it. */
function removeStale(path: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const holder = readHolder(aside);
  if (holder !== undefined && isAlive(holder)) linkSync(aside, path);
  rmSync(aside, { force: true });
}

function releaseIfOurs(path: string): void {
  if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(holder.pid) === holder.started;
}

/** Start time in clock ticks since boot, with the boot's id (proc(5), field 22); empty where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The program's name, in parentheses, may itself hold spaces: fields are counted from behind it.
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}
