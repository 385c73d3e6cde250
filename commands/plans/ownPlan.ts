/** A plan as the actor may see it: for a customer only their own. */
import type { BookingRecord } from '../../models/bookingRecords';
import { bookingsOfPlan } from '../../models/statements/plans';
import { onlyFor } from '../actors';
import type { CommandContext } from '../types';
import { planView } from './views';
import type { PlanView } from './types';

/** In the order in which they were asked for; none: there is no such plan of theirs. */
export async function ownPlan(context: CommandContext, planId: string): Promise<readonly BookingRecord[]> {
  return UUID.test(planId) ? bookingsOfPlan(context.tx, planId, onlyFor(context.actor)) : [];
}

/** Today's facts of a plan; null when there is none such for this actor. */
export async function lookPlan(context: CommandContext, planId: string): Promise<PlanView | null> {
  const bookings = await ownPlan(context, planId);
  return bookings.length === 0 ? null : planView(context, bookings);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
