/** Yes and no: a yes binds only to what was last read back and handed over, and nothing beside it may take it back. */
import { actsOf, says, without, type Hearing, type Said } from '../said';
import { same } from '../json';
import type { Frame, Asked } from '../talk';
import { flowOf, leaveFrame, type Turn } from '../turn';
import { reachedBefore } from '../prompts';
import { others } from './informed';
import { say } from '../facts';

export const agreed: Hearing = async (turn, said) => {
  const { asked } = turn.before;
  if (asked && asked.asking === 'confirm') hearVerdict(turn, said, asked);
  else if (says(said, 'deny')) hearNo(turn, asked);
  else if (says(said, 'affirm')) hearYes(turn, asked);
  return without(said, 'affirm', 'deny');
};

function hearVerdict(turn: Turn, said: readonly Said[], asked: Asked): void {
  const { frame, step, shown } = asked;
  const changed = slotsChanged(turn, frame);
  const yes = said.find((each) => each.act.act === 'affirm');
  turn.no = actsOf(said, 'deny').length > 0 && !changed;
  if (!yes || turn.no || changed || says(said, 'deny') || frame === null || shown === null) return;
  // "ok, one moment": not yet
  if (says(said, 'pause')) return;
  if (binds(turn, yes, asked)) turn.yes = { frame, step, shown };
  // given too early to be about what was read back: it is read back again
  else turn.progress = true;
}

/** The read-back had reached the customer before they wrote this. */
export function binds(turn: Turn, { message }: Said, asked: Asked): boolean {
  return reachedBefore(turn, message, asked);
}

function slotsChanged(turn: Turn, id: string | null): boolean {
  const slotsOf = (frames: readonly Frame[]) => frames.find((each) => each.id === id)?.slots;
  const [before, now] = [slotsOf(turn.before.frames), slotsOf(turn.frames)];
  return !before || !now || !same(before, now);
}

/** Questions that a bare yes leaves open, if more than one answer is on offer. */
const LISTS: readonly string[] = ['service', 'branch', 'asset', 'person', 'when'];

/** A yes to something that is no read-back: nothing more is to be changed. */
function hearYes(turn: Turn, asked: Asked | null): void {
  if (asked?.step === 'change') turn.progress = true;
  // "yes" to a list was heard, only not which
  if (asked && LISTS.includes(asked.asking) && asked.choices.length > 1) turn.digressed = true;
  if (!asked) afterTheEnd(turn);
}

/** A yes or no when all is done already. */
function afterTheEnd(turn: Turn): void {
  if (turn.frames.length > 0 || turn.progress || turn.digressed) return;
  turn.says.push(say('smallTalk.fine'));
  turn.digressed = true;
}

/** A no to the times on offer asks for others; a no to an offer of help goes on with what stood. */
function hearNo(turn: Turn, asked: Asked | null): void {
  if (!asked) afterTheEnd(turn);
  // "no, Monday" has said already what else
  const named = asked !== null && slotsChanged(turn, asked.frame);
  if (asked?.asking === 'when' && asked.choices.length > 0 && !named) others(turn);
  if (asked?.step === 'change') letBe(turn, asked);
  const declined = asked?.step === 'offer.human' || asked?.step === 'offer.book';
  if (declined) turn.progress = true;
  if (declined && turn.frames.length === 0) turn.says.push(say('smallTalk.fine'));
}

/** Asked what else it shall be, a no leaves a booking as it stands. */
function letBe(turn: Turn, { frame: id }: Asked): void {
  const frame = turn.frames.find((each) => each.id === id);
  const kept = frame && flowOf(turn, frame).keeps?.(frame, turn.world);
  if (!frame || !kept || slotsChanged(turn, id)) return;
  turn.says.push(kept);
  leaveFrame(turn, frame);
}
