/** Asking which of the customer's bookings is meant: by service, day, branch or person; an only one is assumed. */
import type { BookingView } from '../../commands/types';
import { bookingChoice, bookingLine } from '../bookingWords';
import { listFact, say } from '../facts';
import type { Ask, Inform, Question, Scene, Slots } from '../flow';
import { toJson } from '../json';
import { slotText } from '../turn';
import { bookingMatches } from '../bookingMatch';

/** What was said to tell it apart, kept as it came. */
const SAID = 'booking.said';
const TELLS_APART = ['service', 'branch', 'when', 'person', 'asset'];
const MOST_CHOICES = 9;

export const booking: Ask = {
  slot: 'booking',
  beside: [SAID],
  hear: (said, slots) => {
    if (!TELLS_APART.includes(said.slot)) return null;
    const others = saidOf(slots).filter(({ slot }) => slot !== said.slot);
    return { [SAID]: toJson([...others, said]), booking: null };
  },
  settle: async (scene) => {
    const known = slotText(scene.frame.slots, 'booking');
    if (known !== undefined) return { kind: 'settled', value: known };
    const all = await scene.world.commands.upcoming();
    const said = saidOf(scene.frame.slots);
    const meant = all.filter((each) => said.every((inform) => bookingMatches(each, inform)));
    const only = meant.length === 1 ? meant[0] : undefined;
    if (only) return { kind: 'settled', value: only.id, pin: only.id };
    return { kind: 'open', question: whichBooking(scene, meant.length > 0 ? meant : all, meant.length > 0) };
  },
};

function saidOf(slots: Slots): readonly Inform[] {
  const said: unknown = slots[SAID];
  return Array.isArray(said) ? (said as readonly Inform[]) : [];
}

function whichBooking({ world }: Scene, bookings: readonly BookingView[], found: boolean): Question {
  const shown = bookings.slice(0, MOST_CHOICES);
  if (shown.length === 0) {
    return { asking: 'choice', says: [say('cancel.nothing')], hint: say('cancel.whichHint'), choices: [] };
  }
  const lines = listFact(
    shown.map((each) => bookingLine(world, each)),
    'lines',
  );
  return {
    asking: 'choice',
    says: [...(found ? [] : [say('cancel.noSuch')]), say('cancel.whichBooking', { lines })],
    again: [say('cancel.whichBooking', { lines })],
    hint: say('cancel.whichHint'),
    choices: shown.map(bookingChoice),
  };
}
