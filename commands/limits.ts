/** The limits that a planned time counts against, as the database is asked to count them, and what is said when one is reached. */
import type { LimitRow } from '../models/bookingRecords';
import type { BookingLimits } from '../scheduling/business';
import { addDays } from '../scheduling/localDate';
import { countedDays } from '../scheduling/limits';
import { dayBounds, toLocal, toLocalDate } from '../scheduling/zone';
import { alternativesTo, type Except } from './alternatives';
import { localDays, type LocalDays } from './localDays';
import type { Plan } from './plan';
import type { CommandContext, Refusal, TimeSlotView } from './types';

/**
 * Every limit of the plan's service, its customer and the given resources, over the local day and week in which it begins.
 * None for a time that is held already, and none for one that staff decide on.
 */
export function limitsOf(plan: Plan, resources: readonly string[]): readonly LimitRow[] {
  if (plan.standing !== undefined && plan.standing !== 'new') return [];
  const { business, service, customer } = plan;
  const ofCustomer = customer === undefined ? [] : limitsOfCustomer(plan, customer);
  const ofResources = business.resources
    .filter((each) => each.limits && resources.includes(each.id))
    .flatMap((each) => limitsAs(plan, 'resource', each.id, each.limits));
  return [...limitsAs(plan, 'service', service.id, service.limits), ...ofCustomer, ...ofResources];
}

/** Where and when a booking begins. */
type Beginning = Pick<Plan, 'business' | 'branch' | 'start'>;

/** Those of the customer alone, for a time that becomes theirs. */
export function limitsOfCustomer(beginning: Beginning, customer: string): readonly LimitRow[] {
  return limitsAs(beginning, 'customer', customer, beginning.business.policy.customerLimits);
}

function limitsAs(
  beginning: Beginning,
  of: LimitRow['of'],
  id: string,
  limits: BookingLimits | undefined,
): readonly LimitRow[] {
  const { perDay, perWeek } = limits ?? {};
  return [
    ...(perDay === undefined ? [] : [{ of, id, per: 'day' as const, most: perDay, ...dayOf(beginning) }]),
    ...(perWeek === undefined ? [] : [{ of, id, per: 'week' as const, most: perWeek, ...weekOf(beginning) }]),
  ];
}

function dayOf({ start, branch }: Beginning): LocalDays {
  const date = toLocalDate(start, branch.zone);
  return localDays(date, date);
}

function weekOf({ business, branch, start }: Beginning): LocalDays {
  const { from, to } = countedDays(business, branch, start, start + 1);
  return localDays(from, to);
}

/** The refusal of the one who came too late, with what could be had instead. */
export async function limitReached(
  context: CommandContext,
  plan: Plan,
  limit: LimitRow,
  except?: Except,
): Promise<{
  readonly kind: 'refused';
  readonly refusal: Refusal;
  readonly alternatives: readonly TimeSlotView[];
}> {
  const alternatives = await alternativesTo(context, plan, except);
  return { kind: 'refused', refusal: byLimit(plan, limit), alternatives };
}

/** `bound` is when the day or week is over. */
export function byLimit(
  { localStart, branch: { zone } }: Pick<Plan, 'localStart' | 'branch'>,
  { of, per, most, to }: LimitRow,
): Refusal {
  const over = dayBounds(addDays(to, 1), zone).from;
  return { rule: 'limit-reached', value: localStart, bound: toLocal(over, zone), limit: { of, per, most } };
}
