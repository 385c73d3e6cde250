/** Coming late: who would have to wait for it is reckoned, the team is told whatever comes of it, and nothing is moved. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { bookedBy, heldBy, Shop, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import type { LateResult } from './visitTypes';
import { visiting } from './visits.fixture';

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

function late(bookingId: string, minutes: number, key: string = randomUUID()): Promise<LateResult> {
  return visiting(shop, client, (commands) => commands.reportLate({ bookingId, minutes }, key));
}

function tasks(): Promise<{ kind: string; text: string }[]> {
  return shop.rows('SELECT kind, text FROM tasks ORDER BY created_at');
}

it('where nobody waits it is noted, and the team told once for one key', async () => {
  const booking = await bookedBy(shop, client, { branch: 'nord' });
  const key = randomUUID();
  expect(await late(booking.id, 15, key)).toMatchObject({ kind: 'noted', minutes: 15 });
  await late(booking.id, 15, key);
  expect(await tasks()).toEqual([
    { kind: 'other', text: `${booking.reference}, brake-check at 2027-03-29 10:00: 15 minutes late.` },
  ]);
});

it('the next on the same lift would have to wait: for how long is told', async () => {
  const booking = await bookedBy(shop, client, { branch: 'nord' });
  await bookedBy(shop, await shop.client(), { branch: 'nord', start: '2027-03-29T10:45' });
  expect(await late(booking.id, 15)).toMatchObject({ kind: 'noted' });
  expect(await late(booking.id, 25)).toMatchObject({ kind: 'knock-on', next: '2027-03-29T10:45', over: 10 });
  expect((await tasks()).at(-1)?.text).toContain('10:45');
});

it('a buffer after the service counts, and somebody else’s lift does not', async () => {
  const booking = await bookedBy(shop, client, { service: 'tyre-change', branch: 'nord' });
  await bookedBy(shop, await shop.client(), { start: '2027-03-29T11:00' });
  await bookedBy(shop, await shop.client(), { branch: 'nord', start: '2027-03-29T11:30' });
  expect(await late(booking.id, 15)).toMatchObject({ kind: 'noted' });
  expect(await late(booking.id, 20)).toMatchObject({ kind: 'knock-on', over: 5 });
});

it('past closing time is told', async () => {
  const booking = await bookedBy(shop, client, { branch: 'nord', start: '2027-03-29T15:30' });
  expect(await late(booking.id, 10)).toMatchObject({ kind: 'past-closing', closes: '2027-03-29T16:00' });
});

it('is not for what is over, is held, or belongs to somebody else, nor for minutes that are none', async () => {
  const booking = await bookedBy(shop, client);
  const hold = await heldBy(shop, client, { start: '2027-03-29T12:00' });
  const others = await bookedBy(shop, await shop.client(), { start: '2027-03-29T14:00' });
  expect(await late(hold.id, 10)).toEqual({ kind: 'unknown' });
  expect(await late(others.id, 10)).toEqual({ kind: 'unknown' });
  expect(await late(booking.id, 0)).toEqual({ kind: 'bad-minutes' });
  expect(await late(booking.id, 721)).toEqual({ kind: 'bad-minutes' });
  shop.clock.set('2027-03-29T08:30:00Z');
  expect(await late(booking.id, 10)).toEqual({ kind: 'over' });
  expect(await tasks()).toEqual([]);
});
