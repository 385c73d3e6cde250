/** The languages that have words: their Intl locale and their direction; any other language falls back to English. */

export interface LanguageInfo {
  /** As it is named in a customer's or a business's settings. */
  readonly language: string;
  /** What numbers, dates and lists are formatted for. */
  readonly locale: string;
  readonly rightToLeft: boolean;
}

export const FALLBACK_LANGUAGE = 'en';

const ENGLISH: LanguageInfo = { language: FALLBACK_LANGUAGE, locale: 'en-GB', rightToLeft: false };

const LANGUAGES: readonly LanguageInfo[] = [ENGLISH];

/** The language to speak when this one is wished; `null` and languages without words give English. */
export function languageInfo(wished: string | null): LanguageInfo {
  return LANGUAGES.find((info) => info.language === wished) ?? ENGLISH;
}

/** Whether there are words in it: a language that a business lists may still be without. */
export function isSpoken(language: string): boolean {
  return LANGUAGES.some((info) => info.language === language);
}

/** A name of the catalog in this language, else in English, else in whatever language it has. */
export function nameIn(names: Readonly<Record<string, string>>, language: string): string {
  return names[language] ?? names[FALLBACK_LANGUAGE] ?? Object.values(names)[0] ?? '';
}
