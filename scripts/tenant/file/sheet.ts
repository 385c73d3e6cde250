/** A business as the plain tree that its file shows: what is written out, and what two businesses are compared by. */
import { toMajor } from '../../../locales/money';
import type { AccountDefinition, BusinessDefinition } from '../../../models/businessDefinition';
import type { Branch, HoursException, Requirement, Resource, Service } from '../../../scheduling/business';
import { inOrder, keysOfDays } from './calendar';
import { SECTIONS } from './entries';
import { holidayEntries, ownExceptions, sharedHolidays, type SharedHoliday } from './holidays';
import { shiftsText, weekdayName, weekText } from './hours';
import { limitsSheet } from './limits';
import { policySheet } from './policies';
import { inLanguages, nameText, pruned, unlessEmpty, type Sheet, type Tree } from './trees';

/** What is as it would be without being written is left out. `readBusinessFile` of it gives the same business again. */
export function sheetOf(business: BusinessDefinition): Tree {
  const { languages, branches, resources, services } = business;
  const holidays = sharedHolidays(branches);
  return pruned({
    slug: business.slug,
    name: nameText(business.names, languages),
    languages,
    country: business.country,
    currency: business.currency,
    calendar: business.calendar,
    'week-starts': weekdayName(business.weekStart),
    sensitive: business.sensitive,
    policies: policySheet(business.policy, languages),
    vehicles:
      business.assets === null
        ? undefined
        : Object.fromEntries(business.assets.classes.map(({ id, factor }) => [id, factor])),
    channels: channelSheet(business),
    holidays: unlessEmpty(holidayEntries(holidays)),
    branches: byId(branches, (branch) => branchSheet(branch, business, holidays)),
    ...Object.fromEntries(
      SECTIONS.map(({ section, kind }) => [
        section,
        byId(
          resources.filter((each) => each.kind === kind),
          (resource) => resourceSheet(resource, business),
        ),
      ]),
    ),
    services: byId(services, (service) => serviceSheet(service, business)),
    articles: articleSheet(business),
  });
}

function byId<Item extends { readonly id: string }>(
  items: readonly Item[],
  sheet: (item: Item) => Tree,
): Tree | undefined {
  return unlessEmpty(Object.fromEntries(items.map((item) => [item.id, sheet(item)])));
}

function channelSheet({ accounts }: BusinessDefinition): Tree {
  const own = (channel: string): Sheet | undefined => {
    const found = accounts.filter((each) => each.channel === channel).sort(byAccount);
    const sheets = found.map(({ provider, account }): Tree => ({ provider, account }));
    return sheets.length > 1 ? sheets : sheets[0];
  };
  return pruned({
    webchat: own('webchat') !== undefined,
    sms: own('sms'),
    whatsapp: own('whatsapp'),
    voice: own('voice'),
  });
}

function byAccount(left: AccountDefinition, right: AccountDefinition): number {
  return left.account < right.account ? -1 : 1;
}

function exceptionSheet(days: readonly HoursException[] = []): Tree | undefined {
  const sheets = inOrder(days).map(({ date, open, reason }): { date: string; same: Sheet } => {
    const text = shiftsText([...open].sort((left, right) => left.from - right.from));
    return { date, same: reason === null ? text : pruned({ open: text, reason }) };
  });
  return unlessEmpty(Object.fromEntries(keysOfDays(sheets)));
}

function branchSheet(
  branch: Branch,
  { languages, weekStart }: BusinessDefinition,
  holidays: readonly SharedHoliday[],
): Tree {
  return pruned({
    name: nameText(branch.names, languages),
    zone: branch.zone,
    address: branch.address,
    hours: weekText(branch.hours, weekStart),
    exceptions: exceptionSheet(ownExceptions(branch, holidays)),
  });
}

function resourceSheet(resource: Resource, { languages, weekStart, branches }: BusinessDefinition): Tree {
  return pruned({
    name: nameText(resource.names, languages),
    branch: branches.length > 1 ? resource.branch : undefined,
    capacity: resource.capacity === 1 ? undefined : resource.capacity,
    hours: resource.hours === undefined ? undefined : weekText(resource.hours, weekStart),
    exceptions: exceptionSheet(resource.exceptions),
    limits: limitsSheet(resource.limits),
  });
}

function serviceSheet(service: Service, { languages, currency, resources }: BusinessDefinition): Tree {
  const { bufferBefore, bufferAfter, depositPercent, minutesByPerson = {} } = service;
  return pruned({
    name: nameText(service.names, languages),
    synonyms: unlessEmpty(inLanguages(service.synonyms, languages)),
    minutes: service.minutes,
    'minutes-by-person': unlessEmpty(minutesByPerson),
    'buffer-before': bufferBefore === 0 ? undefined : bufferBefore,
    'buffer-after': bufferAfter === 0 ? undefined : bufferAfter,
    price: toMajor(service.price, currency),
    deposit: depositPercent === 0 ? undefined : `${String(depositPercent)} %`,
    needs: service.needs.map((need) => needSheet(need, resources)),
    limits: limitsSheet(service.limits),
  });
}

function articleSheet({ articles = [], languages }: BusinessDefinition): Tree | undefined {
  return unlessEmpty(
    Object.fromEntries(articles.map(({ topic, texts }) => [topic, nameText(texts, languages)])),
  );
}

function needSheet({ kind, whole, pool }: Requirement, resources: readonly Resource[]): Sheet {
  const all = resources.filter((each) => each.kind === kind).map(({ id }) => id);
  const isAll = pool.length === all.length && pool.every((id, at) => id === all[at]);
  if (isAll && whole) return kind;
  const named: Tree = { [kind]: isAll ? 'any' : pool };
  return whole ? named : { ...named, share: true };
}
