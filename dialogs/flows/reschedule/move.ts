/** Moving it: one deed that takes the new time and frees the old, or leaves the old standing and says so. */
import type { RescheduleResult } from '../../../commands/types';
import { momentFact, peopleFact, say } from '../../facts';
import { deed, type SayStep } from '../../flow';
import { toJson } from '../../json';
import { bookingIn } from '../booking/hold';
import { bookingFacts } from '../booking/readBack';
import { refused } from '../booking/refused';
import { asksAnew, notFree, peopleFound, placeFound, POSSIBLE, stands } from './check';
import { AGREED } from './readBack';
import { standingIn } from './standing';

export const MOVED = 'moved';

type Moving = {
  readonly bookingId: string;
  readonly start: string;
  readonly branch: string;
  readonly person: string | null;
  /** Who was named in the read-back: nobody else does it without a new yes. */
  readonly people: readonly string[];
};

const LOST = [POSSIBLE, AGREED];

export const move = deed<Moving, RescheduleResult>({
  id: MOVED,
  seals: true,
  inputs: (scene) => {
    const place = placeFound(scene);
    if (!place || !(AGREED in scene.frame.facts)) return null;
    const { booking, start, branch, person } = place;
    return { bookingId: booking, start, branch, person, people: peopleFound(scene) };
  },
  run: async ({ people, ...input }, { world }, key) =>
    world.commands.reschedule({ ...input, ...(people.length > 0 && { people }) }, key),
  results: {
    rescheduled: ({ booking }) => ({ keep: toJson(booking) }),
    taken: ({ alternatives }, scene) => ({
      ...asksAnew(scene, alternatives),
      drops: LOST,
      says: [notFree(scene), stands(scene)],
    }),
    refused: ({ refusal, alternatives }, scene) => {
      const outcome = refused(scene, refusal, alternatives);
      return { ...outcome, drops: LOST, says: [...(outcome.says ?? []), stands(scene)] };
    },
    over: () => ({ says: [say('reschedule.over')], ends: true }),
    unknown: () => ({ says: [say('reschedule.over')], ends: true }),
  },
});

export const sayMoved: SayStep = {
  kind: 'say',
  id: 'saidMoved',
  inputs: ({ frame }) => frame.facts[MOVED]?.value ?? null,
  says: ({ frame, world }) => {
    const made = frame.facts[MOVED];
    if (!made) return [];
    const booking = bookingIn(made.value);
    const { service, when, zone, branch, address } = bookingFacts(world, booking);
    const facts = {
      service,
      when,
      zone,
      branch,
      address,
      people: peopleFact(world.business, booking.people),
    };
    const from = momentFact(standingIn({ frame }).start);
    return [say('reschedule.done', { ...facts, from, reference: { kind: 'code', text: booking.reference } })];
  },
};
