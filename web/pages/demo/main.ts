/** A business's own page, with the chat on it: what it offers, where and when, in the visitor's language. */

import { chooseLocale, directionOf, type Locale, localeOf } from '../../shared/locale';
import { element } from '../../shared/element';
import { findOffer, findTenant, type Tenant } from './business';
import { PAGE_LABELS } from './labels';
import { hero, placeSection, serviceSection } from './sections';

function slugOf(path: string): string {
  return decodeURIComponent(path.split('/')[2] ?? '');
}

/** What the address asks for, else the browser's language if the business has it, else the business's first. */
function localeFor(tenant: Tenant): Locale {
  const asked = new URLSearchParams(location.search).get('lang');
  const chosen = chooseLocale([asked, ...navigator.languages], tenant.languages);
  return chosen ?? localeOf(tenant.languages[0]) ?? 'en';
}

function setLanguage(locale: Locale): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
}

function addWidget(tenant: Tenant, locale: Locale): void {
  const script = document.createElement('script');
  script.src = '/widget.js';
  script.dataset['tenant'] = tenant.slug;
  script.dataset['locale'] = locale;
  script.dataset['name'] = tenant.name;
  document.body.append(script);
}

function show(...content: readonly Node[]): void {
  const page = document.getElementById('page');
  page?.replaceChildren(...content);
  page?.removeAttribute('aria-busy');
}

function showTrouble(kind: 'missing' | 'unreachable'): void {
  const locale = chooseLocale(navigator.languages) ?? 'en';
  setLanguage(locale);
  const labels = PAGE_LABELS[locale];
  const words = element('h1', {}, labels[kind]);
  show(
    element('main', { class: 'trouble' }, words, element('p', {}, element('a', { href: '/' }, labels.all))),
  );
}

async function begin(): Promise<void> {
  const found = await findTenant(slugOf(location.pathname));
  if (found.kind !== 'found') return showTrouble(found.kind);
  const tenant = found.value;
  const locale = localeFor(tenant);
  setLanguage(locale);
  document.documentElement.dataset['tenant'] = tenant.slug;
  document.title = tenant.name;
  addWidget(tenant, locale);
  const { services, branches } = await findOffer(tenant.slug, locale);
  show(
    hero(tenant, locale),
    element('main', {}, serviceSection(services, locale), placeSection(branches, locale)),
    element('footer', { class: 'foot' }, element('a', { href: '/' }, PAGE_LABELS[locale].all)),
  );
}

void begin();
