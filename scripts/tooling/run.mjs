/** Runs a tool of node_modules with this very Node, wherever the command was called from. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const requireHere = createRequire(join(root, 'package.json'));

/** True when a package is installed; a production install lacks those for development. */
export function isInstalled(name) {
  try {
    requireHere.resolve(`${name}/package.json`);
    return true;
  } catch (error) {
    return error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
  }
}

/** The script behind a command of a package, as its package.json names it. */
export function binOf(name, command = name) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs `node args…` in the project's folder and collects what it prints. */
export function run(args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs `node args…` in the project's folder, its output being ours. Who stops us stops it, and we wait for its end. */
export function runAloud(args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    const passOn = (signal) => child.kill(signal);
    SIGNALS.forEach((signal) => process.on(signal, passOn));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      SIGNALS.forEach((one) => process.off(one, passOn));
      if (signal !== null && SIGNALS.includes(signal)) process.kill(process.pid, signal);
      resolve(code ?? 1);
    });
  });
}
