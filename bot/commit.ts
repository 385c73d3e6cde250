/** The one transaction of a turn: locks, looks again, decides, words the reply, and writes all of it or nothing. */
import type { TurnContext } from 'botbuilder';
import { bindCommands } from '../commands';
import type { CommandContext } from '../commands/types';
import type { Talk } from '../dialogs/talk';
import type { LockedConversation, TurnMessage, TurnWrite } from '../models/records';
import { lockConversation, readLock, saveTurn } from '../models/statements/conversations';
import { replyActivity } from './activity';
import { workOf } from './adapter';
import type { Decide, Decision, Inside } from './decision';
import { passGate } from './gate';
import { journaled, type JournalEntry } from './journal';
import type { BotParts } from './parts';
import { REPLY_PRIORITY, voiceFor, wordReply, type WordedReply } from './say';
import type { TurnWork } from './turnWork';

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
      const inside = insideOf({ tx, opened, work, parts, entries });
      const decision = await decide(inside);
      const voice = voiceFor(decision.language, work.business.calendar, parts.wires.limits(loaded.channel));
      const reply = wordReply(
        decision.sayings,
        decision.choices.map((choice) => choice.label),
        voice,
      );
      if (reply !== null && mayBeSent(decision, work)) await context.sendActivity(replyActivity(reply));
      await saveTurn(tx, turnWrite(work, decision, entries, parts));
      return 'committed';
    },
    { opening },
  );
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
}

/** The whole turn happens at one instant, on a clock that stands still. */
function insideOf({ tx, opened, work, parts, entries }: Opened): Inside {
  const { loaded, business, now } = work;
  const context: CommandContext = {
    tx,
    clock: { now: () => now },
    business,
    actor: { kind: 'customer', customerId: loaded.customer.id, conversationId: loaded.conversationId },
    newId: parts.newId,
  };
  return {
    work,
    context,
    commands: journaled(bindCommands(context, opened.bookings), entries),
  };
}

function mayBeSent(decision: Decision, { loaded, now }: TurnWork): boolean {
  const optedOut = decision.optOut ?? loaded.optedOut;
  const fence = { made: loaded.fence, current: loaded.fence };
  return passGate({ kind: decision.kind, optedOut, fence, now }).kind === 'pass';
}

function turnWrite(
  work: TurnWork,
  decision: Decision,
  entries: readonly JournalEntry[],
  parts: BotParts,
): TurnWrite {
  const { loaded, section, now } = work;
  const messages = work.replies.map((reply, index) => turnMessage(reply, index, work, decision, parts));
  return {
    tenantId: loaded.tenantId,
    conversationId: loaded.conversationId,
    addressId: loaded.addressId,
    at: now,
    version: loaded.version,
    turn: loaded.turn + 1,
    fence: loaded.fence,
    language: decision.language,
    talk: talkWithQuestion(decision, messages),
    handled: section.messages.map((message) => message.number),
    messages,
    nextNumber: loaded.nextNumber + messages.length,
    leaseToken: work.token,
    journal: { heard: decision.heard, commands: entries, said: decision.sayings },
    ...(decision.optOut === undefined ? {} : { optOut: decision.optOut }),
  };
}

function turnMessage(
  reply: WordedReply,
  index: number,
  { loaded }: TurnWork,
  decision: Decision,
  parts: BotParts,
): TurnMessage {
  return {
    outboxId: parts.newId(),
    number: loaded.nextNumber + index,
    kind: decision.kind,
    text: reply.text,
    choices: reply.choices,
    details: {},
    ground: decision.kind === 'opt-out' ? 'opt-out-confirmation' : 'answer',
    priority: REPLY_PRIORITY,
    inline: parts.wires.inline(loaded.channel),
  };
}

/** The question is kept with the number of the message that asks it, and the choices as the customer sees them. */
function talkWithQuestion(decision: Decision, messages: readonly TurnMessage[]): Talk | null {
  const { talk, choices } = decision;
  const asking = messages.at(-1);
  if (talk?.asked == null || asking === undefined) return talk;
  if (talk.asked.number !== null) return talk;
  const labelled = choices.map(({ acts }, index) => ({ label: asking.choices[index] ?? '', acts }));
  return { ...talk, asked: { ...talk.asked, number: asking.number, choices: labelled } };
}
