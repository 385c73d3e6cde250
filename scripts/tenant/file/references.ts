/** What no part of a business file can know by itself: whether the parts fit each other. */
import { minorDigits } from '../../../locales/money';
import type { Path } from './document';
import { SECTIONS, type Entries } from './entries';
import type { Findings } from './findings';
import type { Need, ServiceEntry } from './shape';

export function checkReferences(entries: Entries, findings: Findings): void {
  checkSizes(entries, findings);
  checkLanguages(entries, findings);
  checkResources(entries, findings);
  checkChannels(entries, findings);
  checkHolidays(entries, findings);
  for (const { path, entry } of entries.services) {
    if (entry !== null) checkService(entries, path, entry, findings);
  }
}

function checkSizes({ branches, services }: Entries, findings: Findings): void {
  if (branches.length === 0) findings.refuse(['branches'], 'branches must name at least one branch.', 'key');
  if (services.length === 0) findings.refuse(['services'], 'services must name at least one service.', 'key');
}

type Words = string | readonly string[] | Readonly<Record<string, unknown>>;

function checkLanguages(entries: Entries, findings: Findings): void {
  const { languages } = entries;
  const [first] = languages ?? [];
  if (languages === null || first === undefined) return;
  if (new Set(languages).size < languages.length)
    findings.must(['languages'], 'a list in which each language stands once');
  const check = (path: Path, words: Words | undefined, complete: boolean): void => {
    if (words === undefined || typeof words === 'string' || Array.isArray(words)) return;
    for (const language of Object.keys(words).filter((each) => !languages.includes(each)))
      findings.refuse(
        [...path, language],
        `${path.join('.')}.${language}: ${language} is not among languages.`,
        'key',
      );
    if (complete && !(first in words))
      findings.refuse(path, `${path.join('.')} lacks ${first}, the first of languages.`);
  };
  check(['name'], entries.header?.name, true);
  for (const { path, entry } of [...entries.branches, ...entries.resources, ...entries.services])
    check([...path, 'name'], entry?.name, true);
  for (const { path, entry } of entries.services) check([...path, 'synonyms'], entry?.synonyms, false);
  for (const [topic, text] of Object.entries(entries.header?.articles ?? {}))
    check(['articles', topic], text, true);
  for (const [at, { name }] of (entries.header?.policies['order-stages'] ?? []).entries())
    check(['policies', 'order-stages', at, 'name'], name, true);
}

function checkResources({ branches, resources }: Entries, findings: Findings): void {
  const places = branches.map(({ id }) => id);
  const seen = new Map<string, string>();
  for (const { id, path, entry } of resources) {
    const before = seen.get(id);
    if (before !== undefined)
      findings.refuse(path, `${path.join('.')}: ${id} is one of ${before} already.`, 'key');
    seen.set(id, path[0]);
    if (entry === null) continue;
    const at = [...path, 'branch'];
    if (entry.branch === undefined && places.length > 1)
      findings.must(at, `one of the branches: ${places.join(', ')}`);
    if (entry.branch !== undefined && !places.includes(entry.branch))
      findings.must(at, `one of the branches: ${places.join(', ')}`);
  }
}

function checkChannels({ header }: Entries, findings: Findings): void {
  for (const [at, { provider, account }] of (header?.channels.sms ?? []).entries()) {
    if (provider === 'twilio' && !account.startsWith('+'))
      findings.must(
        ['channels', 'sms', at, 'account'],
        'a telephone number with its country, such as "+493012345678"',
      );
  }
}

function checkHolidays({ header, branches }: Entries, findings: Findings): void {
  const places = branches.map(({ id }) => id);
  const seen = new Set<string>();
  for (const { at, branches: named } of header?.holidays ?? []) {
    const path = ['holidays', ...at, 'branches'];
    if (seen.has(path.join('.'))) continue;
    seen.add(path.join('.'));
    if (named?.some((id) => !places.includes(id)))
      findings.must(path, `some of the branches: ${places.join(', ')}`);
  }
}

function checkService(entries: Entries, path: Path, service: ServiceEntry, findings: Findings): void {
  const { currency, resources } = entries;
  const digits = currency === null ? 0 : minorDigits(currency);
  if (currency !== null && !isWhole(service.price * 10 ** digits))
    findings.must([...path, 'price'], `an amount with at most ${String(digits)} decimals in ${currency}`);
  for (const person of Object.keys(service['minutes-by-person'] ?? {})) {
    if (!resources.some(({ id, kind }) => id === person && kind === 'person'))
      findings.refuse([...path, 'minutes-by-person', person], `${person} is not one of people.`, 'key');
  }
  const known = service.needs.map((need, at) => checkNeed(entries, [...path, 'needs', at], need, findings));
  if (known.every(Boolean)) checkPlace(entries, path, service, findings);
}

/** Whether all that it names is there. */
function checkNeed({ resources }: Entries, path: Path, { kind, pool }: Need, findings: Findings): boolean {
  const ofKind = resources.filter((each) => each.kind === kind).map(({ id }) => id);
  const section = SECTIONS.find((each) => each.kind === kind)?.section ?? kind;
  const wrong = isAny(pool) ? [] : pool.filter((id) => !ofKind.includes(id));
  for (const id of wrong) {
    const there = ofKind.length === 0 ? 'there are none' : `there are ${ofKind.join(', ')}`;
    findings.refuse(
      path,
      `${path[1]?.toString() ?? ''} needs ${id}, which is not one of ${section}: ${there}.`,
    );
  }
  if (isAny(pool) && ofKind.length === 0)
    findings.refuse(path, `${path[1]?.toString() ?? ''} needs any ${kind}, but ${section} names none.`);
  if (new Set(pool).size < pool.length) findings.refuse(path, `A ${kind} stands twice in this list.`);
  return wrong.length === 0 && (ofKind.length > 0 || !isAny(pool));
}

/** A service that no branch has everything for could never be booked. */
function checkPlace(entries: Entries, path: Path, { needs }: ServiceEntry, findings: Findings): void {
  const only = entries.branches.length === 1 ? entries.branches[0]?.id : undefined;
  const placesOf = ({ kind, pool }: Need): (string | undefined)[] =>
    entries.resources
      .filter((each) => each.kind === kind && (isAny(pool) || pool.includes(each.id)))
      .map(({ entry }) => entry?.branch ?? only);
  const possible = entries.branches.some(({ id }) => needs.every((need) => placesOf(need).includes(id)));
  const known = entries.branches.map(({ id }) => id);
  const unsure = entries.resources.some(
    ({ entry }) => entry === null || !known.includes(entry.branch ?? only ?? ''),
  );
  if (!possible && !unsure && entries.branches.length > 0)
    findings.refuse(
      [...path, 'needs'],
      `${path.join('.')}: no branch has all that it needs, so nobody could book it.`,
    );
}

export function isAny(pool: readonly string[]): boolean {
  return pool.length === 1 && pool[0] === 'any';
}

function isWhole(minor: number): boolean {
  return Math.abs(minor - Math.round(minor)) < 1e-6;
}
