/** Which typed word is read as which: short forms, other words for what is on offer, typing errors. */
import type { Catalog } from '../catalog';
import { nameIndexOf, wordsOf } from '../entities/nameIndex';
import { ALL_VEHICLE_KEYS, MAKES_AND_MODELS } from '../entities/makes';
import type { Language } from '../languages/language';
import { unaccented } from './tokens';
import { Vocabulary } from './vocabulary';

interface Known {
  /** Words of the business: never mended. */
  readonly own: ReadonlySet<string>;
  readonly serviceStems: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
}

const known = new WeakMap<Catalog['services'], Map<string, Known>>();

/** A word of a language, the business or the customer's own vehicles stays as it is. */
export function mendFor(language: Language, catalog: Catalog): (word: string) => string | null {
  const { own, serviceStems, vocabulary } = knownOf(language, catalog);
  const vehicles = new Set(
    catalog.vehicles.flatMap((vehicle) => [vehicle.label, ...vehicle.names].flatMap(wordsOf)),
  );
  const vehicleWords = new Vocabulary([...vehicles].filter(isWord));
  return (word) => {
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
    if (isForm(bare, language)) return null;
    return vehicleWords.nearest(bare) ?? vocabulary.nearest(bare);
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
  };
}
