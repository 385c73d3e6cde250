/** A customer's own record: read and changed from where they have shown who they are, and hidden from everywhere else. */
import type { Database } from '../platform/database';
import { bookedBy, Shop, type Client } from '../test/integration/data/support/shop';
import { receive } from '../test/integration/data/support/tenant';
import { testDatabase } from '../test/setup/database';
import type { ChangeProfileResult, HistoryResult, LastVisitResult, ProfileChange } from './visitTypes';
import { begunFor, staged, visiting } from './visits.fixture';

let database: Database;
let shop: Shop;
let client: Client;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database);
  client = await shop.client();
});

function changed(change: ProfileChange): Promise<ChangeProfileResult> {
  return visiting(shop, client, (commands) => commands.changeProfile(change));
}

function history(input = {}): Promise<HistoryResult> {
  return visiting(shop, client, (commands) => commands.history(input));
}

function last(): Promise<LastVisitResult> {
  return visiting(shop, client, (commands) => commands.sameAsLast());
}

/** The customer writes on another channel too. */
async function alsoOn(channel: 'whatsapp'): Promise<void> {
  const address = '+4917000000001';
  await receive(database, shop.tenant, { channel, address });
  await shop.rows('UPDATE addresses SET customer_id = $1 WHERE address = $2', [client.customerId, address]);
}

describe('a profile', () => {
  it('is changed in name and language, and tells what it is then', async () => {
    expect(await changed({ name: 'Ada Lovelace', language: 'en' })).toMatchObject({
      kind: 'changed',
      profile: { name: 'Ada Lovelace', language: 'en', channels: ['sms'] },
    });
    expect(await visiting(shop, client, (commands) => commands.profile())).toMatchObject({
      profile: { name: 'Ada Lovelace', language: 'en', preferredChannel: null },
    });
    expect(await changed({ language: 'fa' })).toEqual({
      kind: 'unknown-language',
      languages: ['de', 'en', 'ar'],
    });
  });

  it('prefers a channel that the customer has, and news of an order goes there', async () => {
    expect(await changed({ preferredChannel: 'whatsapp' })).toEqual({
      kind: 'unreachable',
      channels: ['sms'],
    });
    const { order } = await begunFor(shop, client);
    await alsoOn('whatsapp');
    expect(await changed({ preferredChannel: 'whatsapp' })).toMatchObject({
      profile: { preferredChannel: 'whatsapp' },
    });
    await staged(shop, order.id, 'ready');
    const sentTo = await shop.rows(
      'SELECT a.channel FROM outbox AS o JOIN addresses AS a ON a.tenant_id = o.tenant_id AND a.id = o.address_id',
    );
    expect(sentTo).toEqual([{ channel: 'whatsapp' }]);
  });

  it.each([
    ['a call', `channel = 'voice'`],
    ['a number that nobody proved', 'proven = false'],
  ])('from %s is neither told nor changed', async (_from, standing) => {
    await shop.rows(`UPDATE addresses SET ${standing}`);
    expect(await changed({ name: 'Mallory' })).toEqual({ kind: 'unproven' });
    expect(await visiting(shop, client, (commands) => commands.profile())).toEqual({ kind: 'unproven' });
    expect(await history()).toEqual({ kind: 'unproven' });
    expect(await last()).toEqual({ kind: 'unproven' });
    expect(await shop.rows('SELECT name FROM customers')).toEqual([{ name: null }]);
  });
});

describe('past visits', () => {
  it('are those that are done or over, latest first, page by page, of a year', async () => {
    await bookedBy(shop, client);
    await bookedBy(shop, client, { start: '2027-03-30T10:00' });
    await bookedBy(shop, client, { start: '2027-03-31T10:00' });
    expect(await history()).toEqual({ kind: 'visits', visits: [], next: null });
    shop.clock.set('2027-03-30T12:00:00Z');
    const first = await history({ limit: 1 });
    expect(first).toMatchObject({ kind: 'visits', visits: [{ start: '2027-03-30T10:00' }] });
    const before = first.kind === 'visits' ? first.next : null;
    expect(await history({ limit: 1, before })).toMatchObject({
      visits: [{ start: '2027-03-29T10:00' }],
      next: null,
    });
    shop.clock.set('2028-04-15T12:00:00Z');
    expect(await history()).toMatchObject({ visits: [] });
    expect(await history({ months: 24 })).toMatchObject({ visits: [{}, {}, {}] });
  });

  it('of a web session are those that it made itself', async () => {
    await bookedBy(shop, client);
    shop.clock.set('2027-03-30T12:00:00Z');
    await shop.rows(`UPDATE addresses SET channel = 'webchat', proven = false`);
    expect(await history()).toMatchObject({ visits: [{ start: '2027-03-29T10:00' }] });
    await shop.rows('UPDATE bookings SET conversation_id = NULL');
    expect(await history()).toMatchObject({ visits: [] });
  });
});

describe('the same as last time', () => {
  it('is service, branch and person of the last visit that is over', async () => {
    expect(await last()).toEqual({ kind: 'none' });
    await bookedBy(shop, client, { service: 'oil-change', person: 'jana' });
    await bookedBy(shop, client, { start: '2027-04-05T10:00' });
    shop.clock.set('2027-03-30T12:00:00Z');
    expect(await last()).toMatchObject({
      kind: 'last',
      service: 'oil-change',
      branch: 'mitte',
      person: 'jana',
    });
  });

  it('leaves open what is not offered any more', async () => {
    await bookedBy(shop, client, { service: 'oil-change' });
    shop.clock.set('2027-03-30T12:00:00Z');
    await shop.rows(`UPDATE services SET retired = true WHERE id = 'oil-change'`);
    expect(await last()).toMatchObject({ kind: 'last', service: null, branch: 'mitte' });
  });
});
