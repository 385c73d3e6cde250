/** Which of our languages a visitor gets, and how that language writes. */

export const LOCALES = ['en', 'de', 'ar', 'fa'] as const;
export type Locale = (typeof LOCALES)[number];

/** The full tag gives Intl the calendar, digits and clock that people there expect. */
export const INTL_TAGS: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  ar: 'ar-EG',
  fa: 'fa-IR',
};

export const directionOf = (locale: Locale): 'ltr' | 'rtl' =>
  locale === 'ar' || locale === 'fa' ? 'rtl' : 'ltr';

/** `de-AT` is German to us; a language that is not among `offered` is null. */
export function localeOf(
  tag: string | null | undefined,
  offered: readonly string[] = LOCALES,
): Locale | null {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === language && offered.includes(locale)) ?? null;
}

/** The first of `wishes` that is offered. */
export function chooseLocale(
  wishes: readonly (string | null | undefined)[],
  offered: readonly string[] = LOCALES,
): Locale | null {
  for (const wish of wishes) {
    const found = localeOf(wish, offered);
    if (found) return found;
  }
  return null;
}
