/** THE pipeline: lease and load, hear, one transaction, and look again until nothing waits. */
import type { ActivityHandler } from 'botbuilder';
import type { LoadedConversation } from '../models/records';
import { leaseConversation, releaseLease } from '../models/statements/conversations';
import { incomingActivity } from './activity';
import type { TurnAdapter } from './adapter';
import { conversationTopic, deskTopic, relayBell, type ConversationKey } from './bells';
import { createAdapter, HouseBot } from './bot';
import { turnFailed } from './failure';
import type { BotParts } from './parts';
import { nextSection } from './sections';
import type { TurnWork } from './turnWork';

/** How long a turn may take before another process may take the conversation over. */
const LEASE_MILLIS = 15_000;
/** Turns in a row that wrote nothing because something came in between; the next bell or sweep goes on. */
const MOST_STALE = 20;

export interface Bot {
  /** Answers all that waits in a conversation, unless somebody else is at it. Answers how many turns were committed. */
  runTurns(key: ConversationKey): Promise<number>;
}

interface Machine {
  readonly parts: BotParts;
  readonly adapter: TurnAdapter;
  readonly bot: ActivityHandler;
}

export function createBot(parts: BotParts): Bot {
  const machine: Machine = { parts, adapter: createAdapter(parts), bot: new HouseBot(parts) };
  return { runTurns: (key) => runTurns(key, machine) };
}

/** Whoever holds the lease looks again after its commit, so no wake-up is lost and nobody waits for a lock. */
async function runTurns(key: ConversationKey, machine: Machine): Promise<number> {
  const { parts } = machine;
  const token = parts.newId();
  let stale = 0;
  for (let turns = 0; ;) {
    const now = parts.clock.now();
    const lease = await leaseConversation(parts.database, { ...key, token, now, leaseMillis: LEASE_MILLIS });
    if (lease.kind !== 'leased') return turns;
    const result = await oneTurn(lease.loaded, token, machine);
    if (result === 'committed') turns += 1;
    stale = result === 'stale' ? stale + 1 : 0;
    if (stale >= MOST_STALE) {
      await releaseLease(parts.database, { ...key, token });
      return turns;
    }
  }
}

type TurnResult = 'committed' | 'stale' | 'failed';

async function oneTurn(loaded: LoadedConversation, token: string, machine: Machine): Promise<TurnResult> {
  const { parts, adapter, bot } = machine;
  try {
    const work = await workOn(loaded, token, parts);
    if (work.section.kind === 'talk' && loaded.owner === 'bot') showTyping(loaded, parts);
    await adapter.hear(work, bot);
    if (work.result === null) throw new Error('the turn ended without a commit');
    if (work.result === 'committed') announce(loaded, work.replies.length > 0, parts);
    return work.result;
  } catch (error) {
    const after = await turnFailed(loaded, token, error, parts);
    if (after === 'given-up') announce(loaded, true, parts);
    return 'failed';
  }
}

/** An answer is on its way: whoever looks at the chat sees the dots. */
function showTyping(loaded: LoadedConversation, { signal }: BotParts): void {
  signal.publish(conversationTopic(loaded), 'bot-typing');
}

async function workOn(loaded: LoadedConversation, token: string, parts: BotParts): Promise<TurnWork> {
  const section = nextSection(loaded);
  return {
    loaded,
    token,
    section,
    business: await parts.businesses.of(loaded.tenantId, loaded.tenantVersion),
    now: parts.clock.now(),
    activity: incomingActivity(loaded, section.messages),
    replies: [],
    result: null,
  };
}

/** After the commit: whoever looks at the conversation looks again, and the relay has something to carry. */
function announce(loaded: LoadedConversation, replied: boolean, { signal, queue, wires }: BotParts): void {
  signal.publish(conversationTopic(loaded), 'messages');
  signal.publish(deskTopic(loaded.tenantId));
  if (replied && !wires.inline(loaded.channel)) queue.ring(relayBell);
}
