/** A call back: the number, when it suits where that was said, and a task for the team. */
import { phone } from '../asks/phone';
import { ask, type Ask, type Scene } from '../flow';
import { toJson } from '../json';
import { slotText } from '../turn';
import { keepPhone } from './booking/customer';
import { aboutOf, forTheTeam, raiseTask, sayPassedOn } from './handoff';
import { words } from '../facts';

/** "After four": for the person who calls, in the customer's own words; it is no wish for an appointment. */
const whenToCall: Ask = {
  slot: 'when',
  hear: (said) => (said.slot === 'when' ? { when: toJson(said.value) } : null),
  settle: async () => ({ kind: 'unneeded' }),
};

export const callback = forTheTeam('callback', [
  ask(phone),
  ask(whenToCall),
  keepPhone,
  raiseTask('callback', (scene) => {
    const number = numberOf(scene);
    return number === undefined ? aboutOf(scene) : `Call ${number}\n${aboutOf(scene)}`;
  }),
  sayPassedOn('handoff.callback', (scene) => {
    const number = numberOf(scene);
    return {
      ...(number !== undefined && { phone: { kind: 'code', text: number } as const }),
      ...('when' in scene.frame.slots && { noted: words('handoff.timeNoted') }),
    };
  }),
]);

function numberOf({ settled, world }: Scene): string | undefined {
  return slotText(settled, 'phone') ?? world.customer.phone ?? undefined;
}
