/** Making the held time a booking: the deed that a yes leads to, and that seals the request. */
import type { ConfirmResult } from '../../../commands/types';
import { offersJson } from '../../asks/when';
import { momentFact, say } from '../../facts';
import { deed, type SayStep, type Scene } from '../../flow';
import { toJson } from '../../json';
import { bookingIn, HOLD } from './hold';
import { AGREED, bookingFacts } from './readBack';
import { refused } from './refused';

type Confirming = {
  readonly bookingId: string;
  readonly shown: {
    readonly start: string;
    readonly end: string;
    readonly price: number;
    readonly people: readonly string[];
  };
};

export const BOOKED = 'booked';

const LOST = [HOLD, AGREED];

export const confirm = deed<Confirming, ConfirmResult>({
  id: BOOKED,
  seals: true,
  inputs: ({ frame }) => {
    const standing = frame.facts[HOLD];
    if (!standing || !(AGREED in frame.facts)) return null;
    const { id, start, end, price, people } = bookingIn(standing.value);
    return { bookingId: id, shown: { start, end, price, people } };
  },
  run: async (inputs, { world }, key) => world.commands.confirm(inputs, key),
  results: {
    confirmed: ({ booking }) => ({ keep: toJson(booking) }),
    changed: ({ hold }) => ({
      updates: { [HOLD]: toJson(hold) },
      drops: [AGREED],
      says: [say('book.changed')],
    }),
    taken: ({ alternatives }, scene) => ({
      clears: ['when'],
      drops: LOST,
      sets: { 'when.offers': offersJson(alternatives) },
      says: [say('book.takenMeanwhile', { when: heldStart(scene) })],
    }),
    refused: ({ refusal, alternatives }, scene) => ({
      ...refused(scene, refusal, alternatives),
      drops: LOST,
    }),
    gone: () => ({ drops: LOST, says: [say('book.lapsed')] }),
  },
});

export const sayBooked: SayStep = {
  kind: 'say',
  id: 'saidBooked',
  inputs: ({ frame }) => frame.facts[BOOKED]?.value ?? null,
  says: ({ frame, world }) => {
    const made = frame.facts[BOOKED];
    if (!made) return [];
    const booking = bookingIn(made.value);
    const reference = { kind: 'code', text: booking.reference } as const;
    return [say('book.done', { ...bookingFacts(world, booking), reference })];
  },
};

function heldStart({ frame }: Scene): ReturnType<typeof momentFact> | undefined {
  const standing = frame.facts[HOLD];
  return standing && momentFact(bookingIn(standing.value).start);
}
