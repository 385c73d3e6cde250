/** Asking for the right name, where a wish to change it did not bring it along. */
import { say } from '../../facts';
import type { Ask } from '../../flow';
import { slotText } from '../../turn';
import { aboutIn } from './wish';

export const NEW_NAME = 'name';

export const newName: Ask = {
  slot: NEW_NAME,
  hear: (said) => (said.slot === 'name' ? { [NEW_NAME]: said.value } : null),
  settle: async (scene) => {
    if (aboutIn(scene) !== 'name') return { kind: 'unneeded' };
    const said = slotText(scene.frame.slots, NEW_NAME);
    if (said !== undefined) return { kind: 'settled', value: said };
    const question = {
      asking: 'name',
      says: [say('profile.whichName')],
      hint: say('ask.nameHint'),
      choices: [],
    } as const;
    return { kind: 'open', question };
  },
};
