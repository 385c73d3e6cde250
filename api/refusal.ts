/** A time that cannot be had, as a problem: the rule that refuses or the time that is taken, and what could be had instead. */
import type { Refusal, TimeSlotView } from '../commands/types';
import { Conflict, Unprocessable } from '../platform/errors';
import type { Business, LocalDateTime } from '../scheduling/business';
import { toInstant, toRfc3339 } from '../scheduling/zone';
import { presentSlot } from './availability/present';

/** 422 with the rule as its code; readings and bound are instants of the branch that was asked, or of the first one. */
export function refused(
  refusal: Refusal,
  business: Business,
  branch?: string,
  alternatives: readonly TimeSlotView[] = [],
): Unprocessable {
  const { rule, value, bound, readings } = refusal;
  const { zone } = business.branches.find(({ id }) => id === branch) ??
    business.branches[0] ?? { zone: 'UTC' };
  return new Unprocessable(rule, `${rule}: ${value}`, {
    value,
    rule,
    ...(bound === undefined ? {} : { bound: instantOf(bound, zone) }),
    ...(readings === undefined ? {} : { choices: readings.map((each) => instantOf(each, zone)) }),
    ...(alternatives.length === 0 ? {} : { alternatives: alternatives.map(presentSlot) }),
  });
}

/** 409 `slot-taken`. */
export function taken(alternatives: readonly TimeSlotView[]): Conflict {
  return new Conflict('slot-taken', 'somebody has this time already', {
    alternatives: alternatives.map(presentSlot),
  });
}

/** A wall time as an instant with its offset; what has an offset already comes back as it is. */
function instantOf(local: LocalDateTime, zone: string): string {
  if (local.length > 16) return local;
  const found = toInstant(local, zone);
  return found.kind === 'exact' ? toRfc3339(found.minute, zone) : local;
}
