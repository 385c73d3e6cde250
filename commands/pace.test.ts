/** People who need different times: a booking ends when the one who does it is done, and is read back before it is another. */
import { randomUUID } from 'node:crypto';
import type { BusinessDefinition } from '../models/businessDefinition';
import type { Database } from '../platform/database';
import { garage } from '../scripts/demo/garage';
import { bookedBy, heldBy, Shop, wish } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { reschedule } from './reschedule';

/** A brake check takes half an hour, Jana three quarters. */
const PACES: BusinessDefinition = {
  ...garage,
  services: garage.services.map((service) =>
    service.id === 'brake-check' ? { ...service, minutesByPerson: { jana: 45 } } : service,
  ),
};

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database, PACES);
});

afterEach(async () => {
  expect(await shop.overlaps()).toEqual([]);
});

it('the end is that of whoever is wished for', async () => {
  const jana = await heldBy(shop, await shop.client(), { person: 'jana' });
  expect(jana).toMatchObject({ people: ['jana'], end: '2027-03-29T10:45', price: 3900 });
  const ali = await heldBy(shop, await shop.client(), { person: 'ali' });
  expect(ali).toMatchObject({ people: ['ali'], end: '2027-03-29T10:30' });
});

it('the end is that of whoever is free, in minutes and on the wall', async () => {
  await heldBy(shop, await shop.client(), { person: 'ali' });
  const hold = await heldBy(shop, await shop.client());
  expect(hold).toMatchObject({ people: ['jana'], end: '2027-03-29T10:45' });
  expect(hold.endMinute - hold.startMinute).toBe(45);
  const taken = await shop.rows('SELECT 1 FROM allocations WHERE booking_id = $1 AND end_minute = $2', [
    hold.id,
    hold.endMinute,
  ]);
  expect(taken).toHaveLength(2);
});

it('a booking that moves to another person ends with that person', async () => {
  const client = await shop.client();
  const booking = await bookedBy(shop, client, { start: '2027-03-29T12:00' });
  await heldBy(shop, await shop.client(), { person: 'ali' });
  const moved = await shop.run({ kind: 'customer', ...client }, (context) =>
    reschedule(context, { bookingId: booking.id, start: '2027-03-29T10:00' }, randomUUID()),
  );
  expect(moved).toMatchObject({ booking: { people: ['jana'], end: '2027-03-29T10:45' } });
});

it('a slower person fits where nobody comes soon after', async () => {
  await heldBy(shop, await shop.client(), { person: 'jana', start: '2027-03-29T10:30' });
  await heldBy(shop, await shop.client(), { person: 'ali' });
  const client = await shop.client();
  const result = await shop.as(client, (commands) => commands.hold(wish(client), randomUUID()));
  expect(result).toMatchObject({ kind: 'taken' });
});

it('a hold that lapsed is not confirmed with somebody slower, but held and told', async () => {
  const client = await shop.client();
  const hold = await heldBy(shop, client);
  shop.clock.advance(300_000);
  await heldBy(shop, await shop.client(), { person: 'ali' });
  const yes = await shop.as(client, (commands) =>
    commands.confirm({ bookingId: hold.id, shown: { ...hold, people: [] } }, randomUUID()),
  );
  expect(yes).toMatchObject({ kind: 'changed', hold: { people: ['jana'], end: '2027-03-29T10:45' } });
});

it('a hold that lapsed is confirmed with the slower person it was read back with', async () => {
  const client = await shop.client();
  const hold = await heldBy(shop, client, { person: 'jana' });
  shop.clock.advance(300_000);
  const yes = await shop.as(client, (commands) =>
    commands.confirm({ bookingId: hold.id, shown: hold }, randomUUID()),
  );
  expect(yes).toMatchObject({ kind: 'confirmed', booking: { end: '2027-03-29T10:45' } });
});
