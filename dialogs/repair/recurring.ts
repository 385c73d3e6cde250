/** "Every three weeks": what is being made becomes a series of it; and a day that cannot be had is left out. */
import type { Inform } from '../flow';
import { HOLD, bookingIn } from '../flows/booking/hold';
import { series } from '../flows/series';
import { agreedOn, OPEN } from '../flows/series/check';
import { actsOf, says, without, type Hearing } from '../said';
import type { Frame } from '../talk';
import { keepFrame, openFrame, setSlots, slotText, topFrame, type Turn } from '../turn';

const SHARED_FACTS = ['kept', 'named', 'phoned'];

export const recurring: Hearing = async (turn, said) => {
  const frame = topFrame(turn);
  if (actsOf(said, 'inform').some(saysHowOften)) {
    if (!frame) openFrame(turn, series);
    else if (frame.flow === 'book' || frame.flow === 'availability') await toSeries(turn, frame);
    return said;
  }
  const asked = turn.before.asked?.step === 'series.changes';
  const isOpen = frame?.flow === 'series' && slotText(frame.slots, OPEN) !== undefined;
  if (!frame || !isOpen || !asked || !says(said, 'deny')) return said;
  setSlots(turn, frame, agreedOn(frame.slots, null));
  return without(said, 'deny');
};

/** "Six times" alone makes no series. */
function saysHowOften(inform: Inform): boolean {
  return inform.slot === 'recurrence' && inform.value.every !== undefined;
}

/** The same request goes on; a time that it held alone is let go: the days of a series are looked at together. */
async function toSeries(turn: Turn, frame: Frame): Promise<void> {
  const standing = frame.facts[HOLD];
  if (standing) await turn.world.commands.release(bookingIn(standing.value).id);
  keepFrame(turn, {
    ...frame,
    ...{ flow: series.id, version: series.version },
    facts: Object.fromEntries(Object.entries(frame.facts).filter(([id]) => SHARED_FACTS.includes(id))),
  });
  turn.progress = true;
}
