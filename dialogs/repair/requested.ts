/** A wish for something new: the request runs already, begins on top, or is honestly not to be had here yet. */
import { say } from '../facts';
import { actsOf, without, type Hearing } from '../said';
import { openFrame, type Turn } from '../turn';
import type { Intent } from '../../understanding/acts';
import { offerHuman } from './notUnderstood';
import { summaryOf } from './summary';

export const requested: Hearing = async (turn, said) => {
  for (const { intent } of actsOf(said, 'request')) begin(turn, intent);
  return without(said, 'request');
};

export function begin(turn: Turn, intent: Intent): void {
  if (intent === 'faq') return;
  const flow = turn.flows[intent];
  if (!flow) return notYet(turn, intent);
  const running = turn.frames.find((frame) => {
    const other = turn.flows[frame.flow];
    return other?.id === flow.id || (flow.drafts && other?.drafts === true);
  });
  if (!running) {
    const given = flow.given?.includes('about') ? { about: summaryOf(turn) } : {};
    openFrame(turn, flow, given);
    return;
  }
  if (turn.frames.at(-1) !== running) turn.progress = true;
  turn.frames = [...turn.frames.filter((frame) => frame !== running), running];
}

/** What cannot be done here is said, with what can be done about it. */
export function notYet(turn: Turn, intent: Intent): void {
  turn.says.push(say(intent === 'reschedule' ? 'unbuilt.reschedule' : 'unbuilt.other'));
  turn.aside = offerHuman(`wish: ${intent}`);
  turn.progress = true;
}
