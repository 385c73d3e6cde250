/** What time and deploys have overtaken: drafts older than a day are let go, flows that are no more are named once. */
import type { Fact } from '../../locales/saying';
import { momentFact, say, serviceFact, words } from '../facts';
import { HOLD } from '../flows/booking/hold';
import { isRecord } from '../json';
import { dropFrame, slotText, type Turn } from '../turn';
import { menu } from './notUnderstood';

/** A draft is kept so long after the last word. */
const DRAFT_MILLIS = 24 * 60 * 60_000;

export async function letGoOfOld(turn: Turn): Promise<void> {
  const { at, setAside } = turn.before;
  if (setAside && setAside.length > 0) turn.says.push(say('repair.setAside'));
  const old = turn.frames.filter(({ flow }) => turn.flows[flow]?.waits !== true);
  if (at === undefined || turn.world.now - at <= DRAFT_MILLIS || old.length === 0) return;
  const what = draftOf(turn);
  for (const frame of [...old].reverse()) await dropFrame(turn, frame);
  turn.says.push(say('repair.draftOver', { what }));
  if (turn.frames.length === 0) turn.aside = menu();
}

/** What was being made, as far as it had come. */
function draftOf({ frames, flows, world }: Turn): Fact | undefined {
  const draft = frames.findLast((frame) => flows[frame.flow]?.drafts);
  const service = serviceFact(world.business, slotText(draft?.slots ?? {}, 'service'));
  const held = draft?.facts[HOLD]?.value;
  const start = isRecord(held) ? slotText(held, 'start') : undefined;
  if (!service || start === undefined) return service;
  return words('repair.draftAt', { service, when: momentFact(start) });
}

/** Lets every request go, the latest first, with all that it held. */
export async function dropAll(turn: Turn): Promise<void> {
  for (const frame of [...turn.frames].reverse()) await dropFrame(turn, frame);
}
