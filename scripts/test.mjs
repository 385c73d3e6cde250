/** `npm test`: everything, and the pure folders once more in a zone with odd offsets; ends with the sum of all runs. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binOf, root, runAloud } from './tooling/run.mjs';

/** Half an hour off the full hours, with clock changes: what depends on the machine's zone fails here. */
const ODD_ZONE = 'America/St_Johns';

const RUNS = [
  { zone: 'UTC', projects: ['pure'] },
  { zone: ODD_ZONE, projects: ['pure'] },
  { zone: 'UTC', projects: ['real'] },
];

const jestArguments = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'nobat-reports-'));

async function runJest({ zone, projects }, index) {
  console.log(`\n--- ${projects.join(' and ')} tests, TZ=${zone}`);
  const report = join(reports, `${index}.json`);
  const fixed = ['--maxWorkers=2', '--passWithNoTests', '--json', `--outputFile=${report}`];
  const args = [binOf('jest'), '--selectProjects', ...projects, ...fixed, ...jestArguments];
  return counted(report, await runAloud(args, { env: { TZ: zone, NODE_ENV: 'test' } }));
}

/** A file that could not even be loaded counts as one failure; so does a run that left no report. */
function counted(report, code) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function runAll() {
  const built = await runAloud([join(root, 'scripts', 'build.mjs')]);
  const results = [{ passed: 0, failed: built === 0 ? 0 : 1 }];
  for (const [index, one] of RUNS.entries()) results.push(await runJest(one, index));
  return results.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }));
}

const { passed, failed } = await runAll();
rmSync(reports, { recursive: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
