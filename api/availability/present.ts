/** Bookable starts as the outside sees them. */
import type { TimeSlotView } from '../../commands/types';
import { toRfc3339 } from '../../scheduling/zone';

export interface PresentedSlot {
  readonly start: string;
  readonly end: string;
  readonly branch: string;
  /** Ids of the people free then. */
  readonly resources: readonly string[];
}

export function presentSlot(slot: TimeSlotView): PresentedSlot {
  return {
    start: toRfc3339(slot.startMinute, slot.zone),
    end: toRfc3339(slot.endMinute, slot.zone),
    branch: slot.branch,
    resources: slot.people,
  };
}
