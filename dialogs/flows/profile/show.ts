/** "What do you know about me?": name, number, vehicles, language; nothing at all for who has not shown who they are. */
import type { ProfileResult, ProfileView } from '../../../commands/visitTypes';
import type { Fact, Saying } from '../../../locales/saying';
import { assetText } from '../../asks/asset';
import { listFact, say, words } from '../../facts';
import { deed } from '../../flow';
import { LANGUAGE_NAMES } from '../../repair/languageNames';
import { aboutIn } from './wish';

/** Told of what is asked about and of what cannot be changed here, without a hint of whether there is something. */
export const UNPROVEN: readonly Saying[] = [say('profile.unproven'), say('repair.orPerson')];

export const shown = deed<string, ProfileResult>({
  id: 'shown',
  inputs: (scene) => (aboutIn(scene) === 'data' ? scene.world.customer.id : null),
  run: async (_customer, { world }) => world.visits.profile(),
  results: {
    profile: ({ profile }) => ({ says: told(profile), ends: true }),
    unproven: () => ({ says: UNPROVEN, ends: true }),
  },
});

function told({ name, phone, language, preferredChannel, assets }: ProfileView): readonly Saying[] {
  const vehicles = assets.map((each): Fact => ({ kind: 'code', text: assetText(each) }));
  const knowsNothing = name === null && phone === null && assets.length === 0;
  const facts = {
    name: name ?? undefined,
    phone: phone === null ? undefined : ({ kind: 'code', text: phone } as const),
    assets: listFact(vehicles, 'and'),
    language: language === null ? undefined : LANGUAGE_NAMES[language],
    channel: channelFact(preferredChannel),
  };
  return [say(knowsNothing ? 'profile.nothing' : 'profile.known', facts), say('profile.canChange')];
}

const CHANNEL_KEYS: Readonly<Record<string, string>> = {
  whatsapp: 'profile.whatsapp',
  sms: 'profile.sms',
  email: 'profile.email',
  webchat: 'profile.webchat',
  voice: 'profile.voice',
};

export function channelFact(channel: string | null | undefined): Fact | undefined {
  const key = channel === null || channel === undefined ? undefined : CHANNEL_KEYS[channel];
  return key === undefined ? undefined : words(key);
}
