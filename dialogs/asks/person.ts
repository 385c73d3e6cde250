/** A person is never asked for; a wish is kept, and only where it cannot be it is asked what to do instead. */
import type { Business, Resource, Service } from '../../scheduling/business';
import { branchFact, nameFact, say, serviceFact, serviceOf } from '../facts';
import type { Ask, Question, Scene, Slots } from '../flow';
import type { Offered } from '../talk';
import { slotText } from '../turn';
import { resourceOf } from './branch';

const ANYONE = 'any';
/** Ids of people who are not wanted: "not with Ali". */
const UNWANTED = 'person.not';

export function unwantedPeople(slots: Slots): readonly string[] {
  const ids = slots[UNWANTED];
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}

/** "Whoever is free" lets go of every wish; "someone else" is anybody but who was wished for. */
function heard(id: string, not: boolean, slots: Slots): Slots {
  const [stood, unwanted] = [slotText(slots, 'person'), unwantedPeople(slots)];
  if (!not) {
    const left = id === ANYONE ? [] : unwanted.filter((each) => each !== id);
    return { person: id, [UNWANTED]: left.length > 0 ? left : null };
  }
  const out = id === ANYONE ? stood : id;
  const all = out === undefined || out === ANYONE ? unwanted : [...new Set([...unwanted, out])];
  return { person: stood === out ? null : (stood ?? null), [UNWANTED]: all.length > 0 ? all : null };
}

export const person: Ask = {
  slot: 'person',
  beside: [UNWANTED],
  hear: (said, slots) => (said.slot === 'person' ? heard(said.value, said.not === true, slots) : null),
  settle: async (scene) => {
    const { business } = scene.world;
    const wished = slotText(scene.frame.slots, 'person');
    const resource = wished === ANYONE ? undefined : resourceOf(business, wished);
    if (!resource) return { kind: 'unneeded' };
    const service = serviceOf(business, slotText(scene.settled, 'service'));
    if (service && !peopleFor(business, service).includes(resource)) {
      return { kind: 'open', question: cannotDoIt(scene, resource, service) };
    }
    if (slotText(scene.settled, 'branch') !== resource.branch) {
      return { kind: 'open', question: worksElsewhere(scene, resource) };
    }
    return { kind: 'settled', value: resource.id };
  },
};

export function peopleFor(business: Business, service: Service): readonly Resource[] {
  const pools = service.needs.filter(({ kind }) => kind === 'person').flatMap(({ pool }) => pool);
  return pools.flatMap((id) => resourceOf(business, id) ?? []);
}

function cannotDoIt(scene: Scene, resource: Resource, service: Service): Question {
  const { business } = scene.world;
  const others = peopleFor(business, service).slice(0, 2);
  const facts = { person: nameFact(resource.names), service: serviceFact(business, service.id) };
  return question([say('ask.personCannot', facts)], [...others.map(choice), anyone()], resource);
}

function worksElsewhere(scene: Scene, resource: Resource): Question {
  const { business } = scene.world;
  const here = branchFact(business, slotText(scene.settled, 'branch'));
  const there = branchFact(business, resource.branch);
  const facts = { person: nameFact(resource.names), here, there };
  const go: Offered = {
    label: there ?? nameFact(resource.names),
    acts: [{ act: 'inform', slot: 'branch', value: resource.branch }],
  };
  return question([say('ask.personElsewhere', facts)], [go, anyone()], resource);
}

function question(says: Question['says'], choices: readonly Offered[], resource: Resource): Question {
  return {
    asking: 'person',
    says,
    again: [say('ask.personAgain', { person: nameFact(resource.names) })],
    hint: say('ask.personHint', { person: nameFact(resource.names) }),
    choices,
  };
}

function choice({ id, names }: Resource): Offered {
  return { label: nameFact(names), acts: [{ act: 'inform', slot: 'person', value: id }] };
}

function anyone(): Offered {
  return {
    label: { kind: 'saying', saying: say('choice.anyone') },
    acts: [{ act: 'inform', slot: 'person', value: ANYONE }],
  };
}
