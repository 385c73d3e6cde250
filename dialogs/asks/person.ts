/** A person is never asked for; a wish is kept, and only where it cannot be it is asked what to do instead. */
import type { Business, Resource, Service } from '../../scheduling/business';
import { branchFact, nameFact, say, serviceFact, serviceOf } from '../facts';
import type { Ask, Question, Scene } from '../flow';
import type { Offered } from '../talk';
import { slotText } from '../turn';
import { resourceOf } from './branch';

const ANYONE = 'any';

export const person: Ask = {
  slot: 'person',
  hear: (said) => (said.slot === 'person' ? { person: said.value } : null),
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

function peopleFor(business: Business, service: Service): readonly Resource[] {
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
