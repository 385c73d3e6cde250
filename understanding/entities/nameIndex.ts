/** The names of a catalog made ready for matching: by the common part of their words, in any order. */
import type { Entry } from '../catalog';
import type { Language } from '../languages/language';
import { tokensOf, unaccented } from '../text/tokens';
import { utteranceOf } from '../text/utterance';

export interface IndexedName {
  readonly id: string;
  readonly stems: readonly string[];
}

export interface NameIndex {
  /** Names by each of their stems. */
  readonly byStem: ReadonlyMap<string, readonly IndexedName[]>;
  /** One-word names, and names of several words written as one. */
  readonly byJoined: ReadonlyMap<string, readonly IndexedName[]>;
  /** All words of all names, as a customer would type them without accents. */
  readonly words: ReadonlySet<string>;
}

/** Small words of a name that a customer may leave out: "see the doctor". */
const SMALL = new Set('a an the my of and to for der die das den mein meine meinen und'.split(' '));

const indexes = new WeakMap<readonly Entry[], Map<string, NameIndex>>();

/** Made once for each list of entries and language. */
export function nameIndexOf(entries: readonly Entry[], language: Language): NameIndex {
  const known = indexes.get(entries) ?? new Map<string, NameIndex>();
  indexes.set(entries, known);
  const index = known.get(language.code) ?? build(entries, language);
  known.set(language.code, index);
  return index;
}

function build(entries: readonly Entry[], language: Language): NameIndex {
  const byStem = new Map<string, IndexedName[]>();
  const byJoined = new Map<string, IndexedName[]>();
  const words = new Set<string>();
  for (const entry of entries) {
    for (const name of entry.names) {
      const all = wordsOf(name);
      const parts = all.filter((word) => !SMALL.has(word));
      if (parts.length === 0) continue;
      const indexed = { id: entry.id, stems: parts.map(language.stem) };
      for (const part of all) words.add(part);
      for (const stem of new Set(indexed.stems)) push(byStem, stem, indexed);
      push(byJoined, language.stem(parts.join('')), indexed);
    }
  }
  addTelling(entries, language, byStem);
  return { byStem, byJoined, words };
}

/** A word that only one of them has in its names tells it alone: "beard" for "beard trim". */
function addTelling(entries: readonly Entry[], language: Language, byStem: Map<string, IndexedName[]>): void {
  for (const entry of entries) {
    for (const word of new Set(entry.names.flatMap(wordsOf))) {
      const stem = language.stem(word);
      const owners = new Set((byStem.get(stem) ?? []).map(({ id }) => id));
      if (owners.size !== 1 || word.length < 3 || language.ordinary.has(word)) continue;
      push(byStem, stem, { id: entry.id, stems: [stem] });
    }
  }
}

/** The words of a name, folded as messages are. */
export function wordsOf(name: string): string[] {
  return tokensOf(utteranceOf(name).text).map(({ word }) => unaccented(word));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
