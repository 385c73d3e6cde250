/** Finds again what a lost bell would leave lying: messages nobody answered and messages nobody carried. */
import { relayBell, turnBell } from '../bot/bells';
import type { BotParts } from '../bot/parts';
import { pendingConversations } from '../models/statements/conversations';
import { outboxDue } from '../models/statements/outbox';

export const SWEEP_MILLIS = 5000;

/** A bell that was just rung is given this long before the sweep rings it once more. */
const GRACE_MILLIS = 1000;
const MOST_CONVERSATIONS = 500;

type SweepParts = Pick<BotParts, 'database' | 'clock' | 'queue'>;

/** Rings for everything that is due; ringing twice does no harm. */
export async function sweep({ database, clock, queue }: SweepParts): Promise<void> {
  const now = clock.now();
  const receivedBefore = now - GRACE_MILLIS;
  const waiting = await pendingConversations(database, { now, receivedBefore, limit: MOST_CONVERSATIONS });
  waiting.forEach((conversation) => queue.ring(turnBell(conversation)));
  if (await outboxDue(database, now)) queue.ring(relayBell);
}
