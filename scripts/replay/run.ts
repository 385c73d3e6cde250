/** Reads stored conversations in transactions that cannot write, and runs their turns on today's program. */
import { createBusinesses } from '../../bot/businesses';
import { replayTurn, type ReplayedTurn } from '../../bot/replay';
import { storedConversation, type StoredConversation } from '../../bot/storedTurns';
import { createWires } from '../../bot/wires';
import { newestConversations } from '../../models/statements/journal';
import type { Database, Tx } from '../../platform/database';
import type { Business } from '../../scheduling/business';

export interface ReplayedConversation {
  readonly conversation: string;
  /** Whether every turn that could be run again came out as it did then. */
  readonly same: boolean;
  readonly turns: readonly ReplayedTurn[];
  /** The business was another version then: what differs may come from that. */
  readonly businessChanged: boolean;
}

export interface Wanted {
  /** The short name of the business. */
  readonly tenant: string;
  /** The conversation, or how many of the newest. */
  readonly which: { readonly id: string } | { readonly last: number };
}

export interface Found {
  readonly business: Business;
  readonly conversations: readonly StoredConversation[];
}

/** A transaction that PostgreSQL itself lets write nothing. */
export function readOnly<Result>(
  database: Database,
  tenantId: string,
  read: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return database.inTenant(tenantId, async (tx) => {
    await tx.simple('SET TRANSACTION READ ONLY');
    return read(tx);
  });
}

/** @throws Error with a sentence for who asked, where there is no such business or conversation */
export async function findStored(database: Database, { tenant, which }: Wanted): Promise<Found> {
  const business = await createBusinesses(database).bySlug(tenant);
  if (business === null) throw new Error(`there is no business "${tenant}"`);
  const conversations = await readOnly(database, business.tenantId, async (tx) => {
    const ids = 'id' in which ? [which.id] : await newestConversations(tx, which.last);
    const found: StoredConversation[] = [];
    for (const id of ids) {
      const conversation = await storedConversation(tx, id);
      if (conversation === null) throw new Error(`"${tenant}" has no conversation ${id}`);
      found.push(conversation);
    }
    return found;
  });
  return { business, conversations };
}

/** Asks no database: every command is answered by the journal. */
export async function replayConversation(
  conversation: StoredConversation,
  business: Business,
): Promise<ReplayedConversation> {
  const parts = { business, wires: createWires([]) };
  const turns: ReplayedTurn[] = [];
  for (const stored of conversation.turns) turns.push(await replayTurn(conversation, stored, parts));
  return {
    conversation: conversation.conversationId,
    same: turns.every(({ kind }) => kind !== 'different'),
    turns,
    businessChanged: conversation.turns.some(({ entry }) => entry && entry.business !== business.version),
  };
}
