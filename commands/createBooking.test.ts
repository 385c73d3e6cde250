/** Booking at once, as the API does. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { Shop } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { createBooking, type CreateBookingInput, type CreateBookingResult } from './createBooking';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database);
});

const ADA = { name: 'Ada Lovelace', phone: '+4915112345678' };

function create(given: Partial<CreateBookingInput> = {}, key = randomUUID()): Promise<CreateBookingResult> {
  const input = { service: 'brake-check', start: '2027-03-29T10:00', customer: ADA, ...given };
  return shop.run({ kind: 'api', key: 'demo' }, (context) => createBooking(context, input, key));
}

it('books for a new customer, with car, name and notes', async () => {
  const asset = { label: 'Transit van', plate: 'B-XY 123', class: 'van' };
  expect(await create({ asset, notes: 'rings at the back' })).toMatchObject({
    kind: 'booked',
    booking: {
      status: 'confirmed',
      branch: 'mitte',
      attendee: 'Ada Lovelace',
      asset: { label: 'Transit van', class: 'van' },
      end: '2027-03-29T10:45',
      price: 5850,
      heldUntil: null,
    },
  });
  expect(await shop.rows('SELECT notes FROM bookings')).toEqual([{ notes: 'rings at the back' }]);
});

it('books once for one key, also when it is sent five times at the same moment', async () => {
  const key = randomUUID();
  const results = await Promise.all(Array.from({ length: 5 }, () => create({}, key)));
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  expect(await create({}, key)).toEqual(results[0]);
  expect(await shop.rows('SELECT id FROM bookings')).toHaveLength(1);
  expect(await shop.rows('SELECT id FROM customers')).toHaveLength(1);
});

it('knows the same name with the same number again, and nobody by a number alone', async () => {
  await create();
  await create({ start: '2027-03-29T11:00', customer: { ...ADA, name: 'ada lovelace' } });
  await create({ start: '2027-03-29T12:00', customer: { ...ADA, name: 'Charles Babbage' } });
  expect(await shop.rows('SELECT name FROM customers ORDER BY name')).toEqual([
    { name: 'Ada Lovelace' },
    { name: 'Charles Babbage' },
  ]);
});

it('knows whoever has written from that number', async () => {
  const client = await shop.client();
  const [{ address = '' } = {}] = await shop.rows<{ address?: string }>('SELECT address FROM addresses');
  await create({ customer: { name: 'Whoever', phone: address } });
  expect(await shop.rows('SELECT customer_id FROM bookings')).toEqual([{ customer_id: client.customerId }]);
});

it('goes to the next branch when the first is full, and offers other times when all are', async () => {
  const branches = [];
  for (let n = 0; n < 4; n += 1) {
    const result = await create({ customer: { ...ADA, name: `Customer ${String(n)}` } });
    branches.push(result.kind === 'booked' ? result.booking.branch : result.kind);
  }
  expect(branches).toEqual(['mitte', 'mitte', 'nord', 'taken']);
  expect(await create({ branch: 'nord' })).toMatchObject({ kind: 'taken', alternatives: [{}, {}, {}] });
});

it('is refused by the rules that every door keeps', async () => {
  expect(await create({ start: '2027-03-28T10:00' })).toMatchObject({
    kind: 'refused',
    refusal: { rule: 'closed' },
  });
  expect(await create({ service: 'haircut' })).toMatchObject({
    kind: 'refused',
    refusal: { rule: 'unknown-service' },
  });
  expect(await create({ start: '2027-03-29T07:45' })).toMatchObject({
    kind: 'booked',
    booking: { branch: 'nord' },
  });
});
