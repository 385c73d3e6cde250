/** "Cancel": a draft alone is dropped, a booking alone is read back, and with both it is asked which. Nothing is guessed. */
import { momentFact, say, serviceFact, words } from '../facts';
import type { Question } from '../flow';
import { actsOf, says, without, type Hearing, type Said } from '../said';
import type { Frame, Offered } from '../talk';
import { ALL } from '../flows/cancel/which';
import { dropFrame, flowOf, leaveFrame, openFrame, setSlots, slotText, topFrame, type Turn } from '../turn';
import { openInstead, wishesInstead } from './cancelInstead';
import { narrowed, targetsNow, type Target } from './targets';

export const WHICH = 'cancel.which';

/** The draft and two bookings: more than three choices is no question but a list. */
const MOST_BOOKINGS = 2;

export const cancelled: Hearing = async (turn, said) => {
  const answering = turn.before.asked?.step === WHICH;
  if (says(said, 'optOut')) return stop(turn, said);
  if (!isCancelWish(said) && !answering) return said;
  if (topFrame(turn)?.flow === 'cancel') return again(turn, said);
  const changing = changedBooking(turn);
  if (changing) return insteadOfChange(turn, said, changing);
  if (answering && !isCancelWish(said)) return answerWhich(turn, said);
  return cancelWish(turn, said);
};

/** "Stop", where it is no carrier's word: what is being made is let go, and nothing that stands is touched. */
async function stop(turn: Turn, said: readonly Said[]): Promise<readonly Said[]> {
  const draft = turn.frames.findLast((frame) => turn.flows[frame.flow]?.drafts);
  if (draft) await take(turn, { kind: 'draft', frame: draft });
  else turn.says.push(say('smallTalk.fine'));
  turn.digressed = true;
  return without(said, 'optOut');
}

function isCancelWish(said: readonly Said[]): boolean {
  return says(said, 'cancel') || actsOf(said, 'request').some(({ intent }) => intent === 'cancel');
}

/** A cancellation is being read back already: what else was said narrows or widens it, and nothing new begins. */
function again(turn: Turn, said: readonly Said[]): readonly Said[] {
  const top = topFrame(turn);
  turn.digressed = true;
  if (top && meansDraftOnly(said)) {
    turn.says.push(say('cancel.kept'));
    leaveFrame(turn, top);
  } else if (top && meansAll(said)) setSlots(turn, top, { [ALL]: true, booking: null });
  return withoutWish(said);
}

/** "Never mind": what is being asked now, and nothing that stands. */
function meansDraftOnly(said: readonly Said[]): boolean {
  const cancels = actsOf(said, 'cancel');
  return cancels.length > 0 && cancels.every(({ draft }) => draft === true);
}

/** The request on top, where it would change a booking that stands. */
function changedBooking(turn: Turn): Frame | null {
  const top = topFrame(turn);
  return top && flowOf(turn, top).keeps ? top : null;
}

/** "Never mind" leaves the booking as it is; "cancel" while it is being moved is read back as its cancellation. */
async function insteadOfChange(turn: Turn, said: readonly Said[], frame: Frame): Promise<readonly Said[]> {
  const booking = slotText(frame.slots, 'booking');
  const kept = flowOf(turn, frame).keeps?.(frame, turn.world);
  await dropFrame(turn, frame);
  if (!meansDraftOnly(said)) return cancelWish(turn, said, booking);
  if (kept) turn.says.push(kept);
  return withoutWish(said);
}

function withoutWish(said: readonly Said[]): readonly Said[] {
  return without(said, 'cancel').filter(({ act }) => act.act !== 'request' || act.intent !== 'cancel');
}

/** @param known the booking that was spoken of, where nothing else names one */
async function cancelWish(turn: Turn, heard: readonly Said[], known?: string): Promise<readonly Said[]> {
  const all = await targetsNow(turn);
  const instead = all.length > 0 && wishesInstead(turn, heard);
  const said = instead ? openInstead(turn, heard, all) : heard;
  const informs = actsOf(said, 'inform');
  const spokenOf = all.filter((each) => each.kind === 'booking' && each.booking.id === known);
  const named = withReference(all, said);
  const meant = informs.length === 0 && spokenOf.length > 0 ? spokenOf : narrowed(named, informs);
  if (all.length === 0) return nothing(turn, said);
  // "cancel that, make it 11" corrects the draft
  if (meant.length === 0 && all[0]?.kind === 'draft' && says(said, 'cancel')) return without(said, 'cancel');
  if (meant.length === 0) turn.says.push(say('cancel.noSuch'));
  const found = meant.length > 0 ? meant : all;
  return meansAll(said) ? takeAll(turn, said, found) : decide(turn, said, found);
}

function meansAll(said: readonly Said[]): boolean {
  return actsOf(said, 'request').some(({ intent, all }) => intent === 'cancel' && all === true);
}

/** All that stand; what is being made is another matter. What was said narrows them. */
function takeAll(turn: Turn, said: readonly Said[], meant: readonly Target[]): readonly Said[] {
  const flow = turn.flows['cancel'];
  const booked = meant.some(({ kind }) => kind === 'booking');
  if (!booked) return nothing(turn, said);
  if (flow) openFrame(turn, flow, { [ALL]: true });
  return withoutWish(said);
}

/** Those with the reference that was given; all where none was. */
function withReference(all: readonly Target[], said: readonly Said[]): readonly Target[] {
  const reference = actsOf(said, 'request').find(({ intent }) => intent === 'cancel')?.reference;
  if (reference === undefined) return all;
  return all.filter((target) => target.kind === 'booking' && target.booking.reference === reference);
}

async function decide(turn: Turn, said: readonly Said[], meant: readonly Target[]): Promise<readonly Said[]> {
  const [first, ...others] = meant;
  if (!first) return nothing(turn, said);
  if (others.length === 0) {
    await take(turn, first);
    return without(withoutWish(said), 'inform', 'request', 'restart');
  }
  if (first.kind === 'draft') {
    ask(turn, meant, turn.before.asked?.step === WHICH);
    turn.progress = turn.before.asked?.step !== WHICH;
    return without(withoutWish(said), 'inform', 'request', 'restart');
  }
  const flow = turn.flows['cancel'];
  if (flow) openFrame(turn, flow);
  return withoutWish(said);
}

async function answerWhich(turn: Turn, said: readonly Said[]): Promise<readonly Said[]> {
  const informs = actsOf(said, 'inform');
  const all = await targetsNow(turn);
  const meant = informs.length > 0 ? narrowed(all, informs) : [];
  const drafts = all.filter((target) => target.kind === 'draft');
  if (informs.length === 0 && meansDraft(said)) return decide(turn, said, drafts);
  if (meant.length > 0) return decide(turn, said, meant);
  if (says(said, 'deny')) {
    turn.says.push(say('cancel.bothKept'));
    turn.progress = true;
    return without(said, 'deny');
  }
  if (informs.length === 0) ask(turn, all, true);
  return said;
}

/** "The new one": what is being made now. */
function meansDraft(said: readonly Said[]): boolean {
  return says(said, 'restart') || actsOf(said, 'request').some(({ intent }) => intent === 'book');
}

function nothing(turn: Turn, said: readonly Said[]): readonly Said[] {
  turn.says.push(say('cancel.nothing'));
  turn.digressed = true;
  return withoutWish(said);
}

async function take(turn: Turn, target: Target): Promise<void> {
  if (target.kind === 'draft') {
    await dropFrame(turn, target.frame);
    turn.says.push(say('cancel.dropped'));
    return;
  }
  const flow = turn.flows['cancel'];
  if (flow) openFrame(turn, flow, { booking: target.booking.id });
}

function ask(turn: Turn, targets: readonly Target[], again: boolean): void {
  const shown = targets.slice(0, 1 + MOST_BOOKINGS);
  const booking = shown.find((target) => target.kind === 'booking')?.booking;
  const facts = {
    service: booking && serviceFact(turn.world.business, booking.service),
    when: booking && momentFact(booking.start),
  };
  const question: Question = {
    asking: 'choice',
    says: [say(again ? 'cancel.whichAgain' : 'cancel.which', facts)],
    again: [say('cancel.whichAgain', facts)],
    hint: say('cancel.whichHint'),
    choices: shown.map((target) => choiceFor(turn, target)),
  };
  turn.aside = { frame: null, step: WHICH, question };
}

/** In this question "start again" means that the request being made is let go. */
function choiceFor(turn: Turn, target: Target): Offered {
  const { business } = turn.world;
  if (target.kind === 'draft') {
    const service = serviceFact(business, slotText(target.frame.slots, 'service'));
    return {
      label: words(service ? 'choice.draftOf' : 'choice.draft', { service }),
      acts: [{ act: 'restart' }],
    };
  }
  const { booking } = target;
  const [date = '', time = ''] = booking.start.split('T');
  return {
    label: words('choice.bookingOf', { service: serviceFact(business, booking.service) }),
    acts: [
      { act: 'request', intent: 'cancel' },
      { act: 'inform', slot: 'service', value: booking.service },
      {
        act: 'inform',
        slot: 'when',
        value: { date: { value: date, certain: true }, time: { value: time, certain: true } },
      },
    ],
  };
}
