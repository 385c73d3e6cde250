/** A notice that a deed laid into the outbox goes into the thread; one that asks for something becomes the question of the talk. */
import { putEstimate, readTalk } from '../dialogs';
import { estimateView } from '../commands/estimateViews';
import type { Saying } from '../locales/saying';
import { estimateOfNotice } from '../models/statements/estimateVersions';
import { findEstimate } from '../models/statements/estimates';
import { standInThread, type WordedNotice } from '../models/statements/orderNotices';
import { keepTalk, lockTalk, talkToWriteIn } from '../models/statements/writeFirst';
import type { Millis } from '../platform/clock';
import type { Tx } from '../platform/database';
import type { Business } from '../scheduling/business';

export interface TellingParts {
  readonly business: Business;
  readonly now: Millis;
  readonly newId: () => string;
}

/** Where an agent has the conversation the notice is told, and what is answered is theirs. */
export async function tellNotice(
  tx: Tx,
  saying: Saying,
  notice: WordedNotice,
  parts: TellingParts,
): Promise<void> {
  await lockTalk(tx, notice.conversationId);
  await standInThread(tx, notice);
  if (notice.choices.length > 0) await askEstimate(tx, saying, notice, parts);
}

async function askEstimate(
  tx: Tx,
  saying: Saying,
  { conversationId, outboxId, choices: labels }: WordedNotice,
  { business, now, newId }: TellingParts,
): Promise<void> {
  const id = await estimateOfNotice(tx, outboxId);
  const estimate = id === null ? null : await findEstimate(tx, id);
  const loaded = await talkToWriteIn(tx, conversationId);
  if (!estimate || !loaded || loaded.owner === 'agent') return;
  const told = {
    ...{ estimate: estimateView(estimate, business, now), saying, labels, now, newId },
    // it has just taken the last number of the thread
    ...{ number: loaded.nextNumber - 1, handedAt: null },
  };
  const talk = putEstimate(readTalk(loaded.talk), told);
  if (talk) await keepTalk(tx, conversationId, talk);
}
