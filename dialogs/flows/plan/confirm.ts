/** Making a held plan bookings: one yes, all of them or none. */
import type { ConfirmPlanInput, ConfirmPlanResult } from '../../../commands/plans/types';
import { offersJson } from '../../asks/when';
import { say } from '../../facts';
import { deed, type Outcome, type SayStep } from '../../flow';
import { toJson } from '../../json';
import type { Json } from '../../talk';
import { PLAN, planIn } from './hold';
import { AGREED_PLAN, planFacts } from './readBack';

const BOOKED_PLAN = 'bookedPlan';
const LOST = [PLAN, AGREED_PLAN];

export const confirmPlan = deed<Json, ConfirmPlanResult>({
  id: BOOKED_PLAN,
  seals: true,
  inputs: ({ frame }) => {
    const standing = frame.facts[PLAN];
    if (!standing || !(AGREED_PLAN in frame.facts)) return null;
    const { planId, items } = planIn(standing.value);
    const shown = items.map(({ id, start, end, price, people }) => ({
      bookingId: id,
      start,
      end,
      price,
      people,
    }));
    return toJson({ planId, shown });
  },
  // the inputs were made just above
  run: async (inputs, { world }, key) => world.plans.confirmPlan(inputs as unknown as ConfirmPlanInput, key),
  results: {
    confirmed: ({ plan }) => ({ keep: toJson(plan) }),
    changed: ({ plan }) => ({
      updates: { [PLAN]: toJson(plan) },
      drops: [AGREED_PLAN],
      says: [say('book.changed')],
    }),
    taken: ({ alternatives }) => lost(alternatives),
    refused: ({ alternatives }) => lost(alternatives),
    gone: () => ({ drops: LOST, says: [say('book.lapsed')] }),
  },
});

function lost(alternatives: Parameters<typeof offersJson>[0]): Outcome {
  return {
    clears: ['when'],
    drops: LOST,
    sets: { 'when.offers': offersJson(alternatives) },
    says: [say('plan.takenMeanwhile')],
  };
}

export const sayPlanBooked: SayStep = {
  kind: 'say',
  id: 'saidPlanBooked',
  inputs: ({ frame }) => frame.facts[BOOKED_PLAN]?.value ?? null,
  says: ({ frame, world }) => {
    const made = frame.facts[BOOKED_PLAN];
    return made ? [say('plan.done', planFacts(world, planIn(made.value), 'plan.itemDone'))] : [];
  },
};
