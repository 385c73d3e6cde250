/** Asking what an estimate is for: one or several services of the catalog. */
import { nameFact, say } from '../../facts';
import type { Ask, Question, Slots } from '../../flow';
import type { World } from '../../talk';
import { serviceChoice } from '../../asks/service';

export const SERVICES = 'services';

/** The most that a list on a phone shows. */
const MOST_CHOICES = 10;

export const services: Ask = {
  slot: SERVICES,
  hear: (said, slots) => {
    if (said.slot !== 'service') return null;
    const before = servicesIn(slots);
    return { [SERVICES]: before.includes(said.value) ? [...before] : [...before, said.value] };
  },
  settle: async ({ world, frame }) => {
    const offered = world.business.services.map(({ id }) => id);
    const wished = servicesIn(frame.slots).filter((id) => offered.includes(id));
    if (wished.length > 0) return { kind: 'settled', value: wished };
    return { kind: 'open', question: whichServices(world) };
  },
};

export function servicesIn(slots: Slots): readonly string[] {
  const kept = slots[SERVICES];
  return Array.isArray(kept) ? kept.flatMap((id) => (typeof id === 'string' ? [id] : [])) : [];
}

function whichServices({ business }: World): Question {
  const example = business.services[0];
  return {
    asking: 'service',
    says: [say('estimateTalk.which'), say('estimateTalk.orPerson')],
    again: [say('estimateTalk.which')],
    hint: say('ask.serviceHint', { example: example && nameFact(example.names) }),
    choices: business.services.slice(0, MOST_CHOICES).map(serviceChoice),
  };
}
