/** Why a time is refused, in the words of the interface: the rule, the value that broke it, and the bound it names. */
import type { Branch, Business, LocalDateTime, Minute } from '../scheduling/business';
import { gridAround, gridOf, isOnGrid } from '../scheduling/grid';
import type { NoPool } from '../scheduling/pools';
import type { Refusal as RuleRefusal } from '../scheduling/rules';
import { instantAround, toLocal, toRfc3339, type LocalInstant } from '../scheduling/zone';
import type { Refusal } from './types';

interface Place {
  readonly branch: Branch;
  readonly business: Business;
}

/** A refusal by one of the rules on when an appointment may begin. */
export function byRule(refusal: RuleRefusal, value: LocalDateTime, place: Place): Refusal {
  const bound = boundOf(refusal, place);
  return {
    rule: refusal.code,
    value,
    ...(bound === null ? {} : { bound: toLocal(bound, place.branch.zone) }),
  };
}

function boundOf(refusal: RuleRefusal, place: Place): Minute | null {
  switch (refusal.code) {
    case 'past':
    case 'limit-reached':
      return null;
    case 'too-soon':
      return onGrid(refusal.earliest, place, 'after');
    case 'beyond-horizon':
      return onGrid(refusal.latest, place, 'before');
    case 'closed':
      return refusal.lastStart === null ? null : onGrid(refusal.lastStart, place, 'before');
    case 'off-grid':
      return refusal.after;
  }
}

function onGrid(minute: Minute, { branch, business }: Place, side: 'before' | 'after'): Minute {
  const grid = gridOf(business, branch);
  return isOnGrid(minute, grid) ? minute : gridAround(minute, grid)[side];
}

/** A refusal because nobody at that branch could ever serve. */
export function byPool(reason: NoPool, branch: Branch): Refusal {
  switch (reason.code) {
    case 'no-resource':
      return { rule: 'wrong-branch', value: branch.id };
    case 'wrong-person':
      return { rule: 'wrong-person', value: reason.resource };
    case 'wrong-branch':
      return { rule: 'wrong-branch', value: reason.resource };
  }
}

/**
 * A wall time that clocks jump over, or show twice: both readings. Around a gap they are the nearest steps of the grid that
 * exist, of a repeated hour both instants with their offsets.
 */
export function byClockChange(
  instant: Exclude<LocalInstant, { kind: 'exact' }>,
  value: LocalDateTime,
  place: Place,
): Refusal {
  const { zone } = place.branch;
  if (instant.kind === 'gap') {
    const readings = [
      stepAt(instant.before, place, 'before'),
      stepAt(instant.after, place, 'after'),
    ] as const;
    return { rule: 'gap', value, readings };
  }
  const readings = [toRfc3339(instant.first, zone), toRfc3339(instant.second, zone)] as const;
  return { rule: 'repeated', value, readings };
}

function stepAt(local: LocalDateTime, place: Place, side: 'before' | 'after'): LocalDateTime {
  const { zone } = place.branch;
  return toLocal(onGrid(instantAround(local, zone), place, side), zone);
}
