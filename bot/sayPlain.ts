/** A reply in the plainest words: what stands now, each with the facts its command gave, and the question that is open. */
import type { BookingView } from '../commands/types';
import { HOLD } from '../dialogs/flows/booking/hold';
import { businessFact, momentFact, say, serviceFact } from '../dialogs/facts';
import type { Asked, Talk } from '../dialogs/talk';
import type { Saying } from '../locales/saying';
import type { Business } from '../scheduling/business';
import { bookedIn, cancelledIn, isBooking, movedIn, upcomingIn } from './bookingsOf';
import type { JournalEntry } from './journal';

export interface Plain {
  readonly sayings: readonly Saying[];
  /** The talk as it goes on: a consent that cannot be asked for plainly is not asked for at all. */
  readonly talk: Talk | null;
  /** Whether the choices belong to what is asked. */
  readonly asks: boolean;
}

/** @param entries the journal of the turn */
export function plainReply(talk: Talk | null, entries: readonly JournalEntry[], business: Business): Plain {
  const done = [
    ...bookedIn(entries).map((view) => bookedSaying(view, business)),
    ...movedIn(entries).map((view) => told('plain.moved', view, business)),
    ...cancelledIn(entries).map((view) => told('plain.cancelled', view, business)),
  ];
  const stand = done.length > 0 ? [] : upcomingIn(entries).map((view) => bookedSaying(view, business));
  const question = questionOf(talk, business);
  const nothing = [...done, ...stand].length === 0 && question.sayings.length === 0;
  const sorry = nothing ? [say('plain.sorry', { business: businessFact(business) })] : [];
  return { ...question, sayings: [...done, ...stand, ...question.sayings, ...sorry] };
}

/** Service, moment and reference: what nobody may be left without who has booked. */
export function bookedSaying(view: BookingView, business: Business): Saying {
  return told('plain.booked', view, business);
}

function told(key: string, view: BookingView, business: Business): Saying {
  const reference = { kind: 'code', text: view.reference } as const;
  return say(key, {
    service: serviceFact(business, view.service),
    when: momentFact(view.start),
    reference,
  });
}

const ASKED: Readonly<Partial<Record<Asked['asking'], string>>> = {
  service: 'plain.askService',
  branch: 'plain.askBranch',
  asset: 'plain.askAsset',
  when: 'plain.askWhen',
  person: 'plain.askPerson',
  name: 'plain.askName',
  phone: 'plain.askPhone',
  choice: 'plain.askChoice',
};

/** What is kept and not booked yet is told with its question. */
function questionOf(talk: Talk | null, business: Business): Plain {
  const asked = talk?.asked ?? null;
  const held = heldIn(talk).map((view) => told('plain.held', view, business));
  if (talk === null || asked === null) return { sayings: held, talk, asks: false };
  const key = ASKED[asked.asking];
  if (key !== undefined) return { sayings: [...held, say(key)], talk, asks: true };
  return { sayings: [...held, say('plain.askAgain')], talk: { ...talk, asked: null }, asks: false };
}

function heldIn(talk: Talk | null): readonly BookingView[] {
  const value = talk?.frames.at(-1)?.facts[HOLD]?.value;
  return isBooking(value) && value.status === 'held' ? [value] : [];
}
