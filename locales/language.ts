/** The languages that have words, and how each is written; any other language falls back to English. */

export interface LanguageInfo {
  /** As it is named in a customer's or a business's settings. */
  readonly language: string;
  /** What numbers, dates and units are formatted for: it brings the digits of the script. */
  readonly locale: string;
  readonly rightToLeft: boolean;
  readonly comma: string;
  /** Between the things of a list that have commas of their own. */
  readonly semicolon: string;
  readonly and: string;
  readonly or: string;
  /** Between hours and minutes: "1 hour 30 minutes". */
  readonly beside: string;
  /** Around the hour that follows a date: "10:00 Uhr". */
  readonly hour: { readonly before: string; readonly after: string };
  /** Currencies are called by name where their signs are not what people write. */
  readonly currency: 'symbol' | 'name';
}

export const FALLBACK_LANGUAGE = 'en';

const ENGLISH: LanguageInfo = {
  language: FALLBACK_LANGUAGE,
  locale: 'en-GB',
  rightToLeft: false,
  comma: ', ',
  semicolon: '; ',
  and: ' and ',
  or: ' or ',
  beside: ' ',
  hour: { before: '', after: '' },
  currency: 'symbol',
};

const GERMAN: LanguageInfo = {
  ...ENGLISH,
  language: 'de',
  locale: 'de-DE',
  and: ' und ',
  or: ' oder ',
  hour: { before: '', after: ' Uhr' },
};

/** As in Egypt: Arabic-Indic digits, and the months of the Julian names. */
const ARABIC: LanguageInfo = {
  language: 'ar',
  locale: 'ar-EG',
  rightToLeft: true,
  comma: '، ',
  semicolon: '؛ ',
  and: ' و',
  or: ' أو ',
  beside: ' و',
  hour: { before: 'الساعة ', after: '' },
  currency: 'name',
};

const PERSIAN: LanguageInfo = {
  ...ARABIC,
  language: 'fa',
  locale: 'fa-IR',
  and: ' و ',
  or: ' یا ',
  beside: ' و ',
  hour: { before: 'ساعت ', after: '' },
};

const LANGUAGES: readonly LanguageInfo[] = [ENGLISH, GERMAN, ARABIC, PERSIAN];

/** The languages that have words, English first. */
export const SPOKEN: readonly string[] = LANGUAGES.map(({ language }) => language);

/** The language to speak when this one is wished; `null` and languages without words give English. */
export function languageInfo(wished: string | null): LanguageInfo {
  return LANGUAGES.find((info) => info.language === wished) ?? ENGLISH;
}

/** Whether there are words in it: a language that a business lists may still be without. */
export function isSpoken(language: string): boolean {
  return SPOKEN.includes(language);
}

/** A name of the catalog in this language, else in English, else in one of the same script, else in any it has. */
export function nameIn(names: Readonly<Record<string, string>>, language: string): string {
  return names[language] ?? names[FALLBACK_LANGUAGE] ?? ofSameScript(names, language) ?? firstOf(names) ?? '';
}

function ofSameScript(names: Readonly<Record<string, string>>, language: string): string | undefined {
  const { rightToLeft } = languageInfo(language);
  const mates = LANGUAGES.filter((info) => info.rightToLeft === rightToLeft);
  return mates.map((info) => names[info.language]).find((name) => name !== undefined);
}

function firstOf(names: Readonly<Record<string, string>>): string | undefined {
  return Object.values(names)[0];
}
