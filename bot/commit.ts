/** The one transaction of a turn: locks, looks again, decides, words the reply, and writes all of it or nothing. */
import type { TurnContext } from 'botbuilder';
import { LaterNotes, sharedContext } from '../commands';
import type { CommandContext } from '../commands/types';
import type { LockedConversation, MessageRecord, TurnMessage } from '../models/records';
import { lockConversation, readLock, saveTurn } from '../models/statements/conversations';
import { replyActivity } from './activity';
import { workOf } from './adapter';
import type { Miss } from './checkFacts';
import type { Decide, Inside } from './decision';
import { bindAll } from './allCommands';
import { journaled, type JournalEntry } from './journal';
import type { BotParts } from './parts';
import { turnWrite } from './turnWrite';
import type { TurnWork } from './turnWork';
import { mayBeSent, wordTurn } from './wordTurn';

/** Sets the work's result: 'stale' wrote nothing, because what was read is no longer so. */
export async function commitTurn(context: TurnContext, parts: BotParts, decide: Decide): Promise<void> {
  const work = workOf(context);
  const { loaded } = work;
  const opening = lockConversation(loaded.tenantId, loaded.conversationId, work.now);
  work.result = await parts.database.inTenant(
    loaded.tenantId,
    async (tx, rows) => {
      const opened = readLock(rows);
      if (opened === null || !stillAsRead(opened, work)) return 'stale';
      work.replies.length = 0;
      const entries: JournalEntry[] = [];
      const ids: string[] = [];
      const later = new LaterNotes(loaded.customer.assets);
      const inside = insideOf({ tx, opened, work, parts, entries, ids, later });
      const decided = await decide(inside);
      const limits = parts.wires.limits(loaded.channel);
      const { decision, reply, misses } = wordTurn(decided, work, entries, limits);
      reportMisses(misses, work, parts);
      if (reply !== null && mayBeSent(decision, work)) await context.sendActivity(replyActivity(reply));
      const write = turnWrite({ work, opened, decision, entries, ids, later, parts });
      // Under the lock the version cannot have moved: nothing saved would be a fault of ours.
      if (!(await saveTurn(tx, write))) throw new Error('the turn was not saved');
      work.said.splice(0, Infinity, ...write.messages.map((message) => asRecord(message, work.now)));
      return 'committed';
    },
    { opening },
  );
}

function asRecord({ number, text, choices, details }: TurnMessage, createdAt: number): MessageRecord {
  return { number, author: 'bot', kind: 'text', text, details: { ...details, choices }, createdAt };
}

/** Nothing came, nobody took over, and the business has not changed since the turn began. */
function stillAsRead(opened: LockedConversation, { loaded, business }: TurnWork): boolean {
  const pending = loaded.pending.map((message) => message.number);
  return (
    opened.version === loaded.version &&
    opened.owner === loaded.owner &&
    opened.fence === loaded.fence &&
    opened.tenantVersion === business.version &&
    opened.pending.length === pending.length &&
    opened.pending.every((number, index) => number === pending[index])
  );
}

interface Opened {
  readonly tx: CommandContext['tx'];
  readonly opened: LockedConversation;
  readonly work: TurnWork;
  readonly parts: BotParts;
  readonly entries: JournalEntry[];
  /** The engine's own ids are noted, so that a replay can draw them again. */
  readonly ids: string[];
  /** What the customer says about themselves is written with the next deed, or with the turn. */
  readonly later: LaterNotes;
}

/** The whole turn happens at one instant, on a clock that stands still. */
function insideOf({ tx, opened, work, parts, entries, ids, later }: Opened): Inside {
  const { loaded, business, now } = work;
  const about = { customerId: loaded.customer.id, conversationId: loaded.conversationId };
  const own: CommandContext = {
    tx,
    clock: { now: () => now },
    business,
    actor: { kind: 'customer', ...about },
    newId: parts.newId,
  };
  const context = sharedContext(own, opened.bookings, later);
  const newId = (): string => {
    const id = parts.newId();
    ids.push(id);
    return id;
  };
  return { work, context: { ...context, newId }, ...journaled(bindAll(context, about), entries) };
}

/** What would have been told without ground is a mistake of ours, and the customer was told what stands instead. */
function reportMisses(misses: readonly Miss[], { loaded }: TurnWork, { log, factMisses }: BotParts): void {
  if (misses.length === 0) return;
  factMisses.note(misses);
  const { tenantId, conversationId, turn } = loaded;
  const ids = { tenant: tenantId, conversation: conversationId, turn: String(turn + 1) };
  const facts = misses.map(({ key, kind }) => `${key}: ${kind}`);
  log.error({ ...ids, facts }, 'a reply was to tell what nothing in its turn says');
}
