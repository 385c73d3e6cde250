/** The parts put together, for the server, the worker, the terminal and the tests: a house that answers when it is told to. */
import { createBusinesses, type Businesses } from './bot/businesses';
import type { ConversationKey } from './bot/bells';
import { FactMisses } from './bot/factMisses';
import type { BotParts } from './bot/parts';
import { receive, receiveInOpen, type ReceivingAccount } from './bot/receive';
import { RecentMessages } from './bot/recentMessages';
import { createBot } from './bot/turn';
import { createWires, type Wire } from './bot/wires';
import type { Received } from './channels/channel';
import { bellHandlers } from './jobs/handlers';
import { expireHolds } from './jobs/expireHolds';
import { offerWaitlist } from './jobs/offerWaitlist';
import { relay } from './jobs/relay';
import { sweep } from './jobs/sweep';
import type { InboundResult } from './models/records';
import type { Clock, Millis } from './platform/clock';
import type { Database } from './platform/database';
import type { Log } from './platform/log';
import type { BellHandlers, Queue } from './platform/queue';
import type { Signal } from './platform/signal';

export interface HouseParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Which channel carries the messages of which provider. */
  readonly channels: readonly Wire[];
  readonly queue: Queue;
  readonly signal: Signal;
  readonly log: Log;
  readonly newId: () => string;
  /** How long further messages are waited for where people write in bursts; absent: 1.5 s. 0: not at all. */
  readonly burstMillis?: Millis;
}

export interface House {
  readonly parts: BotParts;
  readonly businesses: Businesses;
  /** Stores a message once and rings; `conversationId` is used if the conversation is new. */
  receive(received: Received, account: ReceivingAccount, conversationId?: string): Promise<InboundResult>;
  /** As `receive`; null, and nothing is stored, where no conversation is open. */
  receiveInOpen(received: Received, account: ReceivingAccount): Promise<InboundResult | null>;
  /** Runs turns until nothing waits in the conversation; answers how many were committed. */
  runTurns(key: ConversationKey): Promise<number>;
  /** Carries all that is due; answers how many rows it dealt with. */
  relayOnce(): Promise<number>;
  /** Rings for everything that a lost bell left lying. */
  sweepOnce(): Promise<void>;
  /** Lets lapsed holds go; answers how many. */
  expireHoldsOnce(): Promise<number>;
  /** Offers freed time to those who wait; answers how many offers were made. */
  offerWaitlistOnce(): Promise<number>;
  /** For `queue.start`. */
  readonly handlers: BellHandlers;
}

/** Nothing runs by itself yet: start the queue with `handlers`, or call what you want to happen. */
export function createHouse({ channels, burstMillis, ...rest }: HouseParts): House {
  const businesses = createBusinesses(rest.database);
  const wires = createWires(channels, burstMillis);
  const recent = new RecentMessages();
  const watch = { stopwatch: () => performance.now(), factMisses: new FactMisses() };
  const parts: BotParts = { ...rest, ...watch, wires, businesses, recent };
  const bot = createBot(parts);
  return {
    parts,
    businesses,
    receive: (received, account, conversationId) => receive(received, account, parts, conversationId),
    receiveInOpen: (received, account) => receiveInOpen(received, account, parts),
    runTurns: (key) => bot.runTurns(key),
    relayOnce: () => relay(parts),
    sweepOnce: () => sweep(parts),
    expireHoldsOnce: () => expireHolds(parts),
    offerWaitlistOnce: () => offerWaitlist(parts),
    handlers: bellHandlers(bot, parts),
  };
}
