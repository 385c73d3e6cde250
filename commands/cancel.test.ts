/** Cancelling: for the fee that was shown, by whom it belongs to, and the time is free in the same moment. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { bookedBy, heldBy, Shop, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import type { CancelResult } from './types';

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

function cancel(bookingId: string, shownFee: number, by = client, key = randomUUID()): Promise<CancelResult> {
  return shop.as(by, (commands) => commands.cancel({ bookingId, shownFee }, key));
}

const START = '2027-03-29T10:00';

describe('the fee', () => {
  it('is nothing until exactly a day before, and 30 % after that', async () => {
    const booking = await bookedBy(shop, client);
    shop.clock.set('2027-03-28T08:00:00Z');
    const quote = await shop.as(client, (commands) => commands.quoteCancellation(booking.id));
    expect(quote).toMatchObject({ fee: 0, freeUntil: '2027-03-28T10:00', booking: { start: START } });
    shop.clock.advance(60_000);
    const later = await shop.as(client, (commands) => commands.quoteCancellation(booking.id));
    expect(later).toMatchObject({ fee: 1170 });
  });

  it('is charged only as it was shown: another one is shown first', async () => {
    const booking = await bookedBy(shop, client);
    shop.clock.set('2027-03-28T09:00:00Z');
    expect(await cancel(booking.id, 0)).toMatchObject({ kind: 'changed', quote: { fee: 1170 } });
    expect(await cancel(booking.id, 1170)).toMatchObject({
      kind: 'cancelled',
      booking: { status: 'cancelled', fee: 1170 },
    });
  });
});

describe('a cancelled booking', () => {
  it('frees its time for the next who asks, and keeps who would have done it', async () => {
    const booking = await bookedBy(shop, client, { branch: 'nord' });
    const cancelled = await cancel(booking.id, 0);
    expect(cancelled).toMatchObject({ kind: 'cancelled', booking: { people: ['tom'] } });
    expect(await heldBy(shop, await shop.client(), { branch: 'nord' })).toMatchObject({ people: ['tom'] });
  });

  it('is cancelled once for one key, and over for another', async () => {
    const booking = await bookedBy(shop, client);
    const key = randomUUID();
    const first = await cancel(booking.id, 0, client, key);
    expect(await cancel(booking.id, 0, client, key)).toEqual(first);
    expect(await cancel(booking.id, 0)).toEqual({ kind: 'over' });
  });
});

describe('what cannot be cancelled', () => {
  it('is a booking that is over, a hold, somebody else’s, and what does not exist', async () => {
    const hold = await heldBy(shop, client, { start: '2027-03-29T12:00' });
    expect(await cancel(hold.id, 0)).toEqual({ kind: 'over' });
    const booking = await bookedBy(shop, client);
    expect(await cancel(booking.id, 0, await shop.client())).toEqual({ kind: 'unknown' });
    expect(await cancel(randomUUID(), 0)).toEqual({ kind: 'unknown' });
    expect(await cancel('no-such-id', 0)).toEqual({ kind: 'unknown' });
    shop.clock.set('2027-03-29T08:30:00Z');
    expect(await cancel(booking.id, 0)).toEqual({ kind: 'over' });
  });
});

describe('upcoming', () => {
  it('lists the customer’s own bookings that are not over, soonest first, without holds', async () => {
    const later = await bookedBy(shop, client, { start: '2027-03-30T10:00' });
    const sooner = await bookedBy(shop, client);
    await heldBy(shop, client, { start: '2027-03-29T12:00' });
    await bookedBy(shop, await shop.client(), { start: '2027-03-29T13:00' });
    await cancel((await bookedBy(shop, client, { start: '2027-03-31T10:00' })).id, 0);
    const list = await shop.as(client, (commands) => commands.upcoming());
    expect(list.map((booking) => booking.id)).toEqual([sooner.id, later.id]);
  });
});
