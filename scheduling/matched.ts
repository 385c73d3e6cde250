/** Slots of a service whose requirements share resources: matched start by start, which is slower, and rare. */
import { branchOf, type AvailabilityAsk, type TimeSlot } from './ask';
import { assign, earliestEnd } from './assign';
import type { Minute } from './business';
import type { Pool } from './pools';

/** @param starts those that hours and rules allow, ascending */
export function matchedSlots(
  ask: AvailabilityAsk & { readonly branch: string },
  pools: readonly Pool[],
  starts: readonly Minute[],
): TimeSlot[] {
  const branch = branchOf(ask.business, ask.branch).id;
  const people = peopleOf(pools);
  const slots: TimeSlot[] = [];
  for (const start of starts) {
    if (slots.length >= (ask.limit ?? Infinity)) break;
    const end = earliestEnd({ ...ask, start });
    if (end === null) continue;
    const can = (person: string): boolean =>
      assign({ ...ask, start, including: person, limit: 1 }).length > 0;
    slots.push({ start, end, branch, resources: people.filter(can) });
  }
  return slots;
}

function peopleOf(pools: readonly Pool[]): readonly string[] {
  const persons = pools.filter((pool) => pool.requirement.kind === 'person');
  return [...new Set(persons.flatMap((pool) => pool.resources.map((resource) => resource.id)))];
}
