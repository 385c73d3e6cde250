/** Messages off the wire: stored once, numbered in order, one conversation for each address. */
import { randomUUID } from 'node:crypto';
import type { MadeTenant } from '../../../models/createTenant';
import { leaseConversation } from '../../../models/statements/conversations';
import type { Database } from '../../../platform/database';
import { testDatabase } from '../../setup/database';
import { newTenant, NOW, receive, rowsOf } from './support/tenant';

const ROUNDS = process.env['NOBAT_LONG'] ? 500 : 25;

let database: Database;
let tenant: MadeTenant;

beforeAll(async () => {
  database = await testDatabase();
  tenant = await newTenant(database);
});

afterAll(() => database.close());

describe('a message that comes again', () => {
  it('is stored once, however often and however fast it is delivered', async () => {
    const providerId = randomUUID();
    const address = '+4915100000001';
    const results = await Promise.all(
      Array.from({ length: 20 }, () => receive(database, tenant, { address, providerId })),
    );
    expect(results.filter((result) => result.kind === 'stored')).toHaveLength(1);
    expect(new Set(results.map((result) => result.number))).toEqual(new Set([1]));
    expect(await receive(database, tenant, { address, providerId })).toMatchObject({
      kind: 'repeated',
      number: 1,
    });
  });

  it('takes no number away from the messages after it', async () => {
    const address = '+4915100000002';
    const providerId = randomUUID();
    for (const id of [providerId, providerId, randomUUID()])
      await receive(database, tenant, { address, providerId: id });
    expect(await receive(database, tenant, { address })).toMatchObject({ kind: 'stored', number: 3 });
  });

  it('is another message on another account', async () => {
    const providerId = randomUUID();
    await receive(database, tenant, { providerId });
    expect(await receive(database, tenant, { providerId, channel: 'whatsapp' })).toMatchObject({
      kind: 'stored',
    });
  });
});

describe('two first messages at once', () => {
  it('meet in one conversation of one customer, numbered 1 and 2', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const address = `+49151000${String(10_000 + round)}`;
      const both = await Promise.all([1, 2].map(() => receive(database, tenant, { address })));
      expect(new Set(both.map((result) => result.conversationId)).size).toBe(1);
      expect(both.map((result) => result.number).sort()).toEqual([1, 2]);
    }
    const text = 'SELECT (SELECT count(*) FROM customers) = (SELECT count(*) FROM addresses) AS "oneEach"';
    expect(await rowsOf(database, tenant, text)).toEqual([{ oneEach: true }]);
  });
});

describe('text that the database has no place for', () => {
  it('is kept with a replacement for what cannot be kept', async () => {
    const text = `a\0b \ud83d c \\u0000 ${'😀'}`;
    const details = { payload: 'x\0\ud83d', path: 'C:\\ud83d' };
    const { conversationId } = await receive(database, tenant, { address: '+4915100000003', text, details });
    const lease = {
      tenantId: tenant.tenantId,
      conversationId,
      token: randomUUID(),
      now: NOW,
      leaseMillis: 15_000,
    };
    expect(await leaseConversation(database, lease)).toMatchObject({
      kind: 'leased',
      loaded: {
        pending: [
          {
            text: `a\ufffdb \ufffd c \\u0000 ${'😀'}`,
            details: { payload: 'x\ufffd\ufffd', path: 'C:\\ud83d' },
          },
        ],
      },
    });
  });
});
