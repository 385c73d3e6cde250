/** A known customer who says another name in passing may speak of somebody else: the change is read back first. */
import { say, words } from '../../facts';
import type { ConfirmStep } from '../../flow';
import { slotText } from '../../turn';
import { YES } from '../booking/readBack';
import { NEW_NAME } from './newName';

export const AGREED = 'agreed';
/** The name was told, and no change was wished for. */
export const IN_PASSING = 'inPassing';

export const rename: ConfirmStep = {
  kind: 'confirm',
  id: AGREED,
  shown: async ({ frame, world }) => {
    const name = slotText(frame.slots, NEW_NAME);
    if (frame.slots[IN_PASSING] !== true || name === undefined) return null;
    return { before: world.customer.name, name };
  },
  readBack: ({ frame, world }) => ({
    asking: 'confirm',
    says: [
      say('profile.rename', {
        before: world.customer.name ?? undefined,
        name: slotText(frame.slots, NEW_NAME),
      }),
    ],
    hint: say('profile.renameHint'),
    choices: [YES, { label: words('choice.no'), acts: [{ act: 'deny' }] }],
  }),
  denied: () => ({ kind: 'drop', says: [say('profile.nameKept')] }),
};
