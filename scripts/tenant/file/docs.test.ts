/** What docs/your-business.md shows of a business file is one: it is read, and written out to the same business. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { starterFile } from '../starter';
import { problemText } from './problem';
import { readBusinessFile } from './read';
import { businessFileText } from './write';
import type { BusinessDefinition } from '../../../models/businessDefinition';

const PAGE = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'your-business.md'), 'utf8');

/** The first block of YAML behind a heading or a sentence, without its indentation. */
function shownAfter(mark: string): string {
  const [, block] = /^ *```yaml\n([^]*?)^ *```/m.exec(PAGE.slice(PAGE.indexOf(mark))) ?? [];
  if (block === undefined || !PAGE.includes(mark)) throw new Error(`the page shows nothing after "${mark}"`);
  const indent = /^ */.exec(block)?.[0] ?? '';
  return block.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
}

function definitionOf(text: string): BusinessDefinition {
  const read = readBusinessFile(text);
  if (read.kind === 'read') return read.definition;
  throw new Error(read.problems.map((problem) => problemText('page', problem)).join('\n'));
}

it('the whole file is one, with everything that it tells of', () => {
  const definition = definitionOf(shownAfter('## A whole file'));
  expect(definitionOf(businessFileText(definition))).toEqual(definition);
  expect(definition.policy).toMatchObject({
    gridOffsetMinutes: 5,
    customerLimits: { perDay: 2, perWeek: 5 },
  });
  expect(definition.branches[0]?.hours.at(-1)).toEqual({ weekday: 5, from: 1200, to: 1560 });
});

it('what is put in its place while following the page makes a business of the starter', () => {
  const [holidays = '', people = '', services = ''] = shownAfter('3. **Make it yours.**').split(/\n\n/);
  const starter = starterFile({
    slug: 'my-shop',
    name: 'My Shop',
    language: 'en',
    country: 'DE',
    currency: 'EUR',
    zone: 'Europe/Berlin',
  });
  const changed = starter
    .replace('branches:', `${holidays}\n\nbranches:`)
    .replace(/^people:[^]*?(?=^# bays)/m, `${people}\n\n`)
    .replace(/^services:[^]*$/m, services);
  expect(definitionOf(changed)).toMatchObject({
    branches: [{ exceptions: [{ date: '2026-12-25' }, { date: '2026-12-31' }, {}, {}] }],
    resources: [{ id: 'ada' }, { id: 'sam', limits: { perDay: 6 } }],
    services: [
      { id: 'haircut', minutesByPerson: { sam: 60 } },
      { id: 'colour', limits: { perDay: 2 } },
    ],
  });
});
