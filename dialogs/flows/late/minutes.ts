/** Asking by how many minutes: once, and no answer is needed; a time of arrival is one. */
import type { Business } from '../../../scheduling/business';
import { wallOf } from '../../../scheduling/localDate';
import { say, words } from '../../facts';
import type { Ask, Question, Scene } from '../../flow';
import type { Offered } from '../../talk';
import { slotText } from '../../turn';
import { lateIn } from './today';

/** The slot's value where nobody knows: the team is told all the same. */
export const UNKNOWN = 0;
/** The hour at which they will be there. */
const ARRIVES = 'minutes.arrives';
const OFFERED = 2;
const MOST_MINUTES = 12 * 60;

export const minutes: Ask = {
  slot: 'minutes',
  beside: [ARRIVES],
  hear: (said) =>
    said.slot === 'when' && said.about === undefined && said.value.time
      ? { [ARRIVES]: said.value.time.value }
      : null,
  settle: async (scene) => {
    const told = scene.frame.slots['minutes'];
    if (typeof told === 'number') return { kind: 'settled', value: told };
    const arrives = slotText(scene.frame.slots, ARRIVES);
    const late = arrives === undefined ? 0 : minutesAfter(lateIn(scene).start, arrives);
    if (late > 0 && late <= MOST_MINUTES) return { kind: 'settled', value: late };
    return { kind: 'open', question: byHowMany(scene) };
  },
};

/** Of the same day, by the wall clock. */
function minutesAfter(start: string, time: string): number {
  return wallOf(`${start.slice(0, 10)}T${time}`) - wallOf(start);
}

function byHowMany({ world }: Scene): Question {
  return {
    asking: 'choice',
    says: [say('late.minutes')],
    hint: say('late.minutesHint'),
    choices: [
      ...lengths(world.business).map(offered),
      { label: words('late.dontKnow'), acts: [late(UNKNOWN)] },
    ],
  };
}

/** A few lengths that the business reckons in itself. */
function lengths({ policy, services }: Business): readonly number[] {
  const all = new Set([policy.gridMinutes, ...services.map((service) => service.minutes)]);
  return [...all].sort((left, right) => left - right).slice(0, OFFERED);
}

function offered(by: number): Offered {
  return { label: { kind: 'minutes', minutes: by }, acts: [late(by)] };
}

function late(by: number): Offered['acts'][number] {
  return { act: 'request', intent: 'late', minutes: by };
}
