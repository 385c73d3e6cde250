/** Rescheduling: one booking before, one after, under the same reference. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { bookedBy, heldBy, Shop, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { reschedule } from './reschedule';
import type { RescheduleInput, RescheduleResult } from './types';

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

function change(input: RescheduleInput, by = client, key = randomUUID()): Promise<RescheduleResult> {
  return shop.run({ kind: 'customer', ...by }, (context) => reschedule(context, input, key));
}

const TUESDAY = '2027-03-30T10:00';

it('takes the new time, frees the old, and keeps entry, reference and price', async () => {
  const booking = await bookedBy(shop, client, { branch: 'nord' });
  const { id, reference, price } = booking;
  expect(await change({ bookingId: id, start: TUESDAY })).toMatchObject({
    kind: 'rescheduled',
    booking: { id, reference, price, start: TUESDAY, status: 'confirmed', heldUntil: null },
  });
  expect(await shop.rows('SELECT id FROM bookings')).toHaveLength(1);
  expect(await heldBy(shop, await shop.client(), { branch: 'nord' })).toMatchObject({ people: ['tom'] });
});

it('leaves the booking as it was where the new time is taken, refused or over', async () => {
  const booking = await bookedBy(shop, client, { branch: 'nord' });
  await bookedBy(shop, await shop.client(), { branch: 'nord', start: TUESDAY });
  expect(await change({ bookingId: booking.id, start: TUESDAY })).toMatchObject({ kind: 'taken' });
  const closed = await change({ bookingId: booking.id, start: '2027-03-28T10:00' });
  expect(closed).toMatchObject({ kind: 'refused', refusal: { rule: 'closed' } });
  expect(await shop.as(client, (commands) => commands.look(booking.id))).toEqual(booking);
  shop.clock.set('2027-03-29T08:00:00Z');
  expect(await change({ bookingId: booking.id, start: '2027-03-31T10:00' })).toEqual({ kind: 'over' });
});

it('is for a booking of one’s own, not for a hold, and once for one key', async () => {
  const booking = await bookedBy(shop, client);
  expect(await change({ bookingId: booking.id, start: TUESDAY }, await shop.client())).toEqual({
    kind: 'unknown',
  });
  const hold = await heldBy(shop, client, { start: '2027-03-29T12:00' });
  expect(await change({ bookingId: hold.id, start: TUESDAY })).toEqual({ kind: 'over' });
  const key = randomUUID();
  const first = await change({ bookingId: booking.id, start: TUESDAY }, client, key);
  expect(await change({ bookingId: booking.id, start: TUESDAY }, client, key)).toEqual(first);
});

it('keeps the wish for a person until it is let go', async () => {
  const booking = await bookedBy(shop, client, { person: 'ali' });
  await bookedBy(shop, await shop.client(), { person: 'ali', start: TUESDAY });
  expect(await change({ bookingId: booking.id, start: TUESDAY })).toMatchObject({ kind: 'taken' });
  const anybody = await change({ bookingId: booking.id, start: TUESDAY, person: null });
  expect(anybody).toMatchObject({ kind: 'rescheduled', booking: { people: ['jana'] } });
});

it('is not done at all when the process dies just before its commit', async () => {
  const booking = await bookedBy(shop, client, { branch: 'nord' });
  const dying = shop.run({ kind: 'customer', ...client }, async (context) => {
    const result = await reschedule(context, { bookingId: booking.id, start: TUESDAY }, randomUUID());
    expect(result.kind).toBe('rescheduled');
    await context.tx.simple('SELECT pg_terminate_backend(pg_backend_pid())');
  });
  await expect(dying).rejects.toThrow(/terminat/);
  expect(await shop.as(client, (commands) => commands.look(booking.id))).toEqual(booking);
  const time = await shop.rows('SELECT start_minute AS at FROM allocations WHERE booking_id = $1 AND live', [
    booking.id,
  ]);
  expect(time).toEqual([{ at: booking.startMinute }, { at: booking.startMinute }]);
});
