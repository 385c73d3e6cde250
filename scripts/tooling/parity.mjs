/** Compares the languages under locales/: every language says everything, with the same facts in it. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** CLDR plural categories: how many forms a sentence has is the language's own affair. */
const PLURAL = /_(ordinal_)?(zero|one|two|few|many|other)$/;

/** All differences, a sentence each; none when all languages agree. */
export function differences(folder) {
  const languages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: entry.name, texts: textsOf(join(folder, entry.name)) }));
  return [...languages.flatMap((one) => pluralFaults(one)), ...compared(languages)];
}

function compared(languages) {
  const keys = new Set(languages.flatMap(({ texts }) => [...texts.keys()]));
  return [...keys].sort().flatMap((key) => {
    const missing = languages
      .filter(({ texts }) => !texts.has(key))
      .map(({ name }) => `${name} lacks ${key}`);
    return [...missing, ...placeholderFaults(key, languages)];
  });
}

function placeholderFaults(key, languages) {
  const having = languages.filter(({ texts }) => texts.has(key));
  const sets = having.map(({ name, texts }) => ({ name, used: placeholders(texts.get(key)) }));
  const [first, ...others] = sets;
  return others
    .filter(({ used }) => used !== first.used)
    .map(({ name, used }) => `${key}: ${first.name} uses {${first.used}}, ${name} uses {${used}}`);
}

/** The facts of a sentence over all its plural forms; a form for one may leave the number out. */
function placeholders(forms) {
  const found = [...forms.values()].flatMap((text) =>
    [...text.matchAll(/\{\{-?\s*([\w.]+)/g)].map((hit) => hit[1]),
  );
  return [...new Set(found)].sort().join(', ');
}

function pluralFaults({ name, texts }) {
  const needed = new Intl.PluralRules(name).resolvedOptions().pluralCategories;
  return [...texts].flatMap(([key, forms]) => {
    if (forms.has('')) return [];
    const given = [...forms.keys()].filter((form) => !form.startsWith('ordinal_'));
    const lacking = given.length === 0 ? [] : needed.filter((form) => !forms.has(form));
    return lacking.map((form) => `${name} lacks the plural form ${form} of ${key}`);
  });
}

/** file:path.of.key → its forms by plural category; '' is the only form of a sentence without plurals. */
function textsOf(folder) {
  const texts = new Map();
  for (const file of jsonFiles(folder)) {
    for (const [path, text] of leaves(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
      const form = PLURAL.exec(path)?.[0].slice(1) ?? '';
      const key = `${file}:${path.replace(PLURAL, '')}`;
      texts.set(key, (texts.get(key) ?? new Map()).set(form, text));
    }
  }
  return texts;
}

function jsonFiles(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json'));
}

function leaves(value, path = '') {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = resolve(process.argv[2] ?? 'locales');
  const found = existsSync(folder) ? differences(folder) : [`${folder} is missing`];
  found.forEach((line) => console.error(line));
  process.exitCode = found.length > 0 ? 1 : 0;
}
