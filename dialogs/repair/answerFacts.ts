/** Questions about the business that its own facts answer: address, services, people, languages, and what cancelling costs. */
import type { Branch, Business } from '../../scheduling/business';
import type { Fact, Saying } from '../../locales/saying';
import { isSpoken } from '../../locales';
import { listFact, nameFact, personFact, say, words } from '../facts';
import type { Inform } from '../flow';
import type { World } from '../talk';
import type { Turn } from '../turn';
import { mapLink } from '../mapLink';
import { LANGUAGE_NAMES } from './languageNames';

/** Where it is, each with a link to a map; over SMS a link is only worth its length for one place. */
export function addressAnswer({ world }: Turn, about: readonly Inform[]): readonly Saying[] {
  const branches = branchesMeant(world.business, about);
  const linked = !world.smsWords || branches.length === 1;
  const lines = branches.map((branch) =>
    words('faq.address', {
      branch: nameFact(branch.names),
      address: branch.address,
      map: linked ? mapFact(branch) : undefined,
    }),
  );
  return [say('answer.lines', { lines: listFact(lines, 'lines') })];
}

function mapFact({ address }: Branch): Fact {
  return { kind: 'code', text: mapLink(address) };
}

/** The branches that a question names, or all of them. */
export function branchesMeant(business: Business, about: readonly Inform[]): readonly Branch[] {
  const wished = about.findLast((inform) => inform.slot === 'branch')?.value;
  return business.branches.filter(({ id }) => wished === undefined || id === wished);
}

export function servicesAnswer({ world }: Turn): readonly Saying[] {
  const names = world.business.services.map((each) => nameFact(each.names));
  return [say('answer.services', { services: listFact(names, 'and') })];
}

/** Who works there, by branch; of a service that was named only who does it. */
export function peopleAnswer({ world }: Turn, about: readonly Inform[]): readonly Saying[] | null {
  const { business } = world;
  const service = about.findLast((inform) => inform.slot === 'service')?.value;
  const branches = branchesMeant(business, about);
  const lines = branches.flatMap((branch) => {
    const people = business.resources.filter(
      (each) => each.kind === 'person' && each.branch === branch.id && does(business, each.id, service),
    );
    const names = listFact(
      people.flatMap(({ id }) => personFact(business, id) ?? []),
      'and',
    );
    return names ? [words('faq.people', { branch: nameFact(branch.names), people: names })] : [];
  });
  return lines.length > 0 ? [say('answer.lines', { lines: listFact(lines, 'lines') })] : null;
}

function does({ services }: Business, person: string, service: unknown): boolean {
  const asked = services.find(({ id }) => id === service);
  return !asked || asked.needs.some(({ kind, pool }) => kind === 'person' && pool.includes(person));
}

/** Those that the business writes in and that have words here. */
export function languagesAnswer({ world }: Turn): readonly Saying[] {
  const names = world.business.languages.filter(isSpoken).map((each) => LANGUAGE_NAMES[each] ?? each);
  return [say('faq.languages', { languages: listFact(names, 'and') })];
}

/** The rule of the business; what it comes to for one appointment is read back before that is cancelled. */
export function cancellationAnswer({ world }: Turn): readonly Saying[] {
  const { freeCancellationMinutes: free, lateFeePercent: percent } = world.business.policy;
  if (free === null) return [say('faq.cancelFree')];
  return [say('faq.cancelUntil', { before: { kind: 'minutes', minutes: free }, percent })];
}

/** What the business says on a topic, quoted as it stands; null where it says nothing: then nothing is made up. */
export function quoted({ business }: Pick<World, 'business'>, topic: string): readonly Saying[] | null {
  const article = business.articles?.find((each) => each.topic === topic);
  return article ? [say('faq.quote', { text: nameFact(article.texts) })] : null;
}
