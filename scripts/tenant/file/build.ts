/** A business file without faults, as the definition that is stored. */
import { toMinor } from '../../../locales/money';
import type { AccountDefinition, BusinessDefinition } from '../../../models/businessDefinition';
import type { Branch, Requirement, Resource, Service } from '../../../scheduling/business';
import type { Entries, Named } from './entries';
import { withHolidays, type Holiday } from './holidays';
import { limitsAs } from './limits';
import { buildPolicy } from './policies';
import { isAny } from './references';
import type { BranchEntry, Header, Need, ResourceEntry, ServiceEntry } from './shape';
import { namesOf } from './trees';

/** @param entries read and checked, with nothing found */
export function build(header: Header, entries: Entries): BusinessDefinition {
  const { languages } = header;
  const resources = entries.resources.map(({ id, kind, entry }) =>
    buildResource(id, kind, whole(entry), languages, entries.branches),
  );
  return {
    slug: header.slug,
    names: namesOf(header.name, languages),
    languages,
    currency: header.currency,
    country: header.country,
    calendar: header.calendar,
    weekStart: header['week-starts'],
    sensitive: header.sensitive,
    policy: buildPolicy(header.policies, languages),
    assets: header.vehicles === undefined ? null : { kind: 'vehicle', classes: classesOf(header.vehicles) },
    branches: entries.branches.map(({ id, entry }) =>
      buildBranch(id, whole(entry), languages, header.holidays ?? []),
    ),
    resources,
    services: entries.services.map(({ id, entry }) => buildService(id, whole(entry), header, resources)),
    accounts: accountsOf(header),
    ...articlesOf(header),
  };
}

function whole<Entry>(entry: Entry | null): Entry {
  if (entry === null) throw new Error('a business file with faults cannot be built');
  return entry;
}

function classesOf(vehicles: Readonly<Record<string, number>>): { id: string; factor: number }[] {
  return Object.entries(vehicles).map(([id, factor]) => ({ id, factor }));
}

function buildBranch(
  id: string,
  branch: BranchEntry,
  languages: readonly string[],
  holidays: readonly Holiday[],
): Branch {
  return {
    id,
    names: namesOf(branch.name, languages),
    zone: branch.zone,
    address: branch.address,
    hours: branch.hours,
    exceptions: withHolidays(id, branch.exceptions ?? [], holidays),
  };
}

function buildResource(
  id: string,
  kind: Resource['kind'],
  resource: ResourceEntry,
  languages: readonly string[],
  branches: readonly Named<BranchEntry>[],
): Resource {
  const exceptions = resource.exceptions ?? [];
  return {
    id,
    kind,
    names: namesOf(resource.name, languages),
    branch: resource.branch ?? branches[0]?.id ?? '',
    capacity: resource.capacity,
    ...(resource.hours === undefined ? {} : { hours: resource.hours }),
    ...(exceptions.length === 0 ? {} : { exceptions }),
    ...limitsAs('limits', resource.limits),
  };
}

function buildService(
  id: string,
  service: ServiceEntry,
  { languages, currency }: Header,
  resources: readonly Resource[],
): Service {
  const own = service['minutes-by-person'];
  return {
    id,
    names: namesOf(service.name, languages),
    synonyms: synonymsOf(service.synonyms, languages),
    minutes: service.minutes,
    bufferBefore: service['buffer-before'],
    bufferAfter: service['buffer-after'],
    price: toMinor(service.price, currency),
    depositPercent: service.deposit,
    needs: service.needs.map((need) => buildNeed(need, resources)),
    ...(own === undefined || Object.keys(own).length === 0 ? {} : { minutesByPerson: own }),
    ...limitsAs('limits', service.limits),
  };
}

function synonymsOf(
  synonyms: ServiceEntry['synonyms'],
  [first = '']: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return Array.isArray(synonyms) ? { [first]: synonyms } : (synonyms ?? {});
}

function buildNeed({ kind, pool, share }: Need, resources: readonly Resource[]): Requirement {
  const all = resources.filter((each) => each.kind === kind).map(({ id }) => id);
  return { kind, whole: !share, pool: isAny(pool) ? all : pool };
}

function articlesOf({ articles, languages }: Header): Pick<BusinessDefinition, 'articles'> {
  const found = Object.entries(articles ?? {});
  if (found.length === 0) return {};
  return { articles: found.map(([topic, text]) => ({ topic, texts: namesOf(text, languages) })) };
}

function accountsOf({ slug, channels }: Header): readonly AccountDefinition[] {
  const own = (channel: 'sms' | 'whatsapp' | 'voice'): AccountDefinition[] =>
    (channels[channel] ?? []).map((account) => ({ channel, ...account }));
  const webchat: AccountDefinition = { channel: 'webchat', provider: 'webchat', account: slug };
  return [...(channels.webchat ? [webchat] : []), ...own('sms'), ...own('whatsapp'), ...own('voice')];
}
