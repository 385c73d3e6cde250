/** Asking which service: one of the catalog; an only one is assumed. */
import type { Service } from '../../scheduling/business';
import { nameFact, say, serviceOf } from '../facts';
import type { Ask, Question, Scene } from '../flow';
import type { Offered } from '../talk';
import { slotText } from '../turn';

/** The most that a list on a phone shows. */
const MOST_CHOICES = 10;

export const service: Ask = {
  slot: 'service',
  hear: (said) => (said.slot === 'service' && !said.not ? { service: said.value } : null),
  settle: async (scene) => {
    const { services } = scene.world.business;
    const chosen = serviceOf(scene.world.business, slotText(scene.frame.slots, 'service'));
    const only = services.length === 1 ? services[0] : undefined;
    const settled = chosen ?? only;
    if (settled) return { kind: 'settled', value: settled.id };
    return { kind: 'open', question: whichService(scene) };
  },
};

function whichService(scene: Scene): Question {
  const { services } = scene.world.business;
  const example = services[0];
  return {
    asking: 'service',
    says: [say('ask.service')],
    hint: say('ask.serviceHint', { example: example && nameFact(example.names) }),
    choices: services.slice(0, MOST_CHOICES).map(serviceChoice),
  };
}

export function serviceChoice({ id, names }: Service): Offered {
  return { label: nameFact(names), acts: [{ act: 'inform', slot: 'service', value: id }] };
}
