/** THE pipeline: lease and load, hear, one transaction, and look again until nothing waits. */
import type { ActivityHandler } from 'botbuilder';
import { readTalk } from '../dialogs';
import type { LoadedConversation } from '../models/records';
import type { Millis } from '../platform/clock';
import { leaseConversation, releaseLease } from '../models/statements/conversations';
import { incomingActivity } from './activity';
import type { TurnAdapter } from './adapter';
import {
  conversationTopic,
  deskTopic,
  messagesUpTo,
  relayBell,
  turnBell,
  type ConversationKey,
} from './bells';
import { burstWait } from './burst';
import { createAdapter, HouseBot } from './bot';
import { turnFailed } from './failure';
import type { BotParts } from './parts';
import { nextSection } from './sections';
import type { TurnWork } from './turnWork';

/** How long a turn may take before another process may take the conversation over. */
const LEASE_MILLIS = 15_000;
/** Most turns are over before anybody could see dots. */
const TYPING_AFTER_MILLIS = 300;
/** Turns in a row that wrote nothing because something came in between; the next bell or sweep goes on. */
const MOST_STALE = 20;

export interface Bot {
  /** Answers all that waits in a conversation, unless somebody else is at it. Answers how many turns were committed. */
  runTurns(key: ConversationKey): Promise<number>;
  /** As `runTurns`, but for a burst: while more may come the bell is put off, and nothing is answered yet. */
  answerBell(key: ConversationKey): Promise<number>;
}

interface Machine {
  readonly parts: BotParts;
  readonly adapter: TurnAdapter;
  readonly bot: ActivityHandler;
}

/** One for a process; several processes may run turns of the same conversations. */
export function createBot(parts: BotParts): Bot {
  const machine: Machine = { parts, adapter: createAdapter(parts), bot: new HouseBot(parts) };
  return {
    runTurns: (key) => runTurns(key, machine, () => 0),
    answerBell: (key) =>
      runTurns(key, machine, (loaded, now) =>
        burstWait(loaded, parts.wires.burstMillis(loaded.channel), now),
      ),
  };
}

/** How long what is pending has to wait yet, milliseconds. */
type Patience = (loaded: LoadedConversation, now: Millis) => Millis;

/**
 * No wake-up is lost, and nobody waits for a lock: a message stored before the turn has its lock makes the turn stale, and it
 * is read anew; one stored later waits for the conversation's row, so it comes after the commit that ended the lease, with a
 * bell of its own.
 */
async function runTurns(key: ConversationKey, machine: Machine, patience: Patience): Promise<number> {
  const { parts } = machine;
  const token = parts.newId();
  let stale = 0;
  for (let turns = 0; ;) {
    const now = parts.clock.now();
    const lease = await leaseConversation(parts.database, { ...key, token, now, leaseMillis: LEASE_MILLIS });
    if (lease.kind !== 'leased') return turns;
    const wait = patience(lease.loaded, now);
    if (wait > 0) {
      await releaseLease(parts.database, { ...key, token });
      parts.queue.ring(turnBell(key), wait);
      return turns;
    }
    const result = await oneTurn(lease.loaded, token, machine);
    if (result === 'committed' || result === 'more') turns += 1;
    if (result === 'committed') return turns;
    stale = result === 'stale' ? stale + 1 : 0;
    if (stale >= MOST_STALE) {
      await releaseLease(parts.database, { ...key, token });
      return turns;
    }
  }
}

type TurnResult =
  | 'committed'
  /** Committed, and some of what was pending is left for the next turn. */
  | 'more'
  | 'stale'
  | 'failed';

async function oneTurn(loaded: LoadedConversation, token: string, machine: Machine): Promise<TurnResult> {
  const { parts, adapter, bot } = machine;
  const typing = setTimeout(() => showTyping(loaded, parts), TYPING_AFTER_MILLIS);
  try {
    const work = await workOn(loaded, token, parts);
    await adapter.hear(work, bot);
    if (work.result === null) throw new Error('the turn ended without a commit');
    if (work.result === 'stale') return 'stale';
    announce(work, parts);
    return leavesMore(work) ? 'more' : 'committed';
  } catch (error) {
    const after = await turnFailed(loaded, token, error, parts);
    if (after === 'given-up') lookAnew(loaded, parts);
    return 'failed';
  } finally {
    clearTimeout(typing);
  }
}

function showTyping(loaded: LoadedConversation, { signal }: BotParts): void {
  if (loaded.owner !== 'agent') signal.publish(conversationTopic(loaded), 'bot-typing');
}

/** A load brings so many pending messages at most. */
const LONGEST_LOAD = 50;

function leavesMore({ loaded, section }: TurnWork): boolean {
  return section.messages.length < loaded.pending.length || loaded.pending.length >= LONGEST_LOAD;
}

async function workOn(loaded: LoadedConversation, token: string, parts: BotParts): Promise<TurnWork> {
  const section = nextSection(loaded);
  return {
    loaded,
    token,
    section,
    business: await parts.businesses.of(loaded.tenantId, loaded.tenantVersion),
    talk: readTalk(loaded.talk),
    now: parts.clock.now(),
    activity: incomingActivity(loaded, section.messages),
    replies: [],
    said: [],
    times: { began: parts.stopwatch(), understanding: 0 },
    result: null,
  };
}

/** After the commit: whoever looks at the conversation gets what was said, and the relay has something to carry. */
function announce({ loaded, said }: TurnWork, { signal, queue, wires, recent }: BotParts): void {
  const last = said.at(-1);
  signal.publish(deskTopic(loaded.tenantId));
  if (last === undefined) return;
  recent.keep(loaded, said);
  signal.publish(conversationTopic(loaded), messagesUpTo(last.number));
  if (!wires.inline(loaded.channel)) queue.ring(relayBell);
}

/** After an apology that another transaction wrote. */
function lookAnew(loaded: LoadedConversation, { signal, queue, wires }: BotParts): void {
  signal.publish(conversationTopic(loaded), 'messages');
  signal.publish(deskTopic(loaded.tenantId));
  if (!wires.inline(loaded.channel)) queue.ring(relayBell);
}
