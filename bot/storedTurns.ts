/** A conversation as it is kept, turn by turn: what a replay, an export and the inspector read. */
import type { MessageRecord, PendingMessage } from '../models/records';
import {
  conversationById,
  journalOf,
  messagesOfTurn,
  staffDeedsFor,
  transcriptOf,
  type ConversationRow,
  type JournalRow,
  type StaffDeedRow,
  type TranscriptRow,
} from '../models/statements/journal';
import type { Millis } from '../platform/clock';
import type { Tx } from '../platform/database';
import type { TurnJournal } from './turnJournal';

export interface StoredTurn {
  readonly turn: number;
  readonly at: Millis;
  /** Null for a turn that failed for good, or that an older version wrote: it cannot be run again. */
  readonly entry: TurnJournal | null;
  /** What it answered, as it was pending then. */
  readonly messages: readonly PendingMessage[];
  readonly replies: readonly StoredReply[];
}

export interface StoredReply extends Pick<MessageRecord, 'number' | 'text'> {
  readonly choices: readonly string[];
}

export interface StoredConversation extends ConversationRow {
  readonly tenantId: string;
  readonly turns: readonly StoredTurn[];
  /** What staff did meanwhile, oldest first. */
  readonly deeds: readonly StaffDeedRow[];
  /** The whole transcript, in order. */
  readonly transcript: readonly TranscriptRow[];
}

/** Null where the tenant has no such conversation. @param id a uuid */
export async function storedConversation(tx: Tx, id: string): Promise<StoredConversation | null> {
  const conversation = await conversationById(tx, id);
  if (conversation === null) return null;
  const transcript = await transcriptOf(tx, id);
  const rows = await journalOf(tx, id);
  const turns = rows.map((row) => storedTurnOf(row, transcript));
  const deeds = await staffDeedsFor(tx, conversation.customerId);
  return { ...conversation, tenantId: tx.tenantId, turns, deeds, transcript };
}

/** One turn of a conversation; null where there is no such turn. @param id a uuid */
export async function storedTurn(tx: Tx, id: string, turn: number): Promise<StoredTurn | null> {
  const [row] = await journalOf(tx, id, turn);
  if (!row) return null;
  const answered = answeredBy(row).map(({ number }) => number);
  return storedTurnOf(row, await messagesOfTurn(tx, id, { turn, answered }));
}

function storedTurnOf(row: JournalRow, transcript: readonly TranscriptRow[]): StoredTurn {
  const byNumber = new Map(transcript.map((message) => [message.number, message]));
  const messages = answeredBy(row).flatMap((answered) => {
    const message = byNumber.get(answered.number);
    if (!message) return [];
    const { number, kind, text, details } = message;
    return [
      { number, kind, text, details, sentAt: answered.sentAt, receivedAt: answered.receivedAt, attempts: 0 },
    ];
  });
  const replies = transcript.filter(({ turn, author }) => turn === row.turn && author === 'bot').map(replyOf);
  return { turn: row.turn, at: row.at, entry: isWhole(row.entry) ? row.entry : null, messages, replies };
}

function replyOf({ number, text, details }: TranscriptRow): StoredReply {
  const choices = details?.['choices'];
  return { number, text, choices: Array.isArray(choices) ? choices.map(String) : [] };
}

function answeredBy({ entry }: JournalRow): TurnJournal['messages'] {
  const { messages } = entry as Partial<TurnJournal>;
  return (messages ?? []).filter((message) => typeof message === 'object');
}

/** Written by a turn that ended well, as turns are written today. */
function isWhole(entry: unknown): entry is TurnJournal {
  const { from, commands, heard, ids } = entry as Partial<TurnJournal>;
  return from !== undefined && commands !== undefined && heard !== undefined && ids !== undefined;
}
