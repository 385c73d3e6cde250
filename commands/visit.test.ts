/** Claims about the moves of a visit: by the table alone, once, with a history, and a miss not before its time. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { bookedBy, heldBy, Shop, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { checkIn } from './checkIn';
import { finish } from './finish';
import { markNoShow, noShowsOf } from './markNoShow';
import { startService } from './startService';
import type { Actor, CommandContext } from './types';

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

const DESK: Actor = { kind: 'agent', agentId: 'desk' };
type Move = (context: CommandContext, id: string, key: string) => Promise<{ readonly kind: string }>;

function move(deed: Move, id: string, key: string = randomUUID()): Promise<{ readonly kind: string }> {
  return shop.run(DESK, (context) => deed(context, id, key));
}

async function deedsOf(id: string): Promise<string[]> {
  const rows = await shop.rows<{ deed: string }>(
    'SELECT deed FROM booking_history WHERE booking_id = $1 ORDER BY version',
    [id],
  );
  return rows.map((row) => row.deed);
}

it('a visit runs from the door to its end, with a line in the history for each move', async () => {
  const { id } = await bookedBy(shop, client);
  expect(await move(checkIn, id)).toMatchObject({ kind: 'moved', booking: { status: 'checked-in' } });
  expect(await move(startService, id)).toMatchObject({ kind: 'moved', booking: { status: 'in-service' } });
  expect(await move(finish, id)).toMatchObject({ kind: 'moved', booking: { status: 'done' } });
  expect(await deedsOf(id)).toEqual(['held', 'confirmed', 'checked-in', 'in-service', 'done']);
  expect(await shop.halfTaken()).toEqual([]);
});

it('the same move again is told as it is, and leaves no second line', async () => {
  const { id } = await bookedBy(shop, client);
  await move(checkIn, id, 'key');
  expect(await move(checkIn, id, 'key')).toMatchObject({ kind: 'moved' });
  expect(await move(checkIn, id)).toMatchObject({ kind: 'moved' });
  expect(await deedsOf(id)).toEqual(['held', 'confirmed', 'checked-in']);
});

it('two at once move it once', async () => {
  const { id } = await bookedBy(shop, client);
  const results = await Promise.all([move(startService, id), move(startService, id), move(checkIn, id)]);
  expect(results.slice(0, 2).map(({ kind }) => kind)).toEqual(['moved', 'moved']);
  expect((await deedsOf(id)).filter((deed) => deed === 'in-service')).toHaveLength(1);
});

it('nothing leads out of the end, nor from a hold into a visit', async () => {
  const { id } = await bookedBy(shop, client);
  await move(finish, id);
  for (const deed of [checkIn, startService, markNoShow])
    expect(await move(deed, id)).toMatchObject({ kind: 'other', booking: { status: 'done' } });
  const hold = await heldBy(shop, client, { start: '2027-03-30T10:00' });
  expect(await move(checkIn, hold.id)).toMatchObject({ kind: 'other' });
  expect(await move(finish, randomUUID())).toEqual({ kind: 'unknown' });
});

it('a miss is told a quarter of an hour after the start, frees the rest of the time, and is counted', async () => {
  const { id, startMinute } = await bookedBy(shop, client);
  const from = (startMinute + 15) * 60_000;
  shop.clock.set(from - 1);
  expect(await move(markNoShow, id)).toEqual({ kind: 'too-early', from });
  shop.clock.set(from);
  expect(await move(markNoShow, id)).toMatchObject({ kind: 'moved', noShows: 1 });
  expect(await shop.rows('SELECT 1 FROM allocations WHERE live')).toEqual([]);
  expect(await shop.run(DESK, (context) => noShowsOf(context, client.customerId))).toBe(1);
});

it('who checked in has not missed it', async () => {
  const { id, endMinute } = await bookedBy(shop, client);
  await move(checkIn, id);
  shop.clock.set(endMinute * 60_000);
  expect(await move(markNoShow, id)).toMatchObject({ kind: 'other' });
});

it('customers may say that they are there, of their own bookings, and nothing else', async () => {
  const { id } = await bookedBy(shop, client);
  const other = await shop.client();
  const as = (who: Client, deed: Move): Promise<{ readonly kind: string }> =>
    shop.run({ kind: 'customer', ...who }, (context) => deed(context, id, randomUUID()));
  expect(await as(other, checkIn)).toEqual({ kind: 'unknown' });
  await expect(as(client, finish)).rejects.toThrow('may not');
  await expect(as(client, markNoShow)).rejects.toThrow('may not');
  expect(await as(client, checkIn)).toMatchObject({ kind: 'moved' });
});
