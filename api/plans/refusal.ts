/** A plan that cannot be had, as a problem: the item and the rule, or what is taken, and the plans that could be had instead. */
import type { PlanOffer, PlanRefused } from '../../commands/plans/types';
import { Conflict, Unprocessable } from '../../platform/errors';
import { toInstant, toRfc3339 } from '../../scheduling/zone';
import { presentOffer } from './present';

/** 422 with the rule as its code; bound and readings are instants of the branch. */
export function planRefused(
  { item, refusal }: PlanRefused,
  zone: string,
  alternatives: readonly PlanOffer[],
): Unprocessable {
  const { rule, value, bound, readings } = refusal;
  return new Unprocessable(rule, `${item === null ? '' : `item ${item}: `}${rule}: ${value}`, {
    value,
    rule,
    ...(item === null ? {} : { place: `items.${item}`, item }),
    ...(bound === undefined ? {} : { bound: instantOf(bound, zone) }),
    ...(readings === undefined ? {} : { choices: readings.map((each) => instantOf(each, zone)) }),
    ...(alternatives.length === 0 ? {} : { alternatives: alternatives.map(presentOffer) }),
  });
}

/** 409 `slot-taken`: nothing of it was booked. */
export function planTaken(alternatives: readonly PlanOffer[]): Conflict {
  return new Conflict('slot-taken', 'somebody has part of it already; nothing of it was booked', {
    alternatives: alternatives.map(presentOffer),
  });
}

/** A wall time as an instant with its offset; what has an offset already comes back as it is. */
function instantOf(local: string, zone: string): string {
  if (local.length > 16) return local;
  const found = toInstant(local, zone);
  return found.kind === 'exact' ? toRfc3339(found.minute, zone) : local;
}
