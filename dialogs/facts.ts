/** Sayings and their facts: names of the catalog, times, money, and what a booking shows of itself. */
import type { Branch, Business, LocalDateTime, Names, Service } from '../scheduling/business';
import type { Fact, Saying } from '../locales/saying';

type Facts = Readonly<Record<string, Fact | undefined>>;

/** A saying; facts that are undefined are absent, and the lines that need them are dropped. */
export function say(key: string, facts: Facts = {}): Saying {
  const given = Object.entries(facts).filter((entry): entry is [string, Fact] => entry[1] !== undefined);
  return { key, with: Object.fromEntries(given) };
}

/** A saying as part of another one. */
export function words(key: string, facts: Facts = {}): Fact {
  return { kind: 'saying', saying: say(key, facts) };
}

/** A name of the catalog, told in the customer's language. */
export function nameFact(names: Names): Fact {
  return { kind: 'name', names };
}

export function businessFact(business: Business): Fact {
  return nameFact(business.names);
}

export function serviceOf(business: Business, id: string | undefined): Service | undefined {
  return business.services.find((each) => each.id === id);
}

export function branchById(business: Business, id: string | undefined): Branch | undefined {
  return business.branches.find((each) => each.id === id);
}

export function serviceFact(business: Business, id: string | undefined): Fact | undefined {
  const service = serviceOf(business, id);
  return service && nameFact(service.names);
}

export function branchFact(business: Business, id: string | undefined): Fact | undefined {
  const branch = branchById(business, id);
  return branch && nameFact(branch.names);
}

/** Undefined for who is no person of the business, so that the line is dropped. */
export function personFact(business: Business, id: string | undefined): Fact | undefined {
  const person = business.resources.find((each) => each.kind === 'person' && each.id === id);
  return person && nameFact(person.names);
}

/** The people among resources: bays and rooms are not told. Undefined where there are none. */
export function peopleFact(business: Business, ids: readonly string[]): Fact | undefined {
  const items = ids.flatMap((id) => personFact(business, id) ?? []);
  return items.length > 0 ? { kind: 'list', items, joined: 'and' } : undefined;
}

/** The branch's name, where there is more than one to tell apart. */
export function branchToTell(business: Business, id: string | undefined): Fact | undefined {
  return business.branches.length > 1 ? branchFact(business, id) : undefined;
}

/** Weekday, date and time. */
export function momentFact(local: LocalDateTime): Fact {
  return { kind: 'moment', local };
}

export function dateFact(local: LocalDateTime): Fact {
  return { kind: 'date', local: local.slice(0, 10) };
}

export function timeFact(local: LocalDateTime): Fact {
  return { kind: 'time', local: local.slice(-5) };
}

/** @param minor minor units of the business's currency */
export function moneyFact(business: Business, minor: number): Fact {
  return { kind: 'money', minor, currency: business.currency };
}

/** Undefined for nothing, so that its line is dropped. */
export function listFact(items: readonly Fact[], joined: 'and' | 'or' | 'lines'): Fact | undefined {
  return items.length > 0 ? { kind: 'list', items, joined } : undefined;
}
