/** What the bot is made of: everything it needs comes in here, so that a test can hold each part still. */
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Log } from '../platform/log';
import type { Queue } from '../platform/queue';
import type { Signal } from '../platform/signal';
import type { Businesses } from './businesses';
import type { FactMisses } from './factMisses';
import type { RecentMessages } from './recentMessages';
import type { Wires } from './wires';

export interface BotParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly wires: Wires;
  readonly queue: Queue;
  readonly signal: Signal;
  readonly log: Log;
  /** Fresh, unguessable uuids. */
  readonly newId: () => string;
  readonly businesses: Businesses;
  readonly recent: RecentMessages;
  /** Milliseconds since any beginning, with fractions: how long things take, never when they are. */
  readonly stopwatch: () => number;
  /** Counted for the metrics. */
  readonly factMisses: FactMisses;
}
