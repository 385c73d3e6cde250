/** What a turn leaves behind, put together for the one statement that writes it. */
import type { LaterNotes } from '../commands';
import type { Talk } from '../dialogs/talk';
import type { LockedConversation, TurnMessage, TurnWrite } from '../models/records';
import type { Decision } from './decision';
import { groundOf } from './gate';
import type { JournalEntry } from './journal';
import type { BotParts } from './parts';
import { REPLY_PRIORITY, type WordedReply } from './say';
import { turnJournal } from './turnJournal';
import type { TurnWork } from './turnWork';

/** What a turn has come to. */
export interface TurnEnd {
  readonly work: TurnWork;
  readonly opened: LockedConversation;
  readonly decision: Decision;
  readonly entries: readonly JournalEntry[];
  /** Ids that the engine drew. */
  readonly ids: readonly string[];
  readonly later: LaterNotes;
  readonly parts: BotParts;
}

/** Everything of the turn at once; takes what was noted for later out of `later`. */
export function turnWrite(end: TurnEnd): TurnWrite {
  const { work, opened, decision, later } = end;
  const { loaded, section, now } = work;
  const messages = work.replies.map((reply, index) => turnMessage(reply, index, end));
  const notes = later.take();
  return {
    tenantId: loaded.tenantId,
    conversationId: loaded.conversationId,
    addressId: loaded.addressId,
    at: now,
    version: opened.version,
    turn: loaded.turn + 1,
    fence: opened.fence,
    language: decision.language,
    talk: talkWithQuestion(decision, messages),
    handled: section.messages.map((message) => message.number),
    messages,
    nextNumber: opened.nextNumber + messages.length,
    leaseToken: work.token,
    journal: turnJournal({ ...end, ended: end.parts.stopwatch() }),
    ...(decision.optOut === undefined ? {} : { optOut: decision.optOut }),
    ...(notes === null ? {} : { notes: { customerId: loaded.customer.id, notes } }),
  };
}

function turnMessage(
  reply: WordedReply,
  index: number,
  { work, opened, decision, parts }: TurnEnd,
): TurnMessage {
  return {
    outboxId: parts.newId(),
    number: opened.nextNumber + index,
    kind: decision.kind,
    text: reply.text,
    choices: reply.choices,
    details: {},
    ground: groundOf(decision.kind),
    priority: REPLY_PRIORITY,
    inline: parts.wires.inline(work.loaded.channel),
  };
}

/** The question is kept with the number of the message that asks it, and the choices as the customer sees them. */
function talkWithQuestion(decision: Decision, messages: readonly TurnMessage[]): Talk | null {
  const { talk, choices } = decision;
  const asking = messages.at(-1);
  const asked = talk?.asked ?? null;
  if (talk === null || asked === null || asked.number !== null || asking === undefined) return talk;
  const labelled = choices.map(({ acts }, index) => ({ label: asking.choices[index] ?? '', acts }));
  return { ...talk, asked: { ...asked, number: asking.number, choices: labelled } };
}
