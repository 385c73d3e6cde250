/** Moving a hold: the new time at once, or the old one as it was. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { bookedBy, heldBy, Shop, wish, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import type { HoldInput, MoveResult } from './types';

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

function move(
  bookingId: string,
  given: Partial<HoldInput>,
  mover = client,
  key = randomUUID(),
): Promise<MoveResult> {
  return shop.as(mover, (commands) => commands.move({ ...wish(mover, given), bookingId }, key));
}

it('takes the new time, frees the old one, keeps the reference and starts the minutes anew', async () => {
  const hold = await heldBy(shop, client);
  shop.clock.advance(120_000);
  const moved = await move(hold.id, { start: '2027-03-29T11:00' });
  expect(moved).toMatchObject({
    kind: 'held',
    hold: {
      id: hold.id,
      reference: hold.reference,
      start: '2027-03-29T11:00',
      end: '2027-03-29T11:30',
      heldUntil: shop.clock.now() + 300_000,
      version: 2,
    },
  });
  const free = await shop.rows('SELECT 1 FROM allocations WHERE start_minute = $1', [hold.startMinute]);
  expect(free).toEqual([]);
});

it('stays with the person and the bay it has, even onto time that overlaps its own', async () => {
  const other = await shop.client();
  await heldBy(shop, other);
  const hold = await heldBy(shop, client);
  expect(hold.resources).toEqual(['jana', 'lift-2']);
  const moved = await move(hold.id, { start: '2027-03-29T10:15' });
  expect(moved).toMatchObject({ kind: 'held', hold: { resources: ['jana', 'lift-2'] } });
});

it('changes to another service and branch in one deed', async () => {
  const hold = await heldBy(shop, client);
  const moved = await move(hold.id, {
    service: 'inspection',
    branch: 'nord',
    start: '2027-03-29T08:00',
    assetClass: 'van',
  });
  expect(moved).toMatchObject({
    kind: 'held',
    hold: { service: 'inspection', branch: 'nord', end: '2027-03-29T10:15', price: 19_350, people: ['tom'] },
  });
});

it('leaves the old hold standing when the new time is taken, and offers others', async () => {
  const hold = await heldBy(shop, client, { branch: 'nord', start: '2027-03-29T10:00' });
  await heldBy(shop, await shop.client(), { branch: 'nord', start: '2027-03-29T11:00' });
  const moved = await move(hold.id, { branch: 'nord', start: '2027-03-29T11:00' });
  expect(moved).toMatchObject({ kind: 'taken' });
  expect(moved.kind === 'taken' && moved.alternatives.length).toBe(3);
  expect(await shop.as(client, (commands) => commands.look(hold.id))).toEqual(hold);
  expect(await shop.rows('SELECT 1 FROM allocations WHERE booking_id = $1 AND live', [hold.id])).toHaveLength(
    2,
  );
});

it('leaves the old hold standing when a rule refuses the new time', async () => {
  const hold = await heldBy(shop, client);
  expect(await move(hold.id, { start: '2027-03-28T10:00' })).toMatchObject({
    kind: 'refused',
    refusal: { rule: 'closed' },
  });
  expect(await shop.as(client, (commands) => commands.look(hold.id))).toEqual(hold);
});

it('is gone for a hold that lapsed, a booking, and another customer’s hold', async () => {
  const hold = await heldBy(shop, client);
  const stranger = await shop.client();
  expect(await move(hold.id, { start: '2027-03-29T11:00' }, stranger)).toEqual({ kind: 'gone' });
  shop.clock.advance(300_000);
  expect(await move(hold.id, { start: '2027-03-29T11:00' })).toEqual({ kind: 'gone' });
  const booking = await bookedBy(shop, client);
  expect(await move(booking.id, { start: '2027-03-29T11:00' })).toEqual({ kind: 'gone' });
});

it('moves once for one key', async () => {
  const hold = await heldBy(shop, client);
  const key = randomUUID();
  const first = await move(hold.id, { start: '2027-03-29T11:00' }, client, key);
  expect(await move(hold.id, { start: '2027-03-29T11:00' }, client, key)).toEqual(first);
  expect(await shop.rows('SELECT deed FROM booking_history ORDER BY version')).toEqual([
    { deed: 'held' },
    { deed: 'moved' },
  ]);
});

describe('renewing', () => {
  it('gives a live hold its minutes once more, once, and again after a move', async () => {
    const hold = await heldBy(shop, client);
    const renew = (): Promise<boolean> => shop.as(client, (commands) => commands.renew(hold.id));
    shop.clock.advance(100_000);
    expect([await renew(), await renew()]).toEqual([true, false]);
    expect(await shop.as(client, (commands) => commands.look(hold.id))).toMatchObject({
      heldUntil: shop.clock.now() + 300_000,
    });
    await move(hold.id, { start: '2027-03-29T11:00' });
    expect(await renew()).toBe(true);
    shop.clock.advance(300_000);
    expect(await renew()).toBe(false);
  });
});

describe('letting go', () => {
  it('frees the time at once, twice without harm, and is not for others to do', async () => {
    const hold = await heldBy(shop, client, { branch: 'nord' });
    const stranger = await shop.client();
    await shop.as(stranger, (commands) => commands.release(hold.id));
    expect(await shop.as(client, (commands) => commands.look(hold.id))).toMatchObject({ status: 'held' });
    for (let time = 0; time < 2; time += 1) await shop.as(client, (commands) => commands.release(hold.id));
    expect(await shop.as(client, (commands) => commands.look(hold.id))).toMatchObject({ status: 'expired' });
    expect(await heldBy(shop, stranger, { branch: 'nord' })).toMatchObject({ people: ['tom'] });
  });
});
