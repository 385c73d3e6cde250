/** The parts of a business's page. */

import { element } from '../../shared/element';
import { type Locale, LOCALES } from '../../shared/locale';
import type { Branch, Service, Tenant } from './business';
import { durationOf, priceOf, weekOf } from './formats';
import { LANGUAGE_NAMES, PAGE_LABELS } from './labels';

/** Without words the chat only opens. */
function openChat(say?: string): void {
  document.dispatchEvent(new CustomEvent('nobat:open', { detail: say === undefined ? {} : { say } }));
}

export function hero(tenant: Tenant, locale: Locale): HTMLElement {
  const labels = PAGE_LABELS[locale];
  const button = element('button', { type: 'button', class: 'button' }, labels.chat);
  button.addEventListener('click', () => openChat());
  const tagline = labels.taglines[tenant.slug];
  return element(
    'header',
    { class: 'hero' },
    languageLinks(tenant, locale),
    element('h1', {}, element('bdi', {}, tenant.name)),
    ...(tagline === undefined ? [] : [element('p', { class: 'tagline' }, tagline)]),
    element('p', {}, button),
  );
}

function languageLinks(tenant: Tenant, locale: Locale): HTMLElement {
  const spoken = LOCALES.filter((one) => tenant.languages.includes(one));
  const links = spoken.map((one) =>
    element(
      'a',
      { href: `?lang=${one}`, lang: one, hreflang: one, 'aria-current': one === locale && 'true' },
      LANGUAGE_NAMES[one],
    ),
  );
  return element('nav', { class: 'languages', 'aria-label': PAGE_LABELS[locale].languages }, ...links);
}

export function serviceSection(services: readonly Service[], locale: Locale): HTMLElement {
  const labels = PAGE_LABELS[locale];
  const cards = services.map((service) => serviceCard(service, locale));
  return element(
    'section',
    { 'aria-labelledby': 'services' },
    element('h2', { id: 'services' }, labels.services),
    element('ul', { class: 'services', role: 'list' }, ...cards),
  );
}

function serviceCard(service: Service, locale: Locale): HTMLElement {
  const words = PAGE_LABELS[locale].book(service.name);
  const button = element('button', { type: 'button', class: 'button quiet' }, words);
  button.addEventListener('click', () => openChat(words));
  return element(
    'li',
    { class: 'service' },
    element('h3', {}, element('bdi', {}, service.name)),
    element('p', { class: 'price' }, priceOf(service.price, locale)),
    element('p', { class: 'soft' }, durationOf(service.minutes, locale)),
    button,
  );
}

export function placeSection(branches: readonly Branch[], locale: Locale): HTMLElement {
  return element(
    'section',
    { 'aria-labelledby': 'places' },
    element('h2', { id: 'places' }, PAGE_LABELS[locale].visit),
    element('ul', { class: 'places', role: 'list' }, ...branches.map((branch) => place(branch, locale))),
  );
}

function place(branch: Branch, locale: Locale): HTMLElement {
  const lines = weekOf(branch.hours, locale).map(({ days, times }) =>
    element(
      'div',
      {},
      element('dt', {}, days),
      element('dd', {}, times === '' ? PAGE_LABELS[locale].closed : times),
    ),
  );
  return element(
    'li',
    { class: 'place' },
    element('h3', {}, element('bdi', {}, branch.name)),
    element('address', {}, element('bdi', {}, branch.address)),
    element('dl', { class: 'week' }, ...lines),
  );
}
