/** What becomes of a turn that throws: it is tried again, and the third time the customer gets an honest answer. */
import { bindCommands } from '../commands';
import type { LoadedConversation, LockedConversation, TurnMessage } from '../models/records';
import {
  countFailedTurn,
  lastWasGivenUp,
  lockConversation,
  readLock,
  saveTurn,
} from '../models/statements/conversations';
import type { Tx } from '../platform/database';
import { isConnectionLost, sqlState } from '../platform/sqlErrors';
import type { Business } from '../scheduling/business';
import { providerConfirms } from './compliance';
import { groundOf } from './gate';
import type { BotParts } from './parts';
import { languageOfTurn } from './language';
import { REPLY_PRIORITY, voiceFor, wordReply } from './say';
import { nextSection, type Section } from './sections';

/** Turns that may fail over the same messages before the talk goes on without an answer to them. */
export const MOST_ATTEMPTS = 3;

export type AfterFailure = 'again' | 'given-up';

/** Throws the error on where the database is away: then nothing can be noted, and the sweep finds the messages later. */
export async function turnFailed(
  loaded: LoadedConversation,
  token: string,
  error: unknown,
  parts: BotParts,
): Promise<AfterFailure> {
  const ids = { tenant: loaded.tenantId, conversation: loaded.conversationId, turn: String(loaded.turn + 1) };
  parts.log.error({ ...ids, err: error }, 'a turn failed');
  if (isConnectionLost(error)) throw error;
  const { tenantId, conversationId } = loaded;
  const section = nextSection(loaded);
  const numbers = section.messages.map((message) => message.number);
  const attempts = await parts.database.inTenant(tenantId, (tx) =>
    countFailedTurn(tx, { conversationId, numbers, error: reasonOf(error) }),
  );
  if (attempts < MOST_ATTEMPTS) return 'again';
  await giveUp(loaded, section, token, parts);
  return 'given-up';
}

/**
 * In a transaction of its own: the messages are put aside, the customer is told, and somebody is asked to look. A STOP is kept
 * whatever failed. A talk that fails twice in a row is begun anew, or what is broken in it would fail for ever.
 */
async function giveUp(
  loaded: LoadedConversation,
  section: Section,
  token: string,
  parts: BotParts,
): Promise<void> {
  const { tenantId, conversationId } = loaded;
  const business = await parts.businesses.of(tenantId, loaded.tenantVersion);
  const now = parts.clock.now();
  const opening = lockConversation(tenantId, conversationId, now);
  await parts.database.inTenant(
    tenantId,
    async (tx, rows) => {
      const opened = readLock(rows);
      if (opened === null || opened.version !== loaded.version) return;
      await raiseTask(tx, { loaded, section, opened, business, parts });
      const optOut = optOutOf(section);
      const anew = optOut === true || (await lastWasGivenUp(tx, conversationId));
      const answer = answerOf({ loaded, section, opened, business, parts });
      const messages = answer === null ? [] : [answer];
      await saveTurn(tx, {
        tenantId,
        conversationId,
        addressId: loaded.addressId,
        at: now,
        version: opened.version,
        turn: loaded.turn + 1,
        fence: opened.fence,
        language: null,
        talk: anew ? null : loaded.talk,
        handled: section.messages.map((message) => message.number),
        dead: true,
        messages,
        nextNumber: opened.nextNumber + messages.length,
        journal: failedJournal(section),
        leaseToken: token,
        ...(optOut === null ? {} : { optOut }),
      });
    },
    { opening },
  );
}

/** What went wrong is in the log; here it is only that nothing came of the messages. */
function failedJournal({ kind, messages }: Section): object {
  const answered = messages.map(({ number, sentAt, receivedAt }) => ({ number, sentAt, receivedAt }));
  return { section: kind, messages: answered, failed: true, heard: [], commands: [], said: [] };
}

interface GivenUp {
  readonly loaded: LoadedConversation;
  readonly section: Section;
  readonly opened: LockedConversation;
  readonly business: Business;
  readonly parts: BotParts;
}

async function raiseTask(tx: Tx, { loaded, section, opened, business, parts }: GivenUp): Promise<void> {
  const { conversationId, customer } = loaded;
  const actor = { kind: 'system' as const };
  const context = { tx, clock: parts.clock, business, actor, newId: parts.newId };
  const commands = bindCommands(context, opened.bookings, { conversationId, customerId: customer.id });
  const text = section.messages
    .map((message) => message.text)
    .join('\n')
    .slice(0, 2000);
  const key = `failed-turn ${conversationId} ${section.messages.map((message) => message.number).join(' ')}`;
  await commands.raiseTask({ kind: section.kind === 'cancel-stop' ? 'cancel-wish' : 'other', text }, key);
}

/** What the words of the carriers do to the address, whatever else of their turn could not be done; null for other words. */
function optOutOf({ kind }: Section): boolean | null {
  if (kind === 'stop' || kind === 'cancel-stop') return true;
  return kind === 'start' ? false : null;
}

/** The apology, or the one confirmation of an opt-out; null where nothing may be said. */
function answerOf(given: GivenUp): TurnMessage | null {
  const { loaded, section, opened } = given;
  const optOut = optOutOf(section);
  if (optOut === true)
    return loaded.optedOut || providerConfirms(section) ? null : worded('turn.stopped', 'opt-out', given);
  const silent = optOut === null && loaded.optedOut;
  return silent || opened.owner === 'agent' ? null : worded('turn.failed', 'reply', given);
}

function worded(key: string, kind: 'reply' | 'opt-out', given: GivenUp): TurnMessage {
  const { loaded, opened, business, parts } = given;
  const language = languageOfTurn(given, []) ?? business.languages[0] ?? null;
  const voice = voiceFor(language, business.calendar, parts.wires.limits(loaded.channel));
  const saying = { key, with: { business: { kind: 'name' as const, names: business.names } } };
  const words = wordReply([saying], [], voice);
  return {
    outboxId: parts.newId(),
    number: opened.nextNumber,
    kind,
    text: words?.text ?? '',
    choices: [],
    details: {},
    ground: groundOf(kind),
    priority: REPLY_PRIORITY,
    inline: parts.wires.inline(loaded.channel),
  };
}

/** Kept beside the message for whoever looks into it: the kind of error, never a value that may be private. */
function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const state = sqlState(error);
  return state === undefined ? name : `${name} ${state}`;
}
