/** Where the data of the embedded PostgreSQL lie, and what is needed to reach the server on them. */

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { keepText, keptText, makeDataDir } from '../dataDir';
import { StartRefused } from '../errors';
import { reachable, sharedFolder } from './places';
import { runAs, type RunAs } from './runAs';

export interface Home {
  /** Holds `data`, the lock, the log and the access file. */
  readonly folder: string;
  /** PostgreSQL's own data directory. */
  readonly data: string;
  readonly user: RunAs;
}

/**
 * The home of the data of `dataDir`: inside it, or, when the server's user cannot reach that (root's own folders), in a
 * shared folder whose name is kept in `dataDir`: every later start finds the same data, and who removes `dataDir`
 * begins anew.
 */
export function homeOf(dataDir: string): Home {
  const parent = realpathSync(makeDataDir(dataDir));
  const marker = join(parent, 'postgres-folder');
  const within = join(parent, 'postgres');
  const elsewhere = keptText(marker);
  const user = runAs(ownerOf(elsewhere ?? within));
  const folder = elsewhere ?? (placeWithin(within, user) || keepText(marker, newPlace(within, user)));
  return { folder: makeDataDir(folder), data: join(folder, 'data'), user };
}

function ownerOf(folder: string): number | undefined {
  return statSync(join(folder, 'data'), { throwIfNoEntry: false })?.uid;
}

/** The folder inside DATA_DIR, or nothing if its user cannot reach it; data that are already there are never left behind. */
function placeWithin(folder: string, user: RunAs): string {
  if (reachable(folder, user)) return folder;
  if (ownerOf(folder) === undefined) return '';
  throw new StartRefused(
    'data-out-of-reach',
    `The data in ${folder} can no longer be reached by ${user.name}, the user nobat runs its database as. ` +
      `Let others pass through the folders above (chmod o+x), or set DATA_DIR to another folder.`,
  );
}

/** A name that says whose data they are, and that nobody had before. */
function newPlace(within: string, user: RunAs): string {
  const name = basename(dirname(dirname(within))).replace(/[^\w-]/g, '');
  const key = createHash('sha256').update(within).update(randomUUID()).digest('hex').slice(0, 12);
  return join(sharedFolder(user), `${name}-${key}`);
}

/** Kept beside the data, readable by us alone. */
export interface Access {
  readonly port: number;
  readonly password: string;
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
