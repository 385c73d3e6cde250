/** The commands on several bookings as one conversation may call them: bound to its transaction, its clock and its customer. */
import { cancelPlan, quotePlanCancellation } from './plans/cancelPlan';
import { confirmPlan } from './plans/confirmPlan';
import { releasePlan, renewPlan } from './plans/endHolds';
import { holdPlan } from './plans/holdPlan';
import { movePlan } from './plans/movePlan';
import { lookPlan } from './plans/ownPlan';
import { quotePlan } from './plans/quotePlan';
import type { PlanCommands } from './plans/types';
import { bookSeries } from './series/bookSeries';
import { cancelSeries, quoteSeriesCancellation } from './series/cancelSeries';
import { checkSeries } from './series/checkSeries';
import { rescheduleSeries } from './series/rescheduleSeries';
import type { CommandContext } from './types';

/** @param context as `bindCommands` makes it: with what was seen, and with what waits to be kept */
export function bindPlans(context: CommandContext): PlanCommands {
  return {
    quotePlan: (input) => quotePlan(context, input),
    holdPlan: (input, key) => holdPlan(context, input, key),
    movePlan: (input, key) => movePlan(context, input, key),
    lookPlan: (planId) => lookPlan(context, planId),
    renewPlan: (planId) => renewPlan(context, planId),
    releasePlan: (planId) => releasePlan(context, planId),
    confirmPlan: (input, key) => confirmPlan(context, input, key),
    quotePlanCancellation: (planId) => quotePlanCancellation(context, planId),
    cancelPlan: (input, key) => cancelPlan(context, input, key),
    checkSeries: (input) => checkSeries(context, input),
    bookSeries: (input, key) => bookSeries(context, input, key),
    quoteSeriesCancellation: (bookingId, scope) => quoteSeriesCancellation(context, bookingId, scope),
    cancelSeries: (input, key) => cancelSeries(context, input, key),
    rescheduleSeries: (input, key) => rescheduleSeries(context, input, key),
  };
}
