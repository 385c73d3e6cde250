/** "Cancel it and book an inspection instead": two wishes; the booking that goes is read back first, the new one waits below it. */
import { say } from '../facts';
import type { Inform } from '../flow';
import { actsOf, type Said } from '../said';
import { setSlots, topFrame, type Turn } from '../turn';
import { patchOf } from './informed';
import { begin } from './requested';
import { narrowed, type Target } from './targets';

/** Whether something new is wished for beside the cancellation, and nothing is being made that it could be. */
export function wishesInstead(turn: Turn, said: readonly Said[]): boolean {
  const top = topFrame(turn);
  const isDraft = top !== undefined && turn.flows[top.flow]?.drafts === true;
  return (
    !isDraft && actsOf(said, 'request').some(({ intent }) => intent === 'book' || intent === 'availability')
  );
}

/** Opens the new request with all that does not name a booking. What is left is about the cancellation. */
export function openInstead(turn: Turn, said: readonly Said[], all: readonly Target[]): readonly Said[] {
  const informs = actsOf(said, 'inform');
  const ofOld = informs.filter((inform) => namesOne(all, inform));
  begin(turn, 'book');
  for (const inform of informs.filter((each) => !ofOld.includes(each))) tell(turn, inform);
  turn.says.push(say('cancel.thenNext'));
  return said.filter(({ act }) => (act.act === 'inform' ? ofOld.includes(act) : !isWish(act)));
}

/** A day or a person said beside two wishes belongs to the new one; a service that is booked names the old. */
function namesOne(all: readonly Target[], inform: Inform): boolean {
  const tells = inform.slot === 'service' || inform.about === 'booking';
  return tells && narrowed(all, [inform]).length > 0;
}

function isWish(act: Said['act']): boolean {
  return act.act === 'request' && (act.intent === 'book' || act.intent === 'availability');
}

function tell(turn: Turn, inform: Inform): void {
  const frame = topFrame(turn);
  const patch = frame && patchOf(turn, frame, inform);
  if (frame && patch) setSlots(turn, frame, patch);
}
