/** The data of the embedded PostgreSQL: where they lie, and how they are made whole or not at all. */

import { spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { StartRefused } from '../errors';
import type { NativeFolder } from './binaries';
import { makePassable, reachable, sharedFolder } from './places';
import { runAs, type RunAs } from './runAs';

/** The login of the product: it owns its database and may make roles, but is no superuser, so row security binds it. */
export const OWNER = 'nobat';

/** What is needed to reach the server; kept beside its data, readable by us alone. */
export interface Access {
  readonly port: number;
  readonly password: string;
}

export interface Home {
  /** Holds `data`, the lock, the log and the access file. */
  readonly folder: string;
  /** PostgreSQL's own data directory. */
  readonly data: string;
  readonly user: RunAs;
}

/**
 * The home of the data of `dataDir`: inside it, or, when the server's user cannot reach that (root's own folders), in
 * a shared folder under a name made from its path, so that every later start finds the same data.
 */
export function homeOf(dataDir: string): Home {
  makePassable(resolve(dataDir));
  const within = join(realpathSync(dataDir), 'postgres');
  const user = runAs(statSync(join(within, 'data'), { throwIfNoEntry: false })?.uid);
  const folder = reachable(within, user) ? within : join(sharedFolder(user), keyOf(within));
  makePassable(folder);
  return { folder, data: join(folder, 'data'), user };
}

function keyOf(path: string): string {
  const name = basename(dirname(dirname(path))).replace(/[^\w-]/g, '');
  return `${name}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;
}

/** Reads the access file, making it with a password of its own at the first start. */
export function accessOf(home: Home): Access {
  const path = join(home.folder, 'access.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Access;
  return keepAccess(home, { port: 0, password: randomBytes(24).toString('hex') });
}

/** Writes the access file anew, whole or not at all. */
export function keepAccess(home: Home, access: Access): Access {
  const path = join(home.folder, 'access.json');
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(access), { mode: 0o600 });
  renameSync(draft, path);
  return access;
}

/** Makes the cluster unless it is there; a kill at any moment leaves either nothing or all of it. */
export function ensureCluster(native: NativeFolder, home: Home, password: string, durable: boolean): void {
  removeDrafts(home.folder);
  if (existsSync(join(home.data, 'PG_VERSION'))) return assertOwned(home);
  const draft = `${home.data}.${randomUUID()}`;
  mkdirSync(draft, { mode: 0o700 });
  chownSync(draft, home.user.uid, home.user.gid);
  run(native, home.user, 'initdb', [...INITDB, ...(durable ? [] : ['--no-sync']), '-D', draft]);
  writeFileSync(join(draft, 'pg_hba.conf'), `host all ${OWNER} 127.0.0.1/32 scram-sha-256\n`);
  const single = ['--single', '-D', draft, 'template1'];
  run(native, home.user, 'postgres', single, OWNER_SQL(password));
  chmodSync(draft, 0o700);
  renameSync(draft, home.data);
}

/** The built-in locale is the same on every machine and needs neither LANG nor the system's own locales. */
const INITDB = [
  '--username=postgres',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=reject',
];

/** In single-user mode a line is a statement. */
const OWNER_SQL = (password: string): string =>
  `CREATE ROLE ${OWNER} LOGIN CREATEDB CREATEROLE PASSWORD '${password}'\nCREATE DATABASE ${OWNER} OWNER ${OWNER}\n`;

function run(native: NativeFolder, user: RunAs, program: string, args: string[], input = ''): void {
  const done = spawnSync(join(native, 'bin', program), args, {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...user.ids,
    input,
    encoding: 'utf8',
  });
  // Single-user mode goes on after an error and ends well: only its messages tell.
  if (done.status === 0 && !/^.*(ERROR|FATAL|PANIC):/m.test(done.stderr)) return;
  throw new Error(`${program} failed: ${done.error?.message ?? done.stderr.trim()}`);
}

function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('data.')) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function assertOwned(home: Home): void {
  const { uid } = statSync(home.data);
  if (uid === home.user.uid) return;
  throw new StartRefused(
    'data-of-another-user',
    `The data in ${home.data} belong to the user id ${String(uid)}, and nobat runs its database as ${home.user.name}. ` +
      'Start it as the user that made the data, or set DATA_DIR to another folder.',
  );
}
