/** One turn while it runs: what it started from, and what the bot has said so far. */
import type { Activity } from 'botbuilder';
import type { Talk } from '../dialogs/talk';
import type { LoadedConversation, MessageRecord } from '../models/records';
import type { Millis } from '../platform/clock';
import type { Business } from '../scheduling/business';
import type { WordedReply } from './say';
import type { Section } from './sections';

/** By the stopwatch, in milliseconds. */
export interface TurnTimes {
  readonly began: number;
  /** How long understanding took; 0 where nothing was to be understood. */
  understanding: number;
}

export interface TurnWork {
  readonly loaded: LoadedConversation;
  /** Of the lease, which ends with the turn's commit. */
  readonly token: string;
  readonly section: Section;
  readonly business: Business;
  /** As today's program reads it; a fresh one before the first turn. */
  readonly talk: Talk;
  /** The one instant of the whole turn. */
  readonly now: Millis;
  readonly activity: Partial<Activity>;
  /** What was sent by way of the context; the transaction begins with none. */
  readonly replies: WordedReply[];
  /** The replies as they stand in the transcript, once they are written. */
  readonly said: MessageRecord[];
  readonly times: TurnTimes;
  /** Null until the turn has come to its commit. */
  result: 'committed' | 'stale' | null;
}
