/** The texts of all languages in one i18next instance: a key and ready-made strings become a sentence. */
import { createInstance, type i18n } from 'i18next';
import arabic from './ar';
import german from './de';
import english from './en';
import persian from './fa';
import { FALLBACK_LANGUAGE } from './language';

/** Texts by group and name; a key is `group.name`. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Stands for a value that was not given; no text of ours or of a customer's carries it (private use area). */
const ABSENT = '\uE000';

const resources: Readonly<Record<string, Texts>> = {
  [FALLBACK_LANGUAGE]: english,
  de: german,
  ar: arabic,
  fa: persian,
};

const instance = createTexts();

/**
 * The sentence of a key. A line that names a value which is not in `values` is left out whole.
 * @param values `count` is a number that chooses the plural form, and `counted` is how it is shown
 * @throws Error for a key that has no text: a mistake in the program, caught by the tests of the texts.
 */
export function sentence(language: string, key: string, values: Readonly<Record<string, unknown>>): string {
  const text = instance.t(key, { ...values, lng: language });
  if (text === key) throw new Error(`no words for the saying ${key}`);
  return text
    .split('\n')
    .filter((line) => !line.includes(ABSENT))
    .join('\n')
    .trim();
}

/** Whether there are words for this key. */
export function hasSentence(key: string): boolean {
  return (
    instance.exists(key, { lng: FALLBACK_LANGUAGE }) ||
    instance.exists(key, { lng: FALLBACK_LANGUAGE, count: 1 })
  );
}

/** All texts of a language, for the tests of the texts. */
export function textsOf(language: string): Texts {
  return resources[language] ?? {};
}

function createTexts(): i18n {
  const made = createInstance();
  void made.init({
    lng: FALLBACK_LANGUAGE,
    fallbackLng: FALLBACK_LANGUAGE,
    initAsync: false,
    resources: Object.fromEntries(
      Object.entries(resources).map(([language, texts]) => [language, { translation: counted(texts) }]),
    ),
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: () => ABSENT,
  });
  return made;
}

/** i18next would show a count in the digits of its number; readers are shown it in those of their script. */
function counted(texts: Texts): Texts {
  return mapped(texts, (sentences) =>
    mapped(sentences, (text) => text.replaceAll('{{count}}', '{{counted}}')),
  );
}

function mapped<From, To>(all: Readonly<Record<string, From>>, to: (each: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(all).map(([name, each]) => [name, to(each)]));
}
