/** Makes bookings of all held items of a plan after a yes, or of none of them. */
import type { BookingRecord } from '../../models/bookingRecords';
import { confirmTogether } from '../../models/statements/plans';
import { onlyFor } from '../actors';
import type { CommandContext } from '../types';
import { isLapsed } from '../views';
import { confirmPlanAnew } from './confirmPlanAnew';
import { ownPlan } from './ownPlan';
import { commonOf, deedOn, placed } from './requests';
import { peopleOf, shownOf } from './shown';
import type { ConfirmPlanInput, ConfirmPlanResult } from './types';
import { isOpen, planView } from './views';

/**
 * A plan that is live and exactly as it was shown, people and prices included, is booked. One that lapsed takes the same times
 * again under today's rules and prices, and is booked if all is as it was shown. What differs is never booked but held and told
 * (`changed`); what cannot be had any more books nothing of it.
 */
export async function confirmPlan(
  context: CommandContext,
  input: ConfirmPlanInput,
  key: string,
): Promise<ConfirmPlanResult> {
  const bookings = await ownPlan(context, input.planId);
  const open = bookings.filter(isOpen);
  if (open.length === 0) return alreadyDone(context, bookings);
  if (isAsShown(context, open, input)) {
    const done = await confirmAsShown(context, open, key);
    if (done.kind === 'done' || done.kind === 'repeated') {
      return { kind: 'confirmed', plan: planView(context, await ownPlan(context, input.planId)) };
    }
  }
  return confirmPlanAnew(context, input, key);
}

function alreadyDone(context: CommandContext, bookings: readonly BookingRecord[]): ConfirmPlanResult {
  if (bookings.length === 0) return { kind: 'gone' };
  const plan = planView(context, bookings);
  return plan.status === 'confirmed' ? { kind: 'confirmed', plan } : { kind: 'gone' };
}

/** Every item still to be confirmed was shown, and is live and the same. */
function isAsShown(
  context: CommandContext,
  open: readonly BookingRecord[],
  { shown }: ConfirmPlanInput,
): boolean {
  return open.every((booking) => {
    const facts = shownOf(shown, booking.id);
    return (
      facts !== undefined &&
      !isLapsed(booking, context.clock.now()) &&
      booking.status === 'held' &&
      facts.start === booking.localStart &&
      facts.end === booking.localEnd &&
      facts.price === booking.price &&
      sameSet(facts.people, peopleOf(context.business, booking))
    );
  });
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each) => right.includes(each));
}

async function confirmAsShown(
  context: CommandContext,
  open: readonly BookingRecord[],
  key: string,
): ReturnType<typeof confirmTogether> {
  const common = commonOf(context, onlyFor(context.actor), key);
  return confirmTogether(
    context.tx,
    common,
    open.map((booking, index) => ({
      ...deedOn(context, booking.id),
      key: placed(key, index),
      shown: { start: booking.localStart, end: booking.localEnd, price: booking.price },
    })),
  );
}
