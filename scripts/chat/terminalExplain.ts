/** What lies behind the replies in the terminal: each turn as its journal tells it. */
import { inspectTurn } from '../../bot/inspect';
import { inspectedText } from '../../bot/inspectText';
import { storedTurn } from '../../bot/storedTurns';
import { lastTurnOf } from '../../models/statements/journal';
import type { ConversationKey } from '../../bot/bells';
import type { Database } from '../../platform/database';

/** The latest turn so far; 0 before the first. */
export function turnsSoFar(
  database: Database,
  { tenantId, conversationId }: ConversationKey,
): Promise<number> {
  return database.inTenant(tenantId, (tx) => lastTurnOf(tx, conversationId));
}

/** Every turn after that one, in order. */
export function explainedSince(
  database: Database,
  { tenantId, conversationId }: ConversationKey,
  before: number,
): Promise<readonly string[]> {
  return database.inTenant(tenantId, async (tx) => {
    const texts: string[] = [];
    for (let turn = before + 1; turn <= (await lastTurnOf(tx, conversationId)); turn += 1) {
      const stored = await storedTurn(tx, conversationId, turn);
      if (stored) texts.push(inspectedText(inspectTurn(stored)));
    }
    return texts;
  });
}
