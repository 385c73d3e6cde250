/** What the page asks of the widget, in the attributes of its script tag. */

import { chooseLocale, type Locale } from '../shared/locale';

export interface Options {
  /** The origin the script came from: the server that answers. */
  readonly base: string;
  readonly tenant: string;
  readonly locale: Locale;
  /** The name in the header; null: the business's own. */
  readonly name: string | null;
  readonly theme: 'light' | 'dark' | null;
}

const THEMES = ['light', 'dark'] as const;

/** Null, said on the console, where the tag does not name a business. */
export function readOptions(
  script: HTMLScriptElement,
  languages: readonly string[],
  pageLanguage: string,
): Options | null {
  const { tenant, locale, name, theme } = script.dataset;
  if (!tenant) {
    console.error('nobat: the widget’s script tag needs data-tenant="…"');
    return null;
  }
  return {
    base: new URL(script.src).origin,
    tenant,
    locale: chooseLocale([locale, ...languages, pageLanguage]) ?? 'en',
    name: name || null,
    theme: THEMES.find((known) => known === theme) ?? null,
  };
}
