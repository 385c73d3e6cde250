/** The dialogs as a turn uses them: one step of a talk, its reading from storage, and what understanding should expect. */
import type { Expectation } from '../understanding/expectation';
import { engine } from './engine';
import { FLOWS } from './flows';
import { beginTurn } from './turn';
import { dropAll } from './repair/longAgo';
import { linesPut } from './putEstimate';
import { readStored } from './stored';
import type { Talk, World } from './talk';

/** Hears what was said and answers; acts only through `world.commands`, and never with silence. */
export const advance = engine(FLOWS);

/** A stored talk, or a fresh one where it is none of ours. */
export function readTalk(json: unknown): Talk {
  return readStored(json, FLOWS);
}

/** What was just asked; null where nothing was, or where the question was taken back. */
export function understandingExpectation({ asked, frames }: Talk): Expectation | null {
  if (!asked) return null;
  const lines = asked.lines ?? linesPut(frames);
  return { asking: asked.asking, choices: asked.choices, ...(lines && { lines }) };
}

/** Lets every request go and releases what it held, without a word: after an opt-out nothing may be said. */
export async function dropRequests(talk: Talk, world: World): Promise<Talk> {
  const turn = beginTurn(talk, world, FLOWS);
  await dropAll(turn);
  return { ...talk, frames: turn.frames, asked: null };
}

export { freshTalk } from './stored';
export { offerHold } from './offer';
export { choicesOfNotice, putEstimate } from './putEstimate';
export { mapLink } from './mapLink';
export { asksFirst, type OwnPrompt } from './prompts';
