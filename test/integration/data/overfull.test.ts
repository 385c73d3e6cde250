/** A room whose seats were cut while they were booked: nobody is added to those who sit there, until there are few enough. */
import { randomUUID } from 'node:crypto';
import { availability, createBooking } from '../../../commands';
import { minuteOf } from '../../../scheduling/localDate';
import type { Database } from '../../../platform/database';
import { BRANCH, openStudio, STARTS } from '../../model/studio';
import { testDatabase } from '../../setup/database';
import type { Shop } from './support/shop';

const API = { kind: 'api', key: 'overfull' } as const;
const START = STARTS[0] ?? '';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

function seat(number: number): Promise<{ readonly kind: string }> {
  const customer = { name: 'Ada Lovelace', phone: `+4915100000${String(100 + number)}` };
  return shop.run(API, (context) =>
    createBooking(context, { service: 'seat', start: START, branch: BRANCH, customer }, randomUUID()),
  );
}

async function isOffered(): Promise<boolean> {
  const from = minuteOf(Date.parse(`${START}:00+02:00`));
  const found = await shop.run(API, (context) =>
    availability(context, { service: 'seat', branch: BRANCH, from, to: from + 1 }),
  );
  return found.kind === 'slots' && found.slots.length > 0;
}

function cancelOn(unit: number): Promise<object[]> {
  return shop.rows(
    `UPDATE bookings SET status = 'cancelled'
     WHERE id IN (SELECT booking_id FROM allocations WHERE live AND unit = $1)`,
    [unit],
  );
}

it('a seat that gets free below those that are too many is neither offered nor given', async () => {
  const studio = await openStudio(database);
  shop = studio.shop;
  await studio.setSeats(3);
  for (const number of [1, 2, 3]) expect((await seat(number)).kind).toBe('booked');
  await studio.setSeats(2);

  await cancelOn(0);
  expect(await isOffered()).toBe(false);
  expect((await seat(4)).kind).toBe('taken');

  await cancelOn(2);
  expect(await isOffered()).toBe(true);
  expect((await seat(5)).kind).toBe('booked');
});
