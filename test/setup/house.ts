/** A house on a database of its own, with the demo workshop, a clock that stands still and a wire that is a stand-in. */
import { createHash, randomUUID } from 'node:crypto';
import type { ConversationKey } from '../../bot/bells';
import type { ReceivingAccount } from '../../bot/receive';
import type { ChannelKind, Received } from '../../channels/channel';
import { fakeChannel, type FakeChannel } from '../../channels/fake';
import { createHouse, type House } from '../../house';
import type { InboundResult } from '../../models/records';
import { writeBusiness } from '../../models/statements/businesses';
import { TestClock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { silentLog } from '../../platform/log';
import type { Bell, Queue } from '../../platform/queue';
import { InProcessSignal } from '../../platform/signal';
import { garage } from '../../scripts/demo/garage';
import { testDatabase } from './database';

/** Friday 27 March 2026, 09:00 in Berlin. */
export const BEGINS = '2026-03-27T08:00:00Z';
export const CUSTOMER = '+4915112345678';

export interface TestHouse {
  readonly database: Database;
  readonly clock: TestClock;
  readonly house: House;
  readonly wire: FakeChannel;
  readonly account: ReceivingAccount;
  /** Bells that were rung, oldest first; nobody answers them. */
  readonly bells: Bell[];
  /** Stores a message as the wire would deliver it. */
  receive(text: string, more?: Partial<Received>): Promise<InboundResult>;
  /** Stores a message, runs the turns and carries what they send; the texts that reached the customer. */
  say(text: string, more?: Partial<Received>): Promise<string[]>;
  /** Runs the turns of the customer's conversation. */
  runTurns(key: ConversationKey): Promise<number>;
  /** The transcript, as `author: text`. */
  transcript(conversationId: string): Promise<string[]>;
  /** One number out of the tenant's rows. */
  count(sql: string): Promise<number>;
  close(): Promise<void>;
}

/** A queue whose bells are only noted: a test decides what is answered, and when. */
function notingQueue(bells: Bell[]): Queue {
  return { ring: (bell) => void bells.push(bell), start: () => undefined, stop: () => Promise.resolve() };
}

export async function testHouse(channel: ChannelKind = 'sms'): Promise<TestHouse> {
  const database = await testDatabase();
  const clock = new TestClock(BEGINS);
  const wire = fakeChannel(channel);
  const bells: Bell[] = [];
  const account = await workshop(database, channel, clock.now());
  const house = createHouse({
    database,
    clock,
    channels: [{ provider: 'fake', channel: wire }],
    queue: notingQueue(bells),
    signal: new InProcessSignal(silentLog),
    log: silentLog,
    newId: randomUUID,
  });
  const receive: TestHouse['receive'] = (text, more = {}) =>
    house.receive(received(text, clock, more), account);
  return {
    database,
    clock,
    house,
    wire,
    account,
    bells,
    receive,
    runTurns: (key) => house.runTurns(key),
    async say(text, more) {
      const { conversationId } = await receive(text, more);
      const before = wire.sent.length;
      await house.runTurns({ tenantId: account.tenantId, conversationId });
      await house.relayOnce();
      return wire.sent.slice(before).map((message) => message.text);
    },
    transcript: (conversationId) => transcriptOf(database, account.tenantId, conversationId),
    count: (sql) => countOf(database, account.tenantId, sql),
    close: () => database.close(),
  };
}

async function workshop(database: Database, channel: ChannelKind, at: number): Promise<ReceivingAccount> {
  const tenantId = randomUUID();
  const channelAccountId = randomUUID();
  const accounts = [{ channel, provider: 'fake', account: '+493012345601' }];
  await database.inTenant(tenantId, (tx) =>
    writeBusiness(tx, { ...garage, accounts }, [channelAccountId], at),
  );
  return { tenantId, channelAccountId, channel, proven: channel !== 'webchat' };
}

function received(text: string, clock: TestClock, more: Partial<Received>): Received {
  return {
    providerId: randomUUID(),
    account: '+493012345601',
    address: CUSTOMER,
    kind: 'text',
    text,
    sentAt: clock.now(),
    ...more,
  };
}

async function transcriptOf(database: Database, tenantId: string, conversationId: string): Promise<string[]> {
  const rows = await database.inTenant(tenantId, (tx) =>
    tx.query<{ line: string }>(
      {
        name: 'test-transcript',
        text: `SELECT author || ': ' || text AS line FROM messages
          WHERE tenant_id = $1 AND conversation_id = $2 ORDER BY number`,
      },
      [tenantId, conversationId],
    ),
  );
  return rows.map((row) => row.line);
}

async function countOf(database: Database, tenantId: string, sql: string): Promise<number> {
  const name = `test-count ${createHash('sha256').update(sql).digest('hex').slice(0, 40)}`;
  const text = `SELECT count(*)::integer AS count FROM ${sql}`;
  const rows = await database.inTenant(tenantId, (tx) => tx.query<{ count: number }>({ name, text }));
  return rows[0]?.count ?? 0;
}
