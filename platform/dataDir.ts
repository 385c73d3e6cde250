/** The folder of a process's own data: made where it is missing, and small files in it that are written once. */

import { randomUUID } from 'node:crypto';
import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StartRefused } from './errors';

/**
 * Makes the folder, so that other users may pass through it (the database server is one), and sees that we can write to it.
 * @returns its absolute path
 * @throws StartRefused with a sentence that names DATA_DIR
 */
export function makeDataDir(dataDir: string): string {
  const folder = resolve(dataDir);
  try {
    makePassable(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch (error) {
    throw new StartRefused(
      'bad-data-dir',
      `DATA_DIR is ${JSON.stringify(dataDir)}, and ${reasonOf(error, folder)}`,
    );
  }
}

const NOT_OURS =
  'cannot be written to by this user. Set DATA_DIR to a folder of this user, or start as the user that made it.';
const NO_FOLDER = 'cannot be a folder, because a file is in its place. Set DATA_DIR to a folder.';
const REASONS: Readonly<Record<string, string>> = {
  EACCES: NOT_OURS,
  EPERM: NOT_OURS,
  EEXIST: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
  EROFS: 'is on a file system that can only be read. Set DATA_DIR to a folder that can be written to.',
};

function reasonOf(error: unknown, folder: string): string {
  const known = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
  return `${folder} ${known ?? `cannot be used: ${String(error)}. Set DATA_DIR to another folder.`}`;
}

/**
 * Makes a folder that others may pass through, whatever the umask says; one that is there stays as it is.
 * Folder by folder: Node's own recursive way tries without end where the system answers ENOENT, as it does below /proc.
 */
export function makePassable(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(folder);
  if (parent !== folder) makePassable(parent);
  try {
    mkdirSync(folder);
    chmodSync(folder, 0o755);
  } catch (error) {
    // Another process that starts at the same moment made the same folder.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** The text of a small file that only we may read; undefined where there is none. */
export function keptText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes such a file whole or not at all; of two processes that do it at once one wins, and both get what it wrote. */
export function keepText(path: string, text: string): string {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return keptText(path) ?? keepText(path, text);
}
