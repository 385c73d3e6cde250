/** `npm run -s bench -- NAME… [--json] [--check]`: runs benchmarks and prints each figure beside its peer and its must. */
import { cpus } from 'node:os';
import { asText, type Bench, type BenchResult } from '../bench/report';
import { availability } from '../bench/availability';
import { turns } from '../bench/turns';

const BENCHES: readonly Bench[] = [availability, turns];

async function main(words: readonly string[]): Promise<number> {
  const names = words.filter((word) => !word.startsWith('--'));
  const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
  if (names.length === 0 || unknown.length > 0) {
    process.stderr.write(
      `bench takes one or more of: ${BENCHES.map((bench) => bench.name).join(', ')}; not "${unknown.join(' ')}"\n`,
    );
    return 2;
  }
  const results: BenchResult[] = [];
  for (const bench of BENCHES.filter(({ name }) => names.includes(name))) results.push(await runOne(bench));
  process.stdout.write(
    words.includes('--json') ? `${JSON.stringify({ results })}\n` : `${results.map(asText).join('\n\n')}\n`,
  );
  const missed = results.some((result) => result.figures.some((figure) => figure.must?.met === false));
  return words.includes('--check') && missed ? 1 : 0;
}

async function runOne(bench: Bench): Promise<BenchResult> {
  const figures = await bench.run((line) => process.stderr.write(`${bench.name}: ${line}\n`));
  const [cpu] = cpus();
  return {
    name: bench.name,
    figures,
    machine: { node: process.versions.node, cores: cpus().length, cpu: cpu?.model ?? 'unknown' },
  };
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
