/** Labels of choices fit the buttons and lists of every wire that has some, in all languages. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FAKE_LIMITS } from '../../channels/fake';
import { present } from '../../channels/present';
import { render } from '../../channels/render';
import { wording } from '../../locales';
import { SPOKEN } from '../../locales/language';
import type { Fact } from '../../locales/saying';
import { demoBusinesses } from '../../scripts/demo/businesses';

const { whatsapp } = FAKE_LIMITS;

function sourcesBelow(folder: string): string {
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesBelow(path);
    return name.endsWith('.ts') && !name.endsWith('.test.ts') ? readFileSync(path, 'utf8') : '';
  });
  return files.join('\n');
}

const sources = sourcesBelow(join(__dirname, '../../dialogs'));
const fixed = [...sources.matchAll(/label: words\('([\w.]+)'\)/g)].map((found) => found[1] ?? '');
const labels = [...new Set(['choice.yes', 'choice.no', 'choice.anyone', 'choice.draft', ...fixed])];

test('labels were found in the dialogs', () => {
  expect(labels.length).toBeGreaterThan(8);
});

describe.each(SPOKEN)('in %s', (language) => {
  const words = wording(language, language === 'fa' ? 'jalali' : 'gregorian');

  test.each(labels)('%s fits a button', (key) => {
    const label = words.label({ kind: 'saying', saying: { key, with: {} } });
    expect([label, label.length <= whatsapp.buttonLength]).toEqual([label, true]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('every day of month %i can be tapped', (month) => {
    const days = Array.from({ length: 28 }, (_, index) => index + 1);
    const moments = days.map((day): Fact => {
      const [m, d] = [month, day].map((part) => String(part).padStart(2, '0'));
      return { kind: 'moment', local: `2026-${m ?? ''}-${d ?? ''}T10:00` };
    });
    for (const [index, moment] of moments.entries()) {
      const others = moments.slice(index + 1, index + 3);
      const shown = present(['?'], [moment, ...others], { wording: words, limits: whatsapp });
      expect(render({ text: shown.text, choices: shown.choices }, whatsapp).kind).not.toBe('numbered');
    }
  });

  test.each(demoBusinesses)('the services and people of $slug can be tapped', ({ services, resources }) => {
    for (const named of [services, resources.filter(({ kind }) => kind === 'person')]) {
      const facts = named.map(({ names }): Fact => ({ kind: 'name', names }));
      const shown = present(['?'], facts, { wording: words, limits: whatsapp });
      expect(render({ text: shown.text, choices: shown.choices }, whatsapp).kind).not.toBe('numbered');
    }
  });
});
