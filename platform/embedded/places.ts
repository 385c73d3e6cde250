/** Folders that another user can reach: where the programs are copied and the data put when the project cannot be. */

import { statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makePassable } from '../dataDir';
import { StartRefused } from '../errors';
import type { RunAs } from './runAs';

/** True when `user` may pass through every folder above `path`, and through `path` itself if it exists. */
export function reachable(path: string, user: RunAs): boolean {
  const parent = dirname(path);
  return mayPass(path, user) && (parent === path || reachable(parent, user));
}

function mayPass(folder: string, user: RunAs): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return true;
  if (found.uid === user.uid) return (found.mode & 0o100) !== 0;
  if (found.gid === user.gid) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
}

/**
 * A folder of ours that survives a reboot where possible, is writable by nobody else, and can be reached by `user`.
 * Root keeps it in /var/lib (Filesystem Hierarchy Standard 5.8), others in their home; the temporary folder is last.
 */
export function sharedFolder(user: RunAs): string {
  const ownUid = process.getuid?.() ?? -1;
  const candidates = [
    ownUid === 0 ? '/var/lib/nobat' : join(homedir(), '.local', 'share', 'nobat'),
    join(tmpdir(), `nobat-${String(ownUid)}`),
  ];
  const found = candidates.find(
    (folder) => made(folder) && isOurs(folder, ownUid) && reachable(folder, user),
  );
  if (found !== undefined) return found;
  throw new StartRefused(
    'no-shared-folder',
    `None of ${candidates.join(', ')} can be made and read by the user ${user.name}. ` +
      'Set DATA_DIR to a folder that this user can reach, or set DATABASE_URL.',
  );
}

/** Somebody else could have put a folder of this name into a shared place first: then it is not used. */
function isOurs(folder: string, ownUid: number): boolean {
  const found = statSync(folder);
  return found.uid === ownUid && (found.mode & 0o022) === 0;
}

function made(folder: string): boolean {
  try {
    makePassable(folder);
    return true;
  } catch {
    return false;
  }
}
