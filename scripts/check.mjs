/** `npm run check`: types, lint, format, layers and circles, locale parity; one closing line each, 1 if any fails. */

import { existsSync } from 'node:fs';
import { binOf, root, run } from './tooling/run.mjs';

const CACHE = 'node_modules/.cache';

const tsc = (project, name) => [
  binOf('typescript', 'tsc'),
  '-p',
  project,
  '--noEmit',
  '--incremental',
  '--tsBuildInfoFile',
  `${CACHE}/${name}.tsbuildinfo`,
];

const checks = [
  { name: 'types', args: tsc('tsconfig.json', 'types') },
  ...(existsSync(`${root}/web/tsconfig.json`)
    ? [{ name: 'types of web', args: tsc('web/tsconfig.json', 'types-web') }]
    : []),
  { name: 'lint', args: [binOf('eslint'), '.', '--max-warnings=0'] },
  {
    name: 'format',
    args: [
      binOf('prettier'),
      '--check',
      '--log-level=warn',
      '--cache',
      `--cache-location=${CACHE}/prettier-check`,
      '.',
    ],
  },
  {
    name: 'layers and circles',
    args: [
      binOf('dependency-cruiser', 'depcruise'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      '.',
    ],
  },
  { name: 'locale parity', args: ['scripts/tooling/parity.mjs', 'locales'] },
];

async function check({ name, args }) {
  const started = performance.now();
  const { code, output } = await run(args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) console.log(output.trimEnd());
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name}  (${seconds} s)`);
  return code === 0;
}

/** Two at a time: each of them keeps a core busy. */
async function checkAll() {
  const left = [...checks];
  const results = [];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) results.push(await check(next));
  };
  await Promise.all([worker(), worker()]);
  return results.every(Boolean);
}

process.exitCode = (await checkAll()) ? 0 : 1;
