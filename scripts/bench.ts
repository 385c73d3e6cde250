/** `npm run -s bench -- NAME… [--json] [--check] [--huge]`: runs benchmarks and prints each figure beside its peer and its must. */
import { cpus, loadavg } from 'node:os';
import { availability } from '../bench/availability';
import { contention } from '../bench/contention';
import { dialog } from '../bench/dialog';
import { growth } from '../bench/growth';
import { asText, missed, type Bench, type BenchResult, type Machine } from '../bench/report';
import { turns } from '../bench/turns';
import { readWords, type Words } from '../bench/words';

const BENCHES: readonly Bench[] = [availability, contention, dialog, growth, turns];

/** The exit code: 1 when a must was missed and that was asked, 2 when the words make no sense. */
async function main(given: readonly string[]): Promise<number> {
  const names = BENCHES.map((bench) => bench.name);
  const words = readWords(given, names);
  if (typeof words === 'string') {
    process.stderr.write(`${words}\n`);
    return 2;
  }
  const results: BenchResult[] = [];
  for (const bench of BENCHES.filter(({ name }) => words.names.includes(name)))
    results.push(await runOne(bench, words));
  process.stdout.write(
    words.json ? `${JSON.stringify({ results })}\n` : `${results.map(asText).join('\n\n')}\n`,
  );
  const misses = missed(results);
  if (words.check) for (const line of misses) process.stderr.write(`missed: ${line}\n`);
  return words.check && misses.length > 0 ? 1 : 0;
}

async function runOne(bench: Bench, words: Words): Promise<BenchResult> {
  const [at, machine] = [new Date().toISOString(), machineNow()];
  const figures = await bench.run((line) => process.stderr.write(`${bench.name}: ${line}\n`), words);
  return { name: bench.name, at, figures, machine };
}

function machineNow(): Machine {
  const [cpu] = cpus();
  const [load = 0] = loadavg();
  return { node: process.versions.node, cores: cpus().length, cpu: cpu?.model ?? 'unknown', load };
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
