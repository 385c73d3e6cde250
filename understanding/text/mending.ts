/** Which typed word is read as which: short forms, other words for what is on offer, typing errors. */
import type { Catalog, Entry } from '../catalog';
import { nameIndexOf, wordsOf } from '../entities/nameIndex';
import { ALL_VEHICLE_KEYS, MAKES_AND_MODELS } from '../entities/makes';
import type { Language } from '../languages/language';
import { ruleWordsOf, type RuleWords } from '../languages/ruleWords';
import { meantBy } from './slips';
import { unaccented } from './tokens';
import { Vocabulary } from './vocabulary';

interface Known {
  /** Words of the business: never mended. */
  readonly own: ReadonlySet<string>;
  readonly serviceStems: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  /** All that may be meant by one slip: words of the business before those of the language. */
  readonly words: RuleWords;
}

const known = new WeakMap<Catalog['services'], Map<string, Known>>();

/** A shorter word that is written like a name is one: Nora is no Nord. */
const LONG_NAME = 5;

/** @param proper whether it is written like a name: with a capital inside a sentence */
type MendWord = (word: string, proper: boolean) => string | null;

/** A word of a language, the business or the customer's own vehicles stays as it is. */
export function mendFor(language: Language, catalog: Catalog): MendWord {
  const { own, serviceStems, vocabulary, words } = knownOf(language, catalog);
  const vehicles = new Set(
    catalog.vehicles.flatMap((vehicle) => [vehicle.label, ...vehicle.names].flatMap(wordsOf)),
  );
  const vehicleWords = new Vocabulary([...vehicles].filter(isWord));
  return (word, proper) => {
    const bare = unaccented(word);
    if (own.has(bare) || vehicles.has(bare)) return null;
    if (catalog.worksOnVehicles && ALL_VEHICLE_KEYS.has(bare)) return null;
    const short = language.short.get(word);
    if (short !== undefined) return short;
    const other = (language.equivalents.get(word) ?? []).find((words) =>
      offered(words, serviceStems, own, language),
    );
    if (other !== undefined) return other;
    if (language.ordinary.has(word) || vocabulary.has(bare) || !isWord(bare)) return null;
    if (isForm(bare, language) || (proper && bare.length < LONG_NAME)) return null;
    const slip = vehicleWords.nearest(bare) ?? (proper ? null : meantBy(word, words));
    return slip ?? vocabulary.nearest(bare);
  };
}

function offered(
  words: string,
  stems: ReadonlySet<string>,
  own: ReadonlySet<string>,
  language: Language,
): boolean {
  return wordsOf(words).every((word) => stems.has(language.stem(word)) || own.has(word));
}

/** "bookings" is a form of a word and no typing error of it. */
function isForm(word: string, language: Language): boolean {
  const stem = language.stem(word);
  return (
    stem !== word &&
    (language.ordinary.has(stem) || language.ordinary.has(`${stem}e`) || language.mended.includes(stem))
  );
}

function isWord(word: string): boolean {
  return /^[\p{L}']+$/u.test(word);
}

function knownOf(language: Language, catalog: Catalog): Known {
  const byLanguage = known.get(catalog.services) ?? new Map<string, Known>();
  known.set(catalog.services, byLanguage);
  const found = byLanguage.get(language.code) ?? build(language, catalog);
  byLanguage.set(language.code, found);
  return found;
}

function build(language: Language, catalog: Catalog): Known {
  const lists = [catalog.services, catalog.people, catalog.branches];
  const own = new Set(lists.flatMap((entries) => [...nameIndexOf(entries, language).words]));
  const makes = catalog.worksOnVehicles ? MAKES_AND_MODELS : [];
  const words = [...own, ...language.mended, ...makes].filter(isWord);
  return {
    own,
    serviceStems: new Set([...nameIndexOf(catalog.services, language).words].map(language.stem)),
    vocabulary: new Vocabulary(words),
    words: likely(language, lists.flat()),
  };
}

/** What a booking turns on is meant sooner than any other word. */
const LIKELIER = { own: 20, mended: 20 } as const;

function likely(language: Language, entries: readonly Entry[]): RuleWords {
  const { often, pieces } = ruleWordsOf(language);
  const sum = new Map(often);
  const add = (word: string, times: number): void => void sum.set(word, (sum.get(word) ?? 0) + times);
  for (const word of language.mended) add(word, LIKELIER.mended);
  const own = entries.flatMap(({ names }) => names.flatMap(wordsOf)).filter(isWord);
  for (const word of new Set(own)) add(word, LIKELIER.own);
  // of two spellings in two languages the one that stands in more of the names
  for (const word of own) add(word, 1);
  return { often: sum, pieces };
}
