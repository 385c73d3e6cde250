/** What becomes of a turn that throws: it is tried again, and the third time the customer gets an honest answer. */
import { bindCommands } from '../commands';
import type { LoadedConversation, LockedConversation, TurnMessage } from '../models/records';
import { countFailedTurn, lockConversation, readLock, saveTurn } from '../models/statements/conversations';
import type { Tx } from '../platform/database';
import { isConnectionLost, sqlState } from '../platform/sqlErrors';
import type { Business } from '../scheduling/business';
import { groundOf } from './gate';
import type { BotParts } from './parts';
import { REPLY_PRIORITY, voiceFor, wordReply } from './say';

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
  const numbers = loaded.pending.map((message) => message.number);
  const attempts = await parts.database.inTenant(tenantId, (tx) =>
    countFailedTurn(tx, { conversationId, numbers, error: reasonOf(error) }),
  );
  if (attempts < MOST_ATTEMPTS) return 'again';
  await apologise(loaded, token, parts);
  return 'given-up';
}

/** In a transaction of its own: the messages are put aside, the customer is told, and somebody is asked to look. */
async function apologise(loaded: LoadedConversation, token: string, parts: BotParts): Promise<void> {
  const { tenantId, conversationId } = loaded;
  const business = await parts.businesses.of(tenantId, loaded.tenantVersion);
  const now = parts.clock.now();
  const opening = lockConversation(tenantId, conversationId, now);
  await parts.database.inTenant(
    tenantId,
    async (tx, rows) => {
      const opened = readLock(rows);
      if (opened === null || opened.version !== loaded.version) return;
      await raiseTask(tx, loaded, opened, business, parts);
      const silent = loaded.optedOut || opened.owner === 'agent';
      const messages = silent ? [] : [apology(loaded, opened, business, parts)];
      await saveTurn(tx, {
        tenantId,
        conversationId,
        addressId: loaded.addressId,
        at: now,
        version: opened.version,
        turn: loaded.turn + 1,
        fence: opened.fence,
        language: null,
        talk: loaded.talk,
        handled: loaded.pending.map((message) => message.number),
        dead: true,
        messages,
        nextNumber: opened.nextNumber + messages.length,
        journal: { heard: [], commands: [], said: messages.map((message) => message.text) },
        leaseToken: token,
      });
    },
    { opening },
  );
}

async function raiseTask(
  tx: Tx,
  loaded: LoadedConversation,
  opened: LockedConversation,
  business: Business,
  parts: BotParts,
): Promise<void> {
  const { conversationId, customer, pending } = loaded;
  const context = {
    tx,
    clock: parts.clock,
    business,
    actor: { kind: 'system' as const },
    newId: parts.newId,
  };
  const commands = bindCommands(context, opened.bookings, { conversationId, customerId: customer.id });
  const text = pending
    .map((message) => message.text)
    .join('\n')
    .slice(0, 2000);
  const key = `failed-turn ${conversationId} ${pending.map((message) => message.number).join(' ')}`;
  await commands.raiseTask({ kind: 'other', text }, key);
}

function apology(
  loaded: LoadedConversation,
  opened: LockedConversation,
  business: Business,
  parts: BotParts,
): TurnMessage {
  const language = loaded.language ?? business.languages[0] ?? null;
  const voice = voiceFor(language, business.calendar, parts.wires.limits(loaded.channel));
  const saying = { key: 'turn.failed', with: { business: { kind: 'name' as const, names: business.names } } };
  const words = wordReply([saying], [], voice);
  return {
    outboxId: parts.newId(),
    number: opened.nextNumber,
    kind: 'reply',
    text: words?.text ?? '',
    choices: [],
    details: {},
    ground: groundOf('reply'),
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
