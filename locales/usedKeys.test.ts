/** Every saying that the program says has words, and every problem that has a title is thrown somewhere. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FALLBACK_LANGUAGE } from './language';
import { hasSentence, textsOf } from './words';

const ROOT = join(__dirname, '..');
const SPEAKING = ['bot', 'dialogs', 'commands', 'jobs', 'api'];
/** Slots of a stored talk that are written like keys. */
const SLOTS = [
  'when.before',
  'when.skip',
  'when.offers',
  'when.than',
  'when.limits',
  'when.beside',
  'when.told',
  'when.standing',
  'series.open',
  'plan.shown',
  'series.changes',
];
const groups = Object.keys(textsOf(FALLBACK_LANGUAGE));

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesBelow(path);
    return /\.ts$/.test(name) && !/\.(test|fixture)\.ts$/.test(name) ? [readFileSync(path, 'utf8')] : [];
  });
}

const sources = SPEAKING.flatMap((folder) => sourcesBelow(join(ROOT, folder))).join('\n');
const literals = [...sources.matchAll(/['`]([a-zA-Z]+)\.([a-zA-Z-]+)['`]/g)];
const keys = literals.flatMap(([, group = '', name = '']) =>
  groups.includes(group) ? [`${group}.${name}`] : [],
);
const said = new Set(keys.filter((key) => !SLOTS.includes(key)));

test('the sources were found', () => {
  expect(said.size).toBeGreaterThan(50);
});

test.each([...said])('%s has words', (key) => {
  expect(hasSentence(key)).toBe(true);
});

test('problem titles are those of codes that are thrown', () => {
  const titles = Object.keys(textsOf(FALLBACK_LANGUAGE)['problem'] ?? {});
  const unthrown = titles.filter((code) => !new RegExp(`['"]${code}['"]|\\b${code}:`).test(sources));
  expect(unthrown).toEqual([]);
});
