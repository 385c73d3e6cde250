/** Who the items are for, by name, where a business has to know whom it treats. */
import { hasToBeNamed } from '../../asks/attendee';
import { attendeeFact, attendeeText } from '../../attendee';
import { say } from '../../facts';
import type { Ask, Slots } from '../../flow';
import type { World } from '../../talk';
import { ITEMS, itemsIn, itemsJson, type PlanItem } from './items';

export const attendeeNames: Ask = {
  slot: 'attendees',
  beside: [ITEMS],
  hear: (said, slots, world) => {
    const unnamed = said.slot === 'name' ? nextUnnamed(slots, world) : undefined;
    if (!unnamed || said.slot !== 'name') return null;
    const text = attendeeText(unnamed.attendee ?? {});
    const named = itemsIn(slots).map((each) =>
      attendeeText(each.attendee ?? {}) === text
        ? { ...each, attendee: { ...each.attendee, name: said.value } }
        : each,
    );
    return { [ITEMS]: itemsJson(named) };
  },
  settle: async ({ frame, world }) => {
    const unnamed = nextUnnamed(frame.slots, world);
    const text = attendeeText(unnamed?.attendee ?? {});
    if (text === null) return { kind: 'unneeded' };
    const question = {
      asking: 'name',
      says: [say('plan.nameOf', { attendee: attendeeFact(text) })],
      hint: say('ask.attendeeHint'),
      choices: [],
    } as const;
    return { kind: 'open', question };
  },
};

function nextUnnamed(slots: Slots, world: World): PlanItem | undefined {
  return itemsIn(slots).find(
    ({ attendee }) => attendee && attendeeText(attendee) !== null && hasToBeNamed(attendee, world),
  );
}
