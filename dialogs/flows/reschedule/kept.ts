/** What a booking keeps when it moves, unless something else is wished: its service, branch, person and what it is done on. */
import type { BookingView } from '../../../commands/types';
import { branch } from '../../asks/branch';
import { person } from '../../asks/person';
import type { Ask, Scene, Slots } from '../../flow';
import { toJson } from '../../json';
import type { Json } from '../../talk';
import { slotText } from '../../turn';
import { standingIn } from './standing';

export const keptService: Ask = kept('service', ({ service }) => service);

/** Its kind counts even where it is nobody's known vehicle: it decides how long the service takes. */
export const keptAsset: Ask = kept('asset', ({ asset, assetClass }) =>
  toJson({ ...asset, class: assetClass ?? asset?.class ?? null }),
);

export const keptBranch: Ask = {
  ...branch,
  hear: (said, slots, world) => withTimeAgain(branch.hear(said, slots, world), slots),
  settle: async (scene) =>
    'branch' in scene.frame.slots
      ? branch.settle(scene)
      : { kind: 'settled', value: standingIn(scene).branch },
};

/** Who was wished for stays wished for; whoever happened to have it may change. */
export const keptPerson: Ask = {
  ...person,
  hear: (said, slots, world) => withTimeAgain(person.hear(said, slots, world), slots),
  settle: async (scene) => {
    if ('person' in scene.frame.slots) return person.settle(scene);
    const wished = wishedBefore(scene);
    return wished === null ? { kind: 'unneeded' } : { kind: 'settled', value: wished };
  },
};

/** Not at another branch, where they do not work. */
function wishedBefore(scene: Scene): string | null {
  const { person: wished, branch: before } = standingIn(scene);
  return slotText(scene.settled, 'branch') === before ? (wished ?? null) : null;
}

/** "With Jana then": the time that could not be had is tried again. */
function withTimeAgain(heard: Slots | null, slots: Slots): Slots | null {
  const { 'when.before': refused, 'when.offers': offers } = slots;
  if (!heard || 'when' in slots || offers === undefined || refused === undefined) return heard;
  return { ...heard, when: refused, 'when.before': null, 'when.offers': null };
}

function kept(slot: string, read: (booking: BookingView) => Json): Ask {
  return {
    slot,
    hear: () => null,
    settle: async (scene) => ({ kind: 'settled', value: read(standingIn(scene)) }),
  };
}
