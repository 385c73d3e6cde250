/** The texts of all languages in one i18next instance: a key and ready-made strings become a sentence. */
import { createInstance, type i18n } from 'i18next';
import english from './en';
import { FALLBACK_LANGUAGE } from './language';

/** Texts by group and name; a key is `group.name`. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Stands for a value that was not given; no text of ours or of a customer's carries it (private use area). */
const ABSENT = '\uE000';

const resources: Readonly<Record<string, Texts>> = { [FALLBACK_LANGUAGE]: english };

const instance = createTexts();

/**
 * The sentence of a key. A line that names a value which is not in `values` is left out whole.
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
      Object.entries(resources).map(([language, texts]) => [language, { translation: texts }]),
    ),
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: () => ABSENT,
  });
  return made;
}
