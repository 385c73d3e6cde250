/** A wish for something new: the request runs already, begins on top, or is honestly not to be had here yet. */
import { businessFact, say } from '../facts';
import type { Flow, Slots } from '../flow';
import { actsOf, type Hearing, type Said } from '../said';
import { leaveFrame, openFrame, setSlots, slotText, topFrame, type Turn } from '../turn';
import type { Intent, Request } from '../../understanding/acts';
import { offerHuman } from './notUnderstood';
import { summaryOf, wordsOf } from './summary';

/** Wishes to know something, which is answered and begins nothing. */
const ANSWERED: readonly Intent[] = ['faq', 'estimate'];

export const requested: Hearing = async (turn, said) => {
  if (asksForEstimate(turn, said)) {
    begin(turn, 'estimate');
    return said.filter(({ act }) => !isAboutPrice(act));
  }
  if (beginsBooking(said)) leaveEstimate(turn);
  for (const wish of requestsIn(said)) {
    if (correctsDraft(turn, said, wish)) turn.digressed = true;
    else begin(turn, wish.intent, wish, said);
  }
  const asked = actsOf(said, 'request').map(({ intent }) => intent);
  if (asked.includes('faq') && actsOf(said, 'ask').length === 0) whatIsKnown(turn);
  return said.map(estimateAsPrice);
};

/** What is wished for beside answers. */
export function wishes(said: readonly Said[]): readonly Intent[] {
  return requestsIn(said).map(({ intent }) => intent);
}

function requestsIn(said: readonly Said[]): readonly Request[] {
  return actsOf(said, 'request').filter(({ intent }) => !ANSWERED.includes(intent));
}

/** "Move it to Friday" while something is being made is about that, unless a booking is named. */
function correctsDraft(turn: Turn, said: readonly Said[], { intent, reference }: Request): boolean {
  const top = topFrame(turn);
  if (intent !== 'reschedule' || !top || turn.flows[top.flow]?.drafts !== true) return false;
  const namesBooking = actsOf(said, 'inform').some(
    (inform) =>
      inform.about === 'booking' ||
      (inform.slot === 'service' && inform.value !== slotText(top.slots, 'service')),
  );
  return reference === undefined && !namesBooking;
}

/**
 * @param wish all that was said with the wish
 * @param said for the team, where the request is passed on to it
 */
export function begin(
  turn: Turn,
  wished: Intent,
  wish: Request = { act: 'request', intent: wished },
  said: readonly Said[] = [],
): void {
  // what is still to come is no past visit
  const intent = wish.upcoming ? 'status' : wished;
  const flow = turn.flows[intent];
  if (!flow) return notYet(turn, intent);
  const slots = flow.begins?.(wish, turn.finished) ?? {};
  const running = turn.frames.find((frame) => {
    const other = turn.flows[frame.flow];
    return other?.id === flow.id || (flow.drafts && other?.drafts === true);
  });
  if (!running) {
    openFrame(turn, flow, { ...forTheTeam(turn, flow, said), ...slots });
    return;
  }
  if (setSlots(turn, running, slots)) return;
  if (turn.frames.at(-1) === running) turn.digressed = true;
  else turn.progress = true;
  turn.frames = [...turn.frames.filter((frame) => frame !== running), running];
}

/** What a person is to read of it. */
function forTheTeam(turn: Turn, { given = [] }: Flow, said: readonly Said[]): Slots {
  return {
    ...(given.includes('about') && { about: summaryOf(turn, said) }),
    ...(given.includes('words') && { words: wordsOf(said) }),
  };
}

/** What cannot be done here is said, with what can be done about it. */
export function notYet(turn: Turn, intent: Intent): void {
  turn.says.push(say(intent === 'reschedule' ? 'unbuilt.reschedule' : 'unbuilt.other'));
  turn.aside = offerHuman(`wish: ${intent}`);
  turn.progress = true;
}

/** What a service of ours costs is an estimate, while nothing is being made that the price belongs to. */
function asksForEstimate(turn: Turn, said: readonly Said[]): boolean {
  if (turn.frames.length > 0 || wishes(said).length > 0) return false;
  if (actsOf(said, 'request').some(({ intent }) => intent === 'estimate')) return true;
  const named = actsOf(said, 'inform').some(({ slot }) => slot === 'service');
  return named && actsOf(said, 'ask').some(({ topic }) => topic === 'price');
}

function isAboutPrice(act: Said['act']): boolean {
  return (act.act === 'request' && act.intent === 'estimate') || (act.act === 'ask' && act.topic === 'price');
}

function beginsBooking(said: readonly Said[]): boolean {
  return wishes(said).some((intent) => intent === 'book' || intent === 'availability');
}

/** Who books instead of telling more of what the estimate is for has heard enough. */
function leaveEstimate(turn: Turn): void {
  const top = topFrame(turn);
  if (top?.flow === 'estimate') leaveFrame(turn, top);
}

/** What something would cost is answered from the price list. */
function estimateAsPrice(said: Said): Said {
  const { act, message } = said;
  if (act.act !== 'request' || act.intent !== 'estimate') return said;
  return { message, act: { act: 'ask', topic: 'price' } };
}

function whatIsKnown(turn: Turn): void {
  turn.says.push(say('repair.help', { business: businessFact(turn.world.business) }));
  turn.digressed = true;
}
