/** `npm run build`: dist/ from the TypeScript of the server, dist/web from web/. Types are judged by `npm run check`. */

import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInstalled, root, runAloud } from './tooling/run.mjs';
import { filesBelow, sources } from './tooling/sources.mjs';

const DIST = join(root, 'dist');
const STAMP = join(DIST, '.built');

/** The same settings as the tests run with (jest.config.cjs), so that what was tested is what runs. */
const SWC = {
  cwd: root,
  configFile: false,
  swcrc: false,
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs', ignoreDynamic: true },
  sourceMaps: true,
};

async function buildServer() {
  const { transformFile } = await import('@swc/core');
  const { code, data } = sources();
  const compiled = await Promise.all(code.map((file) => compile(transformFile, file)));
  data.forEach(copy);
  removeAllBut(new Set([...compiled.flat(), ...data.map((file) => join('dist', file))]));
}

async function compile(transformFile, file) {
  const target = join('dist', file.replace(/\.ts$/, '.js'));
  const mapName = `${target.split('/').at(-1)}.map`;
  const { code, map } = await transformFile(join(root, file), SWC);
  write(target, `${code}\n//# sourceMappingURL=${mapName}\n`);
  write(`${target}.map`, map);
  return [target, `${target}.map`];
}

function write(target, text) {
  mkdirSync(join(root, dirname(target)), { recursive: true });
  whole(join(root, target), (draft) => writeFileSync(draft, text));
}

function copy(file) {
  mkdirSync(join(DIST, dirname(file)), { recursive: true });
  whole(join(DIST, file), (draft) => copyFileSync(join(root, file), draft));
}

/** Whoever starts meanwhile reads the old file or the new one, never half of it. */
function whole(path, writeTo) {
  const draft = join(DIST, `.draft-${randomUUID()}`);
  writeTo(draft);
  renameSync(draft, path);
}

/** What an earlier build made of files that are gone by now. */
function removeAllBut(kept) {
  const others = [join('dist', 'web'), join('dist', '.draft-')];
  const made = filesBelow(DIST).filter((file) => !others.some((other) => file.startsWith(other)));
  made.filter((file) => !kept.has(file)).forEach((file) => rmSync(join(root, file), { force: true }));
}

async function buildWeb() {
  const script = join(root, 'web', 'build.mjs');
  return existsSync(script) ? runAloud([script]) : 0;
}

/** A production install has no compiler: it brings dist along, or does without until a full install. */
function withoutTools() {
  const note = existsSync(join(DIST, 'server.js')) ? 'dist/ is used as it is' : 'nothing was built';
  console.log(`nobat: the tools that build are not installed (npm ci --omit=dev); ${note}.`);
}

async function build() {
  const started = performance.now();
  mkdirSync(DIST, { recursive: true });
  const [code] = await Promise.all([buildWeb(), buildServer()]);
  if (code !== 0) process.exit(code);
  writeFileSync(STAMP, '');
  console.log(`nobat: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (isInstalled('@swc/core') && isInstalled('esbuild')) await build();
else withoutTools();
