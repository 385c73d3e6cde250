/** The source files that become dist/, and the data files that go along. */

import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './run.mjs';

const FOLDERS = [
  'platform',
  'scheduling',
  'locales',
  'models',
  'channels',
  'understanding',
  'commands',
  'dialogs',
  'bot',
  'jobs',
  'api',
  'scripts',
];
const DATA = /\.(json|ya?ml|sql|tsv)$/;

/** Paths relative to the project: TypeScript to compile and data to copy. */
export function sources() {
  const files = [...FOLDERS.flatMap((folder) => filesBelow(join(root, folder))), ...inRoot()];
  return {
    code: files.filter((file) => /(?<!\.d)\.ts$/.test(file) && !/\.(test|fixture)\.ts$/.test(file)),
    data: files.filter((file) => DATA.test(file)),
  };
}

/** When the newest of these files was changed, in milliseconds since the epoch. */
export function newest(files) {
  return Math.max(0, ...files.map((file) => statSync(join(root, file)).mtimeMs));
}

/** All files of a folder, relative to the project; none if it is not there. */
export function filesBelow(folder) {
  const entries = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder, OPTIONS) : [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

const OPTIONS = { recursive: true, withFileTypes: true };

/** The composition: server, worker and what they share. */
function inRoot() {
  return readdirSync(root).filter((name) => name.endsWith('.ts'));
}
