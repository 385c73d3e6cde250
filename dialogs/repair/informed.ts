/** What was told finds its slot: in the running request or one below it, or it begins a request by itself. */
import { isPartOf } from '../asks/name';
import { say } from '../facts';
import type { Inform, Of, Than } from '../flow';
import { isRecord } from '../json';
import { actsOf, without, type Hearing } from '../said';
import { flowOf, openFrame, type patched, setSlots, slotText, topFrame, type Turn } from '../turn';
import type { Frame } from '../talk';
import { begin } from './requested';

/** After this long "make it 11" is no longer about the booking just made. */
const STILL_ABOUT_MILLIS = 24 * 60 * 60_000;

/** What somebody says who wants an appointment. */
const BEGINS_BOOKING = ['service', 'branch', 'asset', 'when', 'person'];

export const informed: Hearing = async (turn, said) => {
  const informs = actsOf(said, 'inform');
  // what was said with a wish that cannot be met here belongs to that wish
  if (informs.length > 0 && turn.frames.length === 0 && !turn.aside) await beginBy(turn, informs);
  for (const inform of informs) tell(turn, inform);
  const asked = actsOf(said, 'alternatives');
  // "none of these, another day": the one that says more
  const other = asked.find(({ than, of }) => (than ?? of) !== undefined) ?? asked[0];
  if (other) others(turn, other.than, other.of);
  return without(said, 'inform', 'alternatives');
};

function tell(turn: Turn, inform: Inform): void {
  for (const frame of [...turn.frames].reverse()) {
    const patch = patchOf(turn, frame, inform);
    if (!patch) continue;
    // what was known already is understood all the same
    if (!setSlots(turn, frame, patch)) turn.digressed = true;
    return;
  }
}

/** What an inform does to a frame's slots; null when no question of its flow takes it. */
export function patchOf(turn: Turn, frame: Frame, inform: Inform): ReturnType<typeof patched> | null {
  for (const step of flowOf(turn, frame).steps) {
    const patch = step.kind === 'ask' ? step.ask.hear(inform, frame.slots, turn.world) : null;
    if (patch) return patch;
  }
  return null;
}

async function beginBy(turn: Turn, informs: readonly Inform[]): Promise<void> {
  const slots = informs.map(({ slot }) => slot);
  if (slots.every((slot) => slot === 'when') && justBooked(turn)) return moveBooked(turn);
  if (slots.some((slot) => BEGINS_BOOKING.includes(slot))) return begin(turn, 'book');
  await keepProfile(turn, informs);
}

/** "Make it 11", right after the booking: that one shall move. */
function moveBooked(turn: Turn): void {
  const flow = turn.flows['reschedule'];
  const made = turn.finished?.value;
  const id = isRecord(made) ? slotText(made, 'id') : undefined;
  if (flow && id !== undefined) openFrame(turn, flow, { booking: id });
  else begin(turn, 'reschedule');
}

function justBooked({ finished, flows, world }: Turn): boolean {
  return (
    finished !== undefined &&
    (flows[finished.flow]?.drafts === true || finished.flow === 'reschedule') &&
    world.now - finished.at < STILL_ABOUT_MILLIS
  );
}

/** A name that is given before anything is wished is kept, if there was none. */
async function keepProfile(turn: Turn, informs: readonly Inform[]): Promise<void> {
  const name = informs.findLast((inform) => inform.slot === 'name');
  if (name?.slot !== 'name') return;
  const { customer, commands } = turn.world;
  const profile = turn.flows['profile'];
  if (profile && customer.name !== null && !isPartOf(name.value, customer.name)) {
    openFrame(turn, profile, { wish: 'name', name: name.value, inPassing: true });
    return;
  }
  if (customer.name === null) await commands.nameCustomer(name.value);
  turn.says.push(say('smallTalk.named', { name: name.value }));
  turn.progress = true;
}

/** "Others?": the running request offers something else, or something earlier or later, where its questions can. */
export function others(turn: Turn, than?: Than, of?: Of): void {
  const frame = topFrame(turn);
  if (!frame) return;
  for (const step of flowOf(turn, frame).steps) {
    const patch = step.kind === 'ask' ? step.ask.others?.(frame.slots, than, of) : null;
    if (patch && setSlots(turn, frame, patch)) return;
  }
}
