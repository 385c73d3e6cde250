/** `npm start`: builds what is missing or older than its source, then becomes the server. */

import { existsSync, statSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { isInstalled, root, runAloud } from './tooling/run.mjs';
import { filesBelow, newest, sources } from './tooling/sources.mjs';

const SERVER = join(root, 'dist', 'server.js');
const PARTS = [SERVER, join(root, 'dist', 'web')];

function builtAt() {
  return statSync(join(root, 'dist', '.built'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Without the compiler what is there is used, however old. */
function mustBuild() {
  if (!PARTS.every((part) => existsSync(part))) return true;
  if (!isInstalled('@swc/core')) return false;
  const { code, data } = sources();
  return newest([...code, ...data, ...filesBelow(join(root, 'web'))]) > builtAt();
}

if (mustBuild()) {
  const code = await runAloud([join(root, 'scripts', 'build.mjs')]);
  if (code !== 0) process.exit(code);
}

if (!existsSync(SERVER)) {
  console.error(
    'nobat: dist/server.js is missing and cannot be built here. Run npm ci without --omit=dev first.',
  );
  process.exit(1);
}

// In this very process: one process to signal, one to wait for, none to leave behind.
process.setSourceMapsEnabled(true);
process.argv[1] = SERVER;
Module.runMain();
