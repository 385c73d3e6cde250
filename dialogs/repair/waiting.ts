/** One more appointment that is no part of what is being made: it waits beneath it, and comes up when that is done. */
import { say, serviceFact } from '../facts';
import type { Inform, Slots } from '../flow';
import { book } from '../flows/book';
import { actsOf, type Said } from '../said';
import type { Frame } from '../talk';
import { slotText, type Turn } from '../turn';
import { patchOf } from './informed';

/** What an addition may say of itself; all else belongs to what is being made. */
const OF_ITS_OWN = ['service', 'when', 'person', 'asset', 'branch', 'attendee'];

export function waitBeneath(turn: Turn, draft: Frame, said: readonly Said[]): readonly Said[] {
  const own = actsOf(said, 'inform').filter(({ slot, not }) => OF_ITS_OWN.includes(slot) && !not);
  const slots = { ...kept(draft.slots), ...slotsOf(turn, draft, own) };
  wait(turn, draft, slots);
  const { business } = turn.world;
  const name = (of: Slots) => serviceFact(business, slotText(of, 'service'));
  turn.says.push(say('book.oneMore', { first: name(draft.slots), second: name(slots) }));
  turn.digressed = true;
  return said.filter(({ act }) => act.act !== 'request' && !(act.act === 'inform' && own.includes(act)));
}

/** Place and vehicle of what is being made are taken to be those of the next as well. */
function kept(slots: Slots): Slots {
  return Object.fromEntries(
    Object.entries(slots).filter(([name]) => ['branch', 'asset', 'name'].includes(name)),
  );
}

function slotsOf(turn: Turn, draft: Frame, informs: readonly Inform[]): Slots {
  return informs.reduce<Slots>(
    (slots, inform) => ({ ...slots, ...patchOf(turn, { ...draft, slots }, inform) }),
    {},
  );
}

/** Puts a request under the one being made. */
function wait(turn: Turn, draft: Frame, slots: Slots): void {
  const { now, newId } = turn.world;
  const given = Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== null));
  const frame: Frame = {
    ...{ id: newId(), flow: book.id, version: book.version },
    ...{ slots: given, facts: {}, startedAt: now },
  };
  turn.frames = turn.frames.flatMap((each) => (each.id === draft.id ? [frame, each] : [each]));
}
