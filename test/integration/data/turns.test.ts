/** A turn's statements: one holder at a time, a lock that looks again, and a save that is whole or nothing. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { MadeTenant } from '../../../models/createTenant';
import type {
  LeaseResult,
  LoadedConversation,
  LockedConversation,
  TurnMessage,
  TurnWrite,
} from '../../../models/records';
import {
  leaseConversation,
  lockConversation,
  messagesAfter,
  pendingConversations,
  readLock,
  releaseLease,
  saveTurn,
} from '../../../models/statements/conversations';
import { connect, type Database } from '../../../platform/database';
import { dropDatabase, testDatabaseUrl } from '../../setup/database';
import { message, newTenant, NOW, receive, rowsOf } from './support/tenant';
import { somebodyWaits } from './support/waiting';

let url: string;
let database: Database;
let tenant: MadeTenant;
let conversationId: string;

beforeAll(async () => {
  url = await testDatabaseUrl();
  database = connect({ url });
});

afterAll(async () => {
  await database.close();
  await dropDatabase(url);
});

beforeEach(async () => {
  tenant = await newTenant(database);
  ({ conversationId } = await receive(database, tenant));
});

const LEASE = 15_000;

function lease(token = randomUUID(), now = NOW): Promise<LeaseResult> {
  const { tenantId } = tenant;
  return leaseConversation(database, { tenantId, conversationId, token, now, leaseMillis: LEASE });
}

async function leased(): Promise<LoadedConversation> {
  const result = await lease();
  if (result.kind !== 'leased') throw new Error(result.kind);
  return result.loaded;
}

function say(number: number, given: Partial<TurnMessage> = {}): TurnMessage {
  const said = {
    kind: 'reply' as const,
    text: 'hello',
    choices: ['Yes', 'Change'],
    details: {},
    ground: 'answer',
  };
  return { outboxId: randomUUID(), number, ...said, priority: 20, inline: false, ...given };
}

function turnOf(loaded: LoadedConversation, given: Partial<TurnWrite> = {}): TurnWrite {
  return {
    tenantId: loaded.tenantId,
    conversationId: loaded.conversationId,
    addressId: loaded.addressId,
    at: NOW + 1000,
    version: loaded.version,
    turn: loaded.turn + 1,
    fence: loaded.fence,
    language: 'en',
    talk: { format: 1, asked: { number: 2 } },
    handled: loaded.pending.map((message) => message.number),
    messages: [say(2)],
    nextNumber: 3,
    journal: { heard: [] },
    ...given,
  };
}

function save(turn: TurnWrite): Promise<boolean> {
  return database.inTenant(tenant.tenantId, (tx) => saveTurn(tx, turn));
}

describe('a lease', () => {
  it('brings all that a turn starts from', async () => {
    expect(await lease()).toMatchObject({
      kind: 'leased',
      loaded: {
        tenantId: tenant.tenantId,
        conversationId,
        address: '+4915112345678',
        channel: 'sms',
        owner: 'bot',
        version: 0,
        nextNumber: 2,
        talk: null,
        optedOut: false,
        tenantVersion: 1,
        customer: { name: null, phone: '+4915112345678', assets: [] },
        pending: [{ number: 1, kind: 'text', text: 'hello', sentAt: NOW, receivedAt: NOW, attempts: 0 }],
      },
    });
  });

  it('is one holder’s until it ends, and the same holder’s again', async () => {
    const token = randomUUID();
    expect(await lease(token)).toMatchObject({ kind: 'leased' });
    expect(await lease()).toEqual({ kind: 'busy' });
    expect(await lease(token)).toMatchObject({ kind: 'leased' });
    expect(await lease(randomUUID(), NOW + LEASE - 1)).toEqual({ kind: 'busy' });
    expect(await lease(randomUUID(), NOW + LEASE)).toMatchObject({ kind: 'leased' });
  });

  it('has one winner among many who come at once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => lease()));
    expect(results.filter((result) => result.kind === 'leased')).toHaveLength(1);
  });

  it('is nobody’s when nothing is pending, or after it was given back', async () => {
    const token = randomUUID();
    await lease(token);
    await releaseLease(database, { tenantId: tenant.tenantId, conversationId, token: randomUUID() });
    expect(await lease()).toEqual({ kind: 'busy' });
    await releaseLease(database, { tenantId: tenant.tenantId, conversationId, token });
    await save(turnOf(await leased()));
    expect(await lease()).toEqual({ kind: 'nothing' });
  });

  it('orders what is pending by the sender’s time, and by arrival where that is the same', async () => {
    for (const [text, sentAt] of [
      ['late', NOW + 300],
      ['early', NOW - 300],
      ['same', NOW],
    ] as const) {
      await receive(database, tenant, { text, sentAt });
    }
    expect((await leased()).pending.map((message) => message.text)).toEqual([
      'early',
      'hello',
      'same',
      'late',
    ]);
  });
});

describe('the lock of a turn', () => {
  const lock = (): Promise<LockedConversation | null> =>
    database.inTenant(tenant.tenantId, (_tx, opened) => Promise.resolve(readLock(opened)), {
      opening: lockConversation(tenant.tenantId, conversationId, NOW),
    });

  it('rides along with BEGIN and tells what may have changed since the lease', async () => {
    await receive(database, tenant, { sentAt: NOW - 1 });
    expect(await lock()).toEqual({
      version: 0,
      owner: 'bot',
      fence: 0,
      nextNumber: 3,
      tenantVersion: 1,
      pending: [2, 1],
      bookings: [],
    });
  });

  it('sees a message that was stored while it waited', async () => {
    const storing = new Client(url);
    await storing.connect();
    await storing.query('BEGIN');
    await storing.query('SELECT system.receive_inbound($1)', [JSON.stringify(message(tenant))]);
    const locked = lock();
    await somebodyWaits(storing);
    await storing.query('COMMIT');
    await storing.end();
    expect((await locked)?.pending).toEqual([1, 2]);
  });

  it('finds nothing where there is no such conversation', async () => {
    conversationId = randomUUID();
    expect(await lock()).toBeNull();
  });
});

describe('saving a turn', () => {
  it('writes transcript, outbox, journal and state, and ends the lease, in one statement', async () => {
    const loaded = await leased();
    const heard: string[] = [];
    const stop = database.onQuery((query) => heard.push(query.name ?? query.text));
    expect(await save(turnOf(loaded))).toBe(true);
    stop();
    expect(heard).toHaveLength(3);
    expect(heard.slice(1)).toEqual(['save-turn', 'COMMIT']);
    const read = <Row extends object>(text: string): Promise<Row[]> => rowsOf<Row>(database, tenant, text);
    expect(await read('SELECT version, turn, next_number, language FROM conversations')).toEqual([
      { version: 1, turn: 1, next_number: 3, language: 'en' },
    ]);
    expect(await read('SELECT status FROM inbound')).toEqual([{ status: 'handled' }]);
    expect(await read('SELECT status, kind, worded FROM outbox')).toEqual([
      { status: 'waiting', kind: 'reply', worded: { text: 'hello', choices: ['Yes', 'Change'] } },
    ]);
    expect(await read('SELECT turn FROM journal')).toEqual([{ turn: 1 }]);
    expect(await read('SELECT * FROM leases')).toEqual([]);
    const messages = await messagesAfter(database, {
      tenantId: tenant.tenantId,
      conversationId,
      number: 1,
      limit: 10,
    });
    expect(messages).toMatchObject([
      { number: 2, author: 'bot', text: 'hello', details: { choices: ['Yes', 'Change'] } },
    ]);
  });

  it('writes nothing at all when the conversation has moved on', async () => {
    const loaded = await leased();
    expect(await save(turnOf(loaded))).toBe(true);
    expect(await save(turnOf(loaded, { messages: [say(3)] }))).toBe(false);
    expect(await rowsOf(database, tenant, `SELECT number FROM messages WHERE author = 'bot'`)).toEqual([
      { number: 2 },
    ]);
    expect(await rowsOf(database, tenant, 'SELECT turn FROM journal')).toEqual([{ turn: 1 }]);
  });

  it('leaves a lease alone that somebody else has taken meanwhile', async () => {
    const loaded = await leased();
    expect(await save(turnOf(loaded, { leaseToken: randomUUID() }))).toBe(true);
    expect(await rowsOf(database, tenant, 'SELECT 1 AS one FROM leases')).toEqual([{ one: 1 }]);
  });

  it('has sent what is inline by its commit', async () => {
    await save(turnOf(await leased(), { messages: [say(2, { inline: true })] }));
    expect(await rowsOf(database, tenant, 'SELECT status, millis(sent_at) AS at FROM outbox')).toEqual([
      { status: 'sent', at: NOW + 1000 },
    ]);
    await receive(database, tenant);
    expect((await leased()).askedHandedAt).toBe(NOW + 1000);
  });

  it('opts out: what waits for the address is dropped, the confirmation stays', async () => {
    await save(turnOf(await leased()));
    await receive(database, tenant, { text: 'STOP' });
    const messages = [say(4, { kind: 'opt-out' })];
    await save(turnOf(await leased(), { optOut: true, messages, nextNumber: 5 }));
    expect(
      await rowsOf(database, tenant, 'SELECT kind, status, error FROM outbox ORDER BY position'),
    ).toEqual([
      { kind: 'reply', status: 'dropped', error: 'opted-out' },
      { kind: 'opt-out', status: 'waiting', error: null },
    ]);
    await receive(database, tenant, { text: 'START' });
    const loaded = await leased();
    expect(loaded.optedOut).toBe(true);
    await save(turnOf(loaded, { optOut: false, messages: [], nextNumber: 6 }));
    await receive(database, tenant);
    expect((await leased()).optedOut).toBe(false);
  });

  it('keeps what the customer said about themselves along the way', async () => {
    const loaded = await leased();
    const asset = { id: randomUUID(), label: 'Golf', class: null, plate: 'B-XY 123' };
    const notes = { name: 'Ada', language: 'de', assets: [asset] };
    await save(turnOf(loaded, { notes: { customerId: loaded.customer.id, notes } }));
    await receive(database, tenant);
    expect((await leased()).customer).toMatchObject({ name: 'Ada', language: 'de', assets: [asset] });
  });

  it('puts aside what no attempt could answer', async () => {
    await save(turnOf(await leased(), { dead: true }));
    expect(await rowsOf(database, tenant, 'SELECT status FROM inbound')).toEqual([{ status: 'dead' }]);
  });
});

describe('the sweep', () => {
  it('finds conversations that wait and that nobody holds', async () => {
    const find = (now: number): ReturnType<typeof pendingConversations> =>
      pendingConversations(database, { now, receivedBefore: now - 1000, limit: 1000 });
    const mine = { tenantId: tenant.tenantId, conversationId };
    expect(await find(NOW + 999)).not.toContainEqual(mine);
    expect(await find(NOW + 1000)).toContainEqual(mine);
    await lease();
    expect(await find(NOW + LEASE - 1)).not.toContainEqual(mine);
    expect(await find(NOW + LEASE)).toContainEqual(mine);
  });
});
