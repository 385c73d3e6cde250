/** The same is booked already at that time: whoever books it once more may have forgotten it, so they are asked. */
import type { BookingView } from '../../../commands/types';
import { momentFact, say, serviceFact, words } from '../../facts';
import type { ConfirmStep, Scene } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Json, Offered } from '../../talk';
import { slotText } from '../../turn';

/** The booking that stands already. */
export const TWIN = 'twin';

/** All that a yes is about: which booking there is beside it. */
export function twinJson(booked: BookingView | undefined): Json {
  if (!booked) return null;
  const { id, service, start } = booked;
  return toJson({ id, service, start });
}

export const another: ConfirmStep = {
  kind: 'confirm',
  id: 'another',
  shown: async ({ frame }) => frame.slots[TWIN] ?? null,
  readBack: (scene) => ({
    asking: 'confirm',
    says: [say('twin.ask', factsOf(scene))],
    hint: say('twin.hint'),
    choices: [YES, NO],
  }),
  denied: (scene) => ({ kind: 'drop', says: [say('twin.kept', factsOf(scene))] }),
};

const YES: Offered = { label: words('choice.yes'), acts: [{ act: 'affirm' }] };
const NO: Offered = { label: words('choice.no'), acts: [{ act: 'deny' }] };

function factsOf({ frame, world }: Scene): Parameters<typeof say>[1] {
  const twin = frame.slots[TWIN];
  const told = isRecord(twin) ? twin : {};
  const start = slotText(told, 'start');
  return {
    service: serviceFact(world.business, slotText(told, 'service')),
    when: start === undefined ? undefined : momentFact(start),
  };
}
