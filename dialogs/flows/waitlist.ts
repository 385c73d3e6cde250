/** Waiting for a time: what for and which days is asked; then the customer is on the list, and is written to when something is free. */
import type { JoinWaitlistResult, WaitlistView } from '../../commands/waitlist/types';
import { offerMinutes } from '../../commands';
import type { PreferenceWindow } from '../../scheduling/waitlist';
import { keptAsset } from '../asks/asset';
import { asset } from '../asks/asset';
import { attendee as attendeeAsk } from '../asks/attendee';
import { attendee } from '../asks/name';
import { branch } from '../asks/branch';
import { person } from '../asks/person';
import { service } from '../asks/service';
import { when } from '../asks/when';
import { whenHint } from '../asks/when/offers';
import { placeOf } from '../asks/when/place';
import { isEmptyWish, wishOf } from '../asks/when/wish';
import { say } from '../facts';
import { ask, deed, type Ask, type Flow, type Scene } from '../flow';
import { same, toJson } from '../json';
import type { Json } from '../talk';
import { slotText } from '../turn';
import { keepAsset } from './booking/customer';
import { refused } from './booking/refused';
import { windowsOf } from './waitlist/windows';
import { waitFacts } from './waitlist/words';

/** Days and hours, none of which has to be free. */
const whichDays: Ask = {
  ...when,
  settle: async (scene) => {
    const place = placeOf(scene);
    const wish = wishOf(scene.frame.slots['when']);
    const said = wish && !isEmptyWish(wish) && !wish.impossible ? wish : undefined;
    if (place && said) return { kind: 'settled', value: windowsOf(place, said).map(toJson) };
    const question = {
      asking: 'when',
      says: [say('waitlist.ask')],
      hint: whenHint(scene),
      choices: [],
    } as const;
    return { kind: 'open', question };
  },
};

type Joining = {
  readonly service: string;
  readonly branch: string;
  readonly person: string | null;
  readonly assetId: string | null;
  readonly assetClass: string | null;
  readonly attendee: string | null;
  readonly windows: Json;
};

type Joined = JoinWaitlistResult | { readonly kind: 'already'; readonly entry: WaitlistView };

const join = deed<Joining, Joined>({
  id: 'joined',
  inputs: joining,
  run: async (inputs, { world }, key) => {
    const windows = inputs.windows as unknown as readonly PreferenceWindow[];
    const known = (await world.waitlist.waits()).find(
      (each) => each.service === inputs.service && same(toJson(each.windows), inputs.windows),
    );
    if (known) return { kind: 'already', entry: known };
    return world.waitlist.join({ ...withoutNulls(inputs), windows }, key);
  },
  results: {
    waiting: ({ entry }, { world }) => ({
      says: [say('waitlist.joined', { ...waitFacts(world, entry), minutes: minutesFact(world) })],
      ends: true,
    }),
    already: ({ entry }, { world }) => ({
      says: [say('waitlist.already', waitFacts(world, entry))],
      ends: true,
    }),
    refused: ({ refusal }, scene) => refused(scene, refusal, []),
  },
});

function joining(scene: Scene): Joining | null {
  const { settled, frame } = scene;
  const [of, at] = [slotText(settled, 'service'), slotText(settled, 'branch')];
  const windows = settled['when'];
  if (of === undefined || at === undefined || windows === undefined) return null;
  const own = keptAsset(settled['asset']) ?? keptAsset(frame.facts['kept']?.value);
  return {
    ...{ service: of, branch: at, windows },
    person: slotText(settled, 'person') ?? null,
    assetId: own?.id ?? null,
    assetClass: own?.class ?? null,
    attendee: attendee(scene) ?? null,
  };
}

function withoutNulls({
  service: of,
  branch: at,
  person: who,
  assetId,
  assetClass,
  attendee: whose,
}: Joining) {
  return {
    ...{ service: of, branch: at },
    ...(who !== null && { person: who }),
    ...(assetId !== null && { assetId }),
    ...(assetClass !== null && { assetClass }),
    ...(whose !== null && { attendee: whose }),
  };
}

function minutesFact({ business }: Scene['world']) {
  return { kind: 'minutes', minutes: offerMinutes(business.policy) } as const;
}

export const waitlist: Flow = {
  id: 'waitlist',
  version: 1,
  drafts: false,
  steps: [
    ask(service),
    ask(branch),
    ask(person),
    ask(asset),
    ask(whichDays),
    ask(attendeeAsk),
    keepAsset,
    join,
  ],
  resumes: () => say('waitlist.resume'),
};
