/** Services, people and branches by name. */
import { matchesOf } from '../text/matches';
import type { Act } from '../acts';
import type { Entry } from '../catalog';
import type { Finding, Recogniser, Scene } from '../scene';
import { matchNames } from './matchNames';
import { nameIndexOf } from './nameIndex';

type Slot = 'service' | 'person' | 'branch';

const LEAD = 24;

export const SERVICES: Recogniser = {
  name: 'service',
  read: (scene) => found(scene, scene.hearing.catalog.services, 'service'),
};

export const BRANCHES: Recogniser = {
  name: 'branch',
  read: (scene) => found(scene, scene.hearing.catalog.branches, 'branch'),
};

/** "with Ali", or whoever is free. */
export const PEOPLE: Recogniser = {
  name: 'person',
  read: (scene) => [
    ...found(scene, firstNames(scene.hearing.catalog.people), 'person'),
    ...anyone(scene),
    ...someoneElse(scene),
  ],
};

function found(scene: Scene, entries: readonly Entry[], slot: Slot): Finding[] {
  const index = nameIndexOf(entries, scene.language);
  return matchNames(scene.tokens, index, scene.language, scene.claims).map(({ id, from, to }) => ({
    recogniser: slot,
    from,
    to,
    slot,
    acts: [inform(slot, id)],
  }));
}

function inform(slot: Slot, value: string): Act {
  return { act: 'inform', slot, value };
}

function anyone(scene: Scene): Finding[] {
  return matchesOf(scene.text, scene.language.anyPerson).map((match) => ({
    recogniser: 'person.any',
    from: match.index,
    to: match.index + match[0].length,
    slot: 'person',
    acts: [inform('person', 'any')],
  }));
}

function someoneElse(scene: Scene): Finding[] {
  return matchesOf(scene.text, scene.language.otherPerson).map((match) => ({
    recogniser: 'person.other',
    from: match.index,
    to: match.index + match[0].length,
    acts: [{ act: 'inform', slot: 'person', value: 'any', not: true }],
  }));
}

const shortened = new WeakMap<readonly Entry[], readonly Entry[]>();
const TITLE = /^(?:dr|doctor|prof|mr|mrs|ms|miss|herr|frau|د|دکتر|دكتور|دكتورة|آقای|خانم)\.? /iu;

/** People are called without their title, and by their first name alone unless two share it. */
function firstNames(people: readonly Entry[]): readonly Entry[] {
  const known = shortened.get(people);
  if (known) return known;
  const firsts = people.flatMap(({ names }) => [...new Set(names.map(firstName))]);
  const shared = new Set(firsts.filter((name, place) => firsts.indexOf(name) !== place));
  const entries = people.map((person) => ({ ...person, names: variants(person, shared) }));
  shortened.set(people, entries);
  return entries;
}

function variants({ names }: Entry, shared: ReadonlySet<string>): string[] {
  const bare = names.map((name) => name.replace(TITLE, ''));
  return [...new Set([...bare, ...names.map(firstName).filter((name) => !shared.has(name))])];
}

function firstName(name: string): string {
  return name.replace(TITLE, '').split(' ')[0] ?? name;
}

/** Whether words before a finding deny it: "not the Golf". */
export function isDenied(scene: Scene, { from, to }: Finding): boolean {
  const { notBefore, notAfter } = scene.language.relations;
  return (
    notBefore.test(scene.text.slice(Math.max(0, from - LEAD), from)) ||
    notAfter.test(scene.text.slice(to, to + LEAD))
  );
}
