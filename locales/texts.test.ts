/** Every text of every language renders whole and carries no date, time or price of its own. */
import { wording } from './index';
import { FALLBACK_LANGUAGE, SPOKEN } from './language';
import { textsOf } from './words';
import type { Fact } from './saying';

const keys = Object.entries(textsOf(FALLBACK_LANGUAGE)).flatMap(([group, texts]) =>
  Object.entries(texts).map(([name, text]): [string, string] => [`${group}.${name}`, text]),
);

function valuesFor(text: string): Record<string, Fact> {
  const names = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((found) => found[1] ?? '');
  return Object.fromEntries(names.map((name) => [name, name === 'count' ? 2 : `a ${name}`]));
}

/** i18next's plural endings are chosen by the count and are no part of the key. */
const baseKey = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

test.each(keys)('%s renders with and without its values', (key, text) => {
  const values = valuesFor(text);
  const whole = wording(FALLBACK_LANGUAGE).say({ key: baseKey(key), with: values });
  expect(whole).not.toBe('');
  for (const said of [
    whole,
    wording(FALLBACK_LANGUAGE).say({ key: baseKey(key), with: 'count' in values ? { count: 1 } : {} }),
  ]) {
    expect(said).not.toMatch(/undefined|\{\{|\}\}|null|\[object|\uE000/);
  }
});

test.each(keys)('%s carries no date, time or price of its own', (_key, text) => {
  expect(text).not.toMatch(
    /\d{1,2}[:.]\d{2}|[€$£]|\d+ ?(EUR|euros?)|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/,
  );
});

const everyText = SPOKEN.flatMap((language) =>
  Object.values(textsOf(language)).flatMap((texts) =>
    Object.entries(texts).map(([name, text]): [string, string, string] => [language, name, text]),
  ),
);

test.each(everyText)(
  '%s %s brings no number and no mark of direction of its own',
  (_language, _name, text) => {
    expect(text.replace(/\{\{\w+\}\}/g, '')).not.toMatch(/\p{Nd}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
  },
);

test.each(keys)('%s never asks for an opt-out word as an answer about a booking', (_key, text) => {
  expect(text).not.toMatch(/reply (CANCEL|STOP|END|QUIT) to (cancel|end|quit)/i);
});
