/** Who comes, where that is not who writes; the name is asked for only where a business has to know whom it treats. */
import type { AttendeeMention } from '../../understanding/mentions';
import { attendeeIn, attendeeText } from '../attendee';
import { say } from '../facts';
import type { Ask, Question, Slots } from '../flow';
import { toJson } from '../json';
import type { Json, World } from '../talk';

const SLOT = 'attendee';

export const attendee: Ask = {
  slot: SLOT,
  hear: (said, slots, world) => {
    if (said.slot === 'attendee') return { [SLOT]: attendeeJson(said.value) };
    const stood = attendeeIn(slots[SLOT]);
    const isTheirs = said.slot === 'name' && stood && awaitsName(stood, slots, world);
    return isTheirs ? { [SLOT]: toJson({ ...stood, name: said.value }) } : null;
  },
  settle: async ({ world, frame }) => {
    const mention = attendeeIn(frame.slots[SLOT]);
    const text = mention && attendeeText(mention);
    if (!mention || typeof text !== 'string') return { kind: 'unneeded' };
    if (hasToBeNamed(mention, world)) return { kind: 'open', question: whatName() };
    return { kind: 'settled', value: text };
  },
};

/** Null for who writes. */
export function attendeeJson(mention: AttendeeMention): Json {
  return attendeeText(mention) === null ? null : toJson(mention);
}

/** A practice has to know whom it treats; for others "your son" will do. */
export function hasToBeNamed({ name }: AttendeeMention, { business }: World): boolean {
  return business.sensitive && name === undefined;
}

/** Whether a name that is told now can only be theirs: who writes is known, or it was asked for. */
function awaitsName(stood: AttendeeMention, slots: Slots, world: World): boolean {
  if (stood.name !== undefined) return false;
  return hasToBeNamed(stood, world) || world.customer.name !== null || 'name' in slots;
}

export function whatName(): Question {
  return { asking: 'name', says: [say('ask.attendee')], hint: say('ask.attendeeHint'), choices: [] };
}
