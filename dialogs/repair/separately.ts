/** Not all together: each for itself, the first now and the others right after it. */
import { attendeeJson } from '../asks/attendee';
import { say, serviceFact } from '../facts';
import type { Slots } from '../flow';
import { book } from '../flows/book';
import { PLAN, planIn } from '../flows/plan/hold';
import { itemsIn, type PlanItem } from '../flows/plan/items';
import { toJson } from '../json';
import { without, type Said } from '../said';
import type { Frame } from '../talk';
import { dropFrame, openFrame, patched, type Turn } from '../turn';

const SHARED = ['branch', 'name', 'phone', 'asset'];

export async function separately(turn: Turn, frame: Frame, said: readonly Said[]): Promise<readonly Said[]> {
  const items = itemsIn(frame.slots);
  const wish = dayOf(frame);
  await dropFrame(turn, frame);
  // the one opened last is made first
  for (const item of [...items].reverse()) openFrame(turn, book, patched(shared(frame), slotsOf(item, wish)));
  const [first, second] = items;
  const { business } = turn.world;
  turn.says.push(
    say('book.oneByOne', {
      first: serviceFact(business, first?.service),
      second: serviceFact(business, second?.service),
    }),
  );
  return without(said, 'separately');
}

function shared({ slots }: Frame): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([name]) => SHARED.includes(name)));
}

function slotsOf({ service, attendee, asset, person }: PlanItem, when: Slots): Slots {
  return {
    ...{ service, attendee: attendeeJson(attendee ?? {}), person: person ?? null },
    ...(asset && { asset: toJson(asset) }),
    ...when,
  };
}

/** The wish for a time holds for each of them, until it is told otherwise; a start that was held is one's alone. */
function dayOf({ slots, facts }: Frame): Slots {
  const wish = slots['when'] ?? slots['when.before'];
  const held = facts[PLAN] && planIn(facts[PLAN].value);
  if (wish === undefined && held)
    return { when: { date: { value: held.items[0]?.start.slice(0, 10) ?? '', certain: true } } };
  return wish === undefined ? {} : { when: wish };
}
