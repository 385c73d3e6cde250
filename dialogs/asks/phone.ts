/** Asking for a phone number where the wire has none, unless it is known. */
import { say } from '../facts';
import type { Ask } from '../flow';
import { slotText } from '../turn';

export const phone: Ask = {
  slot: 'phone',
  hear: (said) => (said.slot === 'phone' ? { phone: said.value } : null),
  settle: async (scene) => {
    const { asksPhone, customer } = scene.world;
    const said = slotText(scene.frame.slots, 'phone');
    if (said !== undefined) return { kind: 'settled', value: said };
    if (!asksPhone || customer.phone !== null) return { kind: 'unneeded' };
    const question = {
      asking: 'phone',
      says: [say('ask.phone')],
      hint: say('ask.phoneHint'),
      choices: [],
    } as const;
    return { kind: 'open', question };
  },
};
