/** The relay: claims what is to be sent, words it, checks once more just before the request, and settles what came of it. */
import { conversationTopic, deskTopic } from '../bot/bells';
import { sendingWords } from '../bot/outgoing';
import { tellNotice } from '../bot/notice';
import type { BotParts } from '../bot/parts';
import type { WordedReply } from '../bot/say';
import type { Channel, SendResult } from '../channels/channel';
import type { Saying } from '../locales/saying';
import type { ClaimedOutbox } from '../models/records';
import { beginSend, claimOutbox, markFailed, markRetry, markUncertain } from '../models/statements/outbox';
import type { Millis } from '../platform/clock';
import { isOfDatabase } from '../platform/sqlErrors';
import { SentBook } from './sentBook';

const BATCH = 100;
/** Longer than any provider is waited for. */
const LEASE_MILLIS = 60_000;
/** How long a delivery report may take to settle a request whose answer was lost, before it is repeated once. */
export const GRACE_MILLIS = 60_000;
const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MILLIS = 2000;
const LONGEST_PAUSE_MILLIS = 300_000;

/** Carries all that is due now. Answers how many rows it dealt with. */
export async function relay(parts: BotParts): Promise<number> {
  for (let total = 0; ;) {
    const dealt = await relayBatch(parts);
    if (dealt === 0) return total;
    total += dealt;
  }
}

async function relayBatch(parts: BotParts): Promise<number> {
  const now = parts.clock.now();
  const token = parts.newId();
  const { claimed, ended } = await claimOutbox(parts.database, {
    now,
    token,
    leaseMillis: LEASE_MILLIS,
    limit: BATCH,
  });
  const book = new SentBook(parts, token);
  await Promise.all(claimed.map((row) => carry(row, token, book, parts)));
  return claimed.length + ended;
}

/**
 * One row must not take the others down with it: a fault of ours is noted on the row that showed it, and what the database does
 * not take down leaves its row to the next claim.
 */
async function carry(row: ClaimedOutbox, token: string, book: SentBook, parts: BotParts): Promise<void> {
  try {
    const channel = parts.wires.find(row.channel, row.provider);
    if (channel === null) return await failed(row, token, 'channel-not-configured', false, parts);
    const result = await sent(row, token, channel, parts);
    if (result !== null) await settle(row, token, result, book, parts);
  } catch (err) {
    parts.log.error({ err, tenant: row.tenantId, outbox: row.id }, 'what became of a message was not kept');
  }
}

/**
 * Null when the row was dropped at the last moment, or the database failed us: then the claim runs out, and the row is carried
 * by the next one.
 */
async function sent(
  row: ClaimedOutbox,
  token: string,
  channel: Channel,
  parts: BotParts,
): Promise<SendResult | null> {
  try {
    const words = await sendingWords(row, channel.limits, parts.businesses);
    const mine = { tenantId: row.tenantId, id: row.id, token };
    if (!(await beginSend(parts.database, mine, parts.clock.now()))) return null;
    if (row.worded === null) await intoThread(row, words, channel, parts);
    return await channel.send({ outboxId: row.id, account: row.account, address: row.address, ...words });
  } catch (err) {
    parts.log.error({ err, tenant: row.tenantId, outbox: row.id }, 'a message could not be handed over');
    if (isOfDatabase(err)) return null;
    return { kind: 'refused', code: 'fault', optedOut: false };
  }
}

/** What a deed laid into the outbox stands in the thread from the moment it goes out, with the words it went out with. */
async function intoThread(
  row: ClaimedOutbox,
  { text, choices }: WordedReply,
  channel: Channel,
  parts: BotParts,
): Promise<void> {
  const { tenantId, conversationId, id: outboxId } = row;
  const { businesses, clock, newId } = parts;
  const now = clock.now();
  const notice = { conversationId, outboxId, text, choices, inline: channel.inline, at: now };
  const telling = { business: await businesses.of(tenantId), now, newId };
  await parts.database.inTenant(tenantId, (tx) => tellNotice(tx, row.saying as Saying, notice, telling));
  parts.signal.publish(conversationTopic(row), 'messages');
  parts.signal.publish(deskTopic(tenantId));
}

async function settle(
  row: ClaimedOutbox,
  token: string,
  result: SendResult,
  book: SentBook,
  parts: BotParts,
): Promise<void> {
  const mine = { tenantId: row.tenantId, id: row.id, token };
  const now = parts.clock.now();
  switch (result.kind) {
    case 'sent':
      return book.add({ tenantId: row.tenantId, id: row.id, providerId: result.providerId });
    case 'retry':
      if (row.attempts >= MOST_ATTEMPTS) return failed(row, token, result.code, false, parts);
      return markRetry(
        parts.database,
        mine,
        now + pauseBefore(row.attempts, result.retryAfterMillis),
        result.code,
      );
    case 'uncertain':
      return markUncertain(parts.database, mine, now + GRACE_MILLIS, result.code);
    case 'refused':
      return failed(row, token, result.code, result.optedOut, parts);
  }
}

async function failed(
  row: ClaimedOutbox,
  token: string,
  code: string,
  optedOut: boolean,
  parts: BotParts,
): Promise<void> {
  parts.log.warn({ tenant: row.tenantId, outbox: row.id, code }, 'a message was not sent');
  const mine = { tenantId: row.tenantId, id: row.id, token };
  await markFailed(parts.database, mine, { error: code, optedOut, now: parts.clock.now() });
}

/** Doubles from try to try; what the provider asks for is the least. */
function pauseBefore(attempts: number, asked: Millis | undefined): Millis {
  const own = Math.min(FIRST_PAUSE_MILLIS * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE_MILLIS);
  return Math.max(own, asked ?? 0);
}
