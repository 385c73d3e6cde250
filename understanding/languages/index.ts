/** The languages of the house, the first being the one to fall back on. */
import { ENGLISH } from './en';
import type { Language } from './language';

export const LANGUAGES: readonly Language[] = [ENGLISH];

export function languageOf(code: string | null): Language | null {
  return LANGUAGES.find((language) => language.code === code) ?? null;
}
