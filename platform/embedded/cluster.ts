/** The cluster: PostgreSQL's files, made whole or not at all. */

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { StartRefused } from '../errors';
import type { NativeFolder } from './binaries';
import { endWithUs } from './endWithUs';
import type { Home } from './home';
import type { RunAs } from './runAs';

/** The login of the product: it owns its database and may make roles, but is no superuser, so row security binds it. */
export const OWNER = 'nobat';

/** Makes the cluster unless it is there; a kill at any moment leaves either nothing or all of it. */
export async function ensureCluster(
  native: NativeFolder,
  home: Home,
  password: string,
  durable: boolean,
): Promise<void> {
  removeDrafts(home.folder);
  if (existsSync(join(home.data, 'PG_VERSION'))) return assertOwned(home);
  const draft = `${home.data}.${randomUUID()}`;
  mkdirSync(draft, { mode: 0o700 });
  chownSync(draft, home.user.uid, home.user.gid);
  await run(native, home.user, 'initdb', [...INITDB, ...(durable ? [] : ['--no-sync']), '-D', draft]);
  writeFileSync(join(draft, 'pg_hba.conf'), `host all ${OWNER} 127.0.0.1/32 scram-sha-256\n`);
  const single = ['--single', '-D', draft, 'template1'];
  await run(native, home.user, 'postgres', single, OWNER_SQL(password));
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

async function run(
  native: NativeFolder,
  user: RunAs,
  program: string,
  args: string[],
  input = '',
): Promise<void> {
  const child = spawn(join(native, 'bin', program), args, {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...user.ids,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  endWithUs(child, 'TERM', user);
  // A program that ends before it reads has said why.
  child.stdin.on('error', () => undefined).end(input);
  const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'close') as Promise<[number]>]);
  // Single-user mode goes on after an error and ends well: only its messages tell.
  if (status !== 0 || /^.*(ERROR|FATAL|PANIC):/m.test(said))
    throw new Error(`${program} failed: ${said.trim()}`);
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
