/** `npx tsx bench/publish.ts RESULTS.json…`: writes what `bench --json` printed into docs/performance.md, tables and pictures. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { availabilityPicture, growthPicture } from './publish/pictures';
import { availabilityTable, contentionTable, growthTable, measuredAs } from './publish/tables';
import type { BenchResult } from './report';

const DOCS = join(__dirname, '../docs');
const PAGE = join(DOCS, 'performance.md');

interface Section {
  readonly table: (result: BenchResult) => string;
  readonly picture?: (result: BenchResult) => string;
}

const SECTIONS: Readonly<Record<string, Section>> = {
  availability: { table: availabilityTable, picture: availabilityPicture },
  contention: { table: contentionTable },
  growth: { table: growthTable, picture: growthPicture },
};

async function publish(files: readonly string[]): Promise<void> {
  const results = files.flatMap(
    (file) => (JSON.parse(readFileSync(file, 'utf8')) as { results: readonly BenchResult[] }).results,
  );
  let page = readFileSync(PAGE, 'utf8');
  for (const result of results) {
    const section = SECTIONS[result.name];
    if (!section) continue;
    page = withBlock(page, result.name, `${measuredAs(result)}\n\n${section.table(result)}`);
    if (section.picture) writeFileSync(join(DOCS, 'pictures', `${result.name}.svg`), section.picture(result));
  }
  const options = await resolveConfig(PAGE);
  writeFileSync(PAGE, await format(page, { ...options, parser: 'markdown' }));
}

/** What stands between the two comments of that name is written anew. */
function withBlock(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`docs/performance.md has no place for ${name}: ${begin} … ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`;
}

publish(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
