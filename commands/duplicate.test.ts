/** A customer who holds what they have booked already is told of it. */
import { randomUUID } from 'node:crypto';
import { currentBookings } from '../models/statements/bookings';
import type { Database } from '../platform/database';
import { bookedBy, Shop, wish, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { bindCommands } from './bind';
import type { HoldInput, HoldResult } from './types';

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

/** In a turn, which has read the customer's bookings with its lock. */
function holdInTurn(given: Partial<HoldInput>): Promise<HoldResult> {
  return shop.run({ kind: 'customer', ...client }, async (context) => {
    const known = await currentBookings(context.tx, client.customerId, shop.clock.now());
    return bindCommands(context, known).hold(wish(client, given), randomUUID());
  });
}

it('the same service at an overlapping time names the booking there is', async () => {
  const booking = await bookedBy(shop, client, { service: 'oil-change' });
  const again = await holdInTurn({ service: 'oil-change', start: '2027-03-29T10:30' });
  expect(again).toMatchObject({ kind: 'held', alreadyBooked: { id: booking.id, status: 'confirmed' } });
});

it.each([
  ['right after it', { start: '2027-03-29T10:30' }],
  ['of another service', { service: 'diagnosis' }],
])('a time %s names none', async (_name, given) => {
  await bookedBy(shop, client);
  const held = await holdInTurn(given);
  expect(held.kind).toBe('held');
  expect(held).not.toHaveProperty('alreadyBooked');
});
