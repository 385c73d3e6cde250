/** Which booking is to go, or which of them: all of them are meant only where that is said. */
import { booking, meantOf, REFERENCE } from '../../asks/booking';
import { words } from '../../facts';
import type { Ask, Question, Scene, Settled } from '../../flow';
import type { Json, Offered } from '../../talk';

/** Set where all of them are meant. */
export const ALL = 'all';

export const whichGoes: Ask = {
  ...booking,
  beside: [...(booking.beside ?? []), ALL],
  settle: async (scene) => {
    if (scene.frame.slots[ALL] === true) return allOf(scene);
    const settled = await booking.settle(scene);
    return settled.kind === 'open' ? { kind: 'open', question: orAll(settled.question) } : settled;
  },
};

/** The ids as they were found stand: one that is made later is not among them. */
async function allOf(scene: Scene): Promise<Settled> {
  const known = idsIn(scene.frame.slots['booking']);
  if (known.length > 0) return { kind: 'settled', value: known };
  const ids = meantOf(await scene.world.commands.upcoming(), scene.frame.slots).map(({ id }) => id);
  if (ids.length === 0) return booking.settle(scene);
  return { kind: 'settled', value: ids, pin: ids };
}

/** The bookings of a settled slot: one, or several. */
export function idsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((id: Json): id is string => typeof id === 'string') : [];
}

function orAll(question: Question): Question {
  const count = question.choices.length;
  if (count < 2) return question;
  const all: Offered = {
    label: words(count === 2 ? 'cancel.both' : 'cancel.all'),
    acts: [{ act: 'request', intent: 'cancel', all: true }],
  };
  return { ...question, choices: [...question.choices, all] };
}

/** A booking that was named before all were meant. */
export function begins({ reference, all }: { readonly reference?: string; readonly all?: true }) {
  return {
    ...(reference !== undefined && { [REFERENCE]: reference }),
    ...(all && { [ALL]: true, booking: null }),
  };
}
