/** What of a profile is not changed in a talk: a number takes a code, a vehicle and forgetting everything take a person. */
import { businessFact, say } from '../../facts';
import { deed } from '../../flow';
import { slotText } from '../../turn';
import { aboutIn, WORDS } from './wish';

type Wish = { readonly kind: 'other'; readonly text: string };
type Raised = { readonly kind: 'raised' };

const TASKS: Readonly<Record<string, { readonly text: string; readonly key: string }>> = {
  phone: { text: 'Wishes to change their number; it takes a code sent to it', key: 'profile.phone' },
  asset: { text: 'Says that a vehicle is not theirs any more', key: 'profile.asset' },
  forget: { text: 'Wishes that what is known about them is deleted', key: 'profile.forget' },
};

export const passedOn = deed<Wish, Raised>({
  id: 'passedOn',
  inputs: (scene) => {
    const task = TASKS[aboutIn(scene)];
    if (!task) return null;
    const words = slotText(scene.frame.slots, WORDS);
    return { kind: 'other', text: words === undefined ? task.text : `${task.text}: ${words}` };
  },
  run: async (wish, { world }, key) => {
    await world.commands.raiseTask(wish, key);
    return { kind: 'raised' };
  },
  results: {
    raised: (_result, scene) => {
      const key = TASKS[aboutIn(scene)]?.key ?? 'human.passedOn';
      return { says: [say(key, { business: businessFact(scene.world.business) })], ends: true };
    },
  },
});
