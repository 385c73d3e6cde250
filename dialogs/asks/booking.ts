/** Asking which of the customer's bookings is meant: by reference, service, day, branch or person; an only one is assumed. */
import type { BookingView } from '../../commands/types';
import { bookingChoice, bookingLine } from '../bookingWords';
import { listFact, say } from '../facts';
import type { Ask, Inform, Question, Scene, Settled, Slots } from '../flow';
import { toJson } from '../json';
import type { World } from '../talk';
import { slotText } from '../turn';
import { bookingMatches } from '../bookingMatch';

/** What was said to tell it apart, kept as it came. */
const SAID = 'booking.said';
/** A reference that was given with the wish. */
export const REFERENCE = 'reference';
const TELLS_APART = ['service', 'branch', 'when', 'person', 'asset', 'attendee'];
const MOST_CHOICES = 9;

export interface Which {
  /** What tells bookings apart; all else is a wish of the flow. */
  readonly tells: (said: Inform) => boolean;
  /** Those of the customer's own that can be meant, in their order. */
  readonly among?: (bookings: readonly BookingView[], world: World) => readonly BookingView[];
}

/** The slot is the booking's id, which stands once it was found. */
export function bookingAsk({ tells, among = (bookings) => bookings }: Which): Ask {
  return {
    slot: 'booking',
    beside: [SAID, REFERENCE],
    hear: (said, slots) => {
      if (!tells(said)) return null;
      const others = saidOf(slots).filter(({ slot }) => slot !== said.slot);
      return { [SAID]: toJson([...others, said]), booking: null };
    },
    settle: async (scene) => {
      const known = slotText(scene.frame.slots, 'booking');
      if (known !== undefined) return { kind: 'settled', value: known };
      return found(scene, among(await scene.world.commands.upcoming(), scene.world));
    },
  };
}

export const booking: Ask = bookingAsk({ tells: ({ slot }) => TELLS_APART.includes(slot) });

function found(scene: Scene, all: readonly BookingView[]): Settled {
  const meant = meantOf(all, scene.frame.slots);
  const only = meant.length === 1 ? meant[0] : undefined;
  if (only) return { kind: 'settled', value: only.id, pin: only.id };
  return { kind: 'open', question: whichBooking(scene, meant.length > 0 ? meant : all, meant.length > 0) };
}

/** Those that everything said so far fits; a reference of somebody else's fits none, like one that never was. */
export function meantOf(all: readonly BookingView[], slots: Slots): readonly BookingView[] {
  const reference = slotText(slots, REFERENCE);
  return all.filter(
    (each) =>
      (reference === undefined || each.reference === reference) &&
      saidOf(slots).every((inform) => bookingMatches(each, inform)),
  );
}

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
    choices: shown.map((each) => bookingChoice(world, each, shown)),
  };
}
