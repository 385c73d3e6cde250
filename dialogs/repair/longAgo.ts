/** What time and deploys have overtaken: drafts older than a day are let go, flows that are no more are named once. */
import { say } from '../facts';
import { dropFrame, type Turn } from '../turn';
import { menu } from './notUnderstood';

/** A draft is kept so long after the last word. */
const DRAFT_MILLIS = 24 * 60 * 60_000;

export async function letGoOfOld(turn: Turn): Promise<void> {
  const { at, setAside } = turn.before;
  if (setAside && setAside.length > 0) turn.says.push(say('repair.setAside'));
  if (at === undefined || turn.world.now - at <= DRAFT_MILLIS || turn.frames.length === 0) return;
  await dropAll(turn);
  turn.says.push(say('repair.draftOver'));
  turn.aside = menu();
}

/** Lets every request go, the latest first, with all that it held. */
export async function dropAll(turn: Turn): Promise<void> {
  for (const frame of [...turn.frames].reverse()) await dropFrame(turn, frame);
}
