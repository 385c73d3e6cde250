/** Asking the team to step in: one task an hour for one wish, with what is known and what the customer wrote. */
import { businessFact, say } from '../facts';
import { ABOUT, whenThere } from '../flows/handoff';
import type { Said } from '../said';
import { openFrame, type Turn } from '../turn';
import { summaryOf } from './summary';

/** Asking for a person again within this time raises no second task. */
const HUMAN_ASKED_MILLIS = 60 * 60_000;

/** @param wish what it is about; the same wish raises one task */
export function askPerson(turn: Turn, wish: string, said: readonly Said[]): void {
  const { now, business } = turn.world;
  turn.progress = true;
  turn.insults = 0;
  // what was pending is asked again in its short form: the customer may go on, or wait for the person
  turn.digressed = true;
  const { humanAsked, flows } = turn;
  if (humanAsked?.wish === wish && now - humanAsked.at < HUMAN_ASKED_MILLIS) {
    turn.says.push(say('human.already', { business: businessFact(business) }), ...whenThere(turn.world));
    return;
  }
  const about = [wish, summaryOf(turn, said)].filter((part) => part !== '').join('\n');
  const flow = flows['human'];
  if (flow) openFrame(turn, flow, { [ABOUT]: about });
  turn.humanAsked = { at: now, wish };
}
