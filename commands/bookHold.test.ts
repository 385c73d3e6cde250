/** Holds made for anybody, and what becomes of them when they are booked late. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { Shop } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { bookHold, type BookHoldInput } from './bookHold';
import { createBooking } from './createBooking';
import { placeHold, type PlaceHoldInput } from './placeHold';
import type { BookingView } from './types';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database);
});

const API = { kind: 'api', key: 'demo' } as const;
const ADA = { name: 'Ada Lovelace', phone: '+4915112345678' };
const WISH = { service: 'brake-check', start: '2027-03-29T10:00', person: 'ali', branch: 'mitte' };
const SIX_MINUTES = 6 * 60_000;

async function place(given: Partial<PlaceHoldInput> = {}): Promise<BookingView> {
  const input = { ...WISH, ...given };
  const result = await shop.run(API, (context) => placeHold(context, input, randomUUID()));
  if (result.kind !== 'held') throw new Error(`not held: ${JSON.stringify(result)}`);
  return result.hold;
}

function book(hold: BookingView, more: Partial<BookHoldInput> = {}): ReturnType<typeof bookHold> {
  return shop.run(API, (context) => bookHold(context, { hold: hold.id, ...more }, randomUUID()));
}

it('takes the time of a lapsed hold again, where it is still free', async () => {
  const hold = await place({ customer: ADA });
  shop.clock.advance(SIX_MINUTES);
  expect(await book(hold)).toMatchObject({
    kind: 'confirmed',
    booking: { id: hold.id, reference: hold.reference, start: WISH.start, attendee: ADA.name },
  });
});

it('offers others where somebody has taken it meanwhile', async () => {
  const hold = await place();
  shop.clock.advance(SIX_MINUTES);
  const other = { ...WISH, customer: { ...ADA, name: 'Grace Hopper' } };
  await shop.run(API, (context) => createBooking(context, other, randomUUID()));
  expect(await book(hold, { customer: ADA })).toMatchObject({
    kind: 'taken',
    alternatives: expect.arrayContaining([expect.objectContaining({ branch: 'mitte', people: ['ali'] })]),
  });
});

it('gives a hold without a name to whom it is booked for, and leaves one that has a name', async () => {
  const nameless = await place();
  const named = await place({ start: '2027-03-29T11:00', customer: ADA });
  const customer = { name: 'Grace Hopper', phone: '+4915198765432' };
  expect(await book(nameless, { customer })).toMatchObject({ booking: { attendee: 'Grace Hopper' } });
  expect(await book(named, { customer })).toMatchObject({ booking: { attendee: 'Ada Lovelace' } });
  const owners = await shop.rows(`SELECT b.attendee, u.name, u.contact_phone AS phone FROM bookings AS b
    JOIN customers AS u ON u.tenant_id = b.tenant_id AND u.id = b.customer_id ORDER BY b.attendee`);
  expect(owners).toEqual([
    { attendee: ADA.name, ...ADA },
    { attendee: customer.name, ...customer },
  ]);
});

it('is booked once by two who try at once', async () => {
  const hold = await place({ customer: ADA });
  const results = await Promise.all([book(hold), book(hold)]);
  expect(results.map(({ kind }) => kind).sort()).toEqual(['confirmed', 'over']);
});

it('counts the class that a label tells when it holds, prices and times', async () => {
  expect(await place({ asset: { label: 'Transit van' } })).toMatchObject({
    end: '2027-03-29T10:45',
    price: 5850,
    asset: { class: 'van' },
  });
});
