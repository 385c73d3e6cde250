/** Changing name or channel: done at once and told, for it can be changed back as easily. */
import type { ChangeProfileResult, ProfileChange } from '../../../commands/visitTypes';
import type { Fact } from '../../../locales/saying';
import { listFact, say } from '../../facts';
import { deed, type SayStep, type Scene } from '../../flow';
import { slotText } from '../../turn';
import { NEW_NAME } from './newName';
import { AGREED, IN_PASSING } from './rename';
import { channelFact, UNPROVEN } from './show';
import { aboutIn, CHANNEL } from './wish';

type Change = { readonly name?: string; readonly preferredChannel?: string };

export const changed = deed<Change, ChangeProfileResult>({
  id: 'changed',
  seals: true,
  inputs: changeIn,
  run: async (change: ProfileChange, { world }) => world.visits.changeProfile(change),
  results: {
    changed: () => ({ keep: true }),
    'unknown-language': () => ({ says: UNPROVEN, ends: true }),
    unreachable: ({ channels }) => ({
      says: [say('profile.unreachable', { channels: channelsFact(channels) })],
      ends: true,
    }),
    unproven: () => ({ says: UNPROVEN, ends: true }),
  },
});

function changeIn(scene: Scene): Change | null {
  const { frame, settled } = scene;
  const name = slotText(settled, NEW_NAME);
  const agreed = frame.slots[IN_PASSING] !== true || AGREED in frame.facts;
  if (aboutIn(scene) === 'name' && name !== undefined) return agreed ? { name } : null;
  const channel = slotText(frame.slots, CHANNEL);
  return aboutIn(scene) === 'channel' && channel !== undefined ? { preferredChannel: channel } : null;
}

function channelsFact(channels: readonly string[]): Fact | undefined {
  return listFact(
    channels.flatMap((each) => channelFact(each) ?? []),
    'and',
  );
}

export const sayChanged: SayStep = {
  kind: 'say',
  id: 'saidChanged',
  inputs: ({ frame }) => frame.facts['changed']?.inputs ?? null,
  says: (scene) => {
    const { frame } = scene;
    if (!('changed' in frame.facts)) return [say('profile.whichChannel')];
    if (aboutIn(scene) === 'name') return [say('profile.named', { name: slotText(frame.slots, NEW_NAME) })];
    return [say('profile.channelKept', { channel: channelFact(slotText(frame.slots, CHANNEL)) })];
  },
};
