/** A wish for something new: the request runs already, begins on top, or is honestly not to be had here yet. */
import { businessFact, say } from '../facts';
import { actsOf, type Hearing, type Said } from '../said';
import { openFrame, setSlots, slotText, topFrame, type Turn } from '../turn';
import type { Intent, Request } from '../../understanding/acts';
import { offerHuman } from './notUnderstood';
import { summaryOf } from './summary';

/** Wishes to know something, which is answered and begins nothing. */
const ANSWERED: readonly Intent[] = ['faq', 'estimate'];

export const requested: Hearing = async (turn, said) => {
  for (const wish of requestsIn(said)) {
    if (correctsDraft(turn, said, wish)) turn.digressed = true;
    else begin(turn, wish.intent, wish);
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

/** @param wish all that was said with the wish */
export function begin(turn: Turn, wished: Intent, wish: Request = { act: 'request', intent: wished }): void {
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
    const given = flow.given?.includes('about') ? { about: `${intent}; ${summaryOf(turn)}` } : {};
    openFrame(turn, flow, { ...given, ...slots });
    return;
  }
  if (setSlots(turn, running, slots)) return;
  if (turn.frames.at(-1) === running) turn.digressed = true;
  else turn.progress = true;
  turn.frames = [...turn.frames.filter((frame) => frame !== running), running];
}

/** What cannot be done here is said, with what can be done about it. */
export function notYet(turn: Turn, intent: Intent): void {
  turn.says.push(say(intent === 'reschedule' ? 'unbuilt.reschedule' : 'unbuilt.other'));
  turn.aside = offerHuman(`wish: ${intent}`);
  turn.progress = true;
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
