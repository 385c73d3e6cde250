/** Chooses the user that PostgreSQL runs as: it refuses to run as root, so root lends it another. */

import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { StartRefused } from '../errors';

export interface RunAs {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** What `spawn` needs to change to this user: nothing when we are that user already. */
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

/** In order of preference; Debian, Red Hat and macOS all have at least the last. */
const UNPRIVILEGED = ['postgres', 'nobody'];

/**
 * The user for the database server of this process.
 * @param ownerUid who owns the data already there; root lets that user go on
 */
export function runAs(ownerUid?: number): RunAs {
  const ownUid = process.getuid?.() ?? -1;
  if (ownUid !== 0) return ourselves(ownUid);
  const users = passwdEntries();
  const owner = ownerUid === 0 ? undefined : users.find((user) => user.uid === ownerUid);
  const chosen = owner ?? UNPRIVILEGED.map((name) => users.find((user) => user.name === name)).find(Boolean);
  if (chosen) return { ...chosen, ids: { uid: chosen.uid, gid: chosen.gid } };
  throw new StartRefused(
    'no-unprivileged-user',
    'PostgreSQL does not run as root, and this system has no user "postgres" or "nobody" to run it as. ' +
      'Start nobat as another user, or set DATABASE_URL.',
  );
}

function ourselves(uid: number): RunAs {
  try {
    const { username, gid } = userInfo();
    return { name: username, uid, gid, ids: {} };
  } catch {
    throw new StartRefused(
      'user-without-name',
      `The user id ${String(uid)} has no entry in /etc/passwd, and PostgreSQL does not run without one. ` +
        'Start nobat as a user that has one, or set DATABASE_URL.',
    );
  }
}

function passwdEntries(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
