/** A wish for something new: the request runs already, begins on top, or is honestly not to be had here yet. */
import { businessFact, say } from '../facts';
import { actsOf, type Hearing, type Said } from '../said';
import { openFrame, type Turn } from '../turn';
import type { Intent } from '../../understanding/acts';
import { offerHuman } from './notUnderstood';
import { summaryOf } from './summary';

/** Wishes to know something, which is answered and begins nothing. */
const ANSWERED: readonly Intent[] = ['faq', 'estimate'];

export const requested: Hearing = async (turn, said) => {
  for (const intent of wishes(said)) begin(turn, intent);
  const asked = actsOf(said, 'request').map(({ intent }) => intent);
  if (asked.includes('faq') && actsOf(said, 'ask').length === 0) whatIsKnown(turn);
  return said.map(estimateAsPrice);
};

/** What is wished for beside answers. */
export function wishes(said: readonly Said[]): readonly Intent[] {
  const intents = actsOf(said, 'request').map(({ intent }) => intent);
  return intents.filter((intent) => !ANSWERED.includes(intent));
}

/** Wishes that another flow grants. */
const SAME_AS: Partial<Record<Intent, Intent>> = { history: 'status' };

export function begin(turn: Turn, wished: Intent): void {
  const intent = SAME_AS[wished] ?? wished;
  const flow = turn.flows[intent];
  if (!flow) return notYet(turn, intent);
  const running = turn.frames.find((frame) => {
    const other = turn.flows[frame.flow];
    return other?.id === flow.id || (flow.drafts && other?.drafts === true);
  });
  if (!running) {
    const given = flow.given?.includes('about') ? { about: `${intent}; ${summaryOf(turn)}` } : {};
    openFrame(turn, flow, given);
    return;
  }
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
