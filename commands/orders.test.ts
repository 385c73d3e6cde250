/** Orders: one a visit, forward only, with a history that tells who did what, and news to the customer when it matters. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { bookedBy, heldBy, Shop, statusOf, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { beginOrder } from './beginOrder';
import type { BeginOrderResult, OrderView } from './visitTypes';
import { AGENT, begunFor, staged, visiting } from './visits.fixture';

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

function begin(bookingId: string, more: object = {}, key = randomUUID()): Promise<BeginOrderResult> {
  return shop.run(AGENT, (context) => beginOrder(context, { bookingId, ...more }, key));
}

function ordersSeen(by = client): Promise<readonly OrderView[]> {
  return visiting(shop, by, (commands) => commands.orders());
}

function history(): Promise<{ deed: string; to_stage: string; actor: object }[]> {
  return shop.rows('SELECT deed, to_stage, actor FROM order_history ORDER BY number');
}

function notices(): Promise<{ kind: string; key: string }[]> {
  return shop.rows(`SELECT kind, saying ->> 'key' AS key FROM outbox ORDER BY position`);
}

describe('an order', () => {
  it('begins with the first stage, once for a visit', async () => {
    const booking = await bookedBy(shop, client);
    const first = await begin(booking.id, { promised: '2027-03-29T16:00' });
    expect(first).toMatchObject({
      kind: 'begun',
      isNew: true,
      order: { stage: 'received', promised: '2027-03-29T16:00', reference: booking.reference, ended: false },
    });
    expect(await begin(booking.id)).toMatchObject({
      kind: 'begun',
      isNew: false,
      order: { stage: 'received' },
    });
    expect(await history()).toEqual([{ deed: 'begun', to_stage: 'received', actor: AGENT }]);
  });

  it('is not begun for a hold, for what is cancelled, in a stage that is none, or for a time that never comes', async () => {
    const hold = await heldBy(shop, client, { start: '2027-03-29T12:00' });
    expect(await begin(hold.id)).toEqual({ kind: 'unknown' });
    expect(await begin('no-such-id')).toEqual({ kind: 'unknown' });
    const booking = await bookedBy(shop, client);
    expect(await begin(booking.id, { stage: 'polishing' })).toMatchObject({ kind: 'unknown-stage' });
    expect(await begin(booking.id, { promised: '2027-03-28T02:30' })).toMatchObject({ kind: 'bad-time' });
    await shop.as(client, (commands) =>
      commands.cancel({ bookingId: booking.id, shownFee: 0 }, randomUUID()),
    );
    expect(await begin(booking.id)).toEqual({ kind: 'over' });
  });

  it('of two that are begun at once there is one', async () => {
    const booking = await bookedBy(shop, client);
    const both = await Promise.all([begin(booking.id), begin(booking.id)]);
    expect(both.map(({ kind }) => kind)).toEqual(['begun', 'begun']);
    expect(await shop.rows('SELECT id FROM orders')).toHaveLength(1);
  });
});

describe('a stage', () => {
  it('may be any later one, and is told when the car is ready', async () => {
    const { order } = await begunFor(shop, client);
    expect(await staged(shop, order.id, 'in-progress')).toMatchObject({
      kind: 'set',
      order: { stage: 'in-progress', ready: false, version: 2 },
    });
    expect(await notices()).toEqual([]);
    expect(await staged(shop, order.id, 'ready')).toMatchObject({ kind: 'set', order: { ready: true } });
    expect(await notices()).toEqual([{ kind: 'notice', key: 'order.readyVisit' }]);
  });

  it('does not go back, and who tried stands in the history', async () => {
    const { order } = await begunFor(shop, client);
    await staged(shop, order.id, 'ready');
    expect(await staged(shop, order.id, 'inspecting')).toMatchObject({
      kind: 'backwards',
      order: { stage: 'ready' },
    });
    expect((await history()).at(-1)).toEqual({ deed: 'refused', to_stage: 'inspecting', actor: AGENT });
  });

  it('that is set again changes the promise and the note, and tells nobody twice', async () => {
    const { order } = await begunFor(shop, client);
    await staged(shop, order.id, 'ready');
    const again = await staged(shop, order.id, 'ready', {
      promised: '2027-03-29T17:00',
      note: 'Key at the desk',
    });
    expect(again).toMatchObject({
      order: { promised: '2027-03-29T17:00', note: 'Key at the desk', version: 3 },
    });
    expect(await notices()).toHaveLength(1);
  });

  it('is refused for a version that is no longer so, for a stage that is none, and after the end', async () => {
    const { order } = await begunFor(shop, client);
    expect(await staged(shop, order.id, 'ready', { version: 7 })).toMatchObject({ kind: 'changed' });
    expect(await staged(shop, order.id, 'polishing')).toMatchObject({ kind: 'unknown-stage' });
    expect(await staged(shop, randomUUID(), 'ready')).toEqual({ kind: 'unknown' });
    await staged(shop, order.id, 'collected');
    expect(await staged(shop, order.id, 'collected')).toMatchObject({ kind: 'over' });
  });

  it('collected ends the visit and frees what is left of its time', async () => {
    const { order, booking } = await begunFor(shop, client);
    await staged(shop, order.id, 'collected');
    expect(await statusOf(shop, booking.id)).toBe('done');
    expect(await shop.halfTaken()).toEqual([]);
  });

  it('where no message can be sent becomes a task to call', async () => {
    await shop.rows('UPDATE addresses SET opted_out_at = instant($1)', [shop.clock.now()]);
    const { order } = await begunFor(shop, client);
    await staged(shop, order.id, 'ready');
    expect(await notices()).toEqual([]);
    expect(await shop.rows('SELECT kind FROM tasks')).toEqual([{ kind: 'callback' }]);
  });
});

describe('a customer asks for their car', () => {
  it('and is told the stage, since when, and whether the promise was missed', async () => {
    const { order } = await begunFor(shop, client);
    await staged(shop, order.id, 'in-progress', { promised: '2027-03-26T10:00' });
    expect(await ordersSeen()).toMatchObject([
      { stage: 'in-progress', stageSince: '2027-03-26T09:00', promised: '2027-03-26T10:00', overdue: false },
    ]);
    shop.clock.set('2027-03-26T09:01:00Z');
    expect(await ordersSeen()).toMatchObject([{ overdue: true }]);
    await staged(shop, order.id, 'ready');
    expect(await ordersSeen()).toMatchObject([{ overdue: false, ready: true }]);
  });

  it('sees none of somebody else, and one that ended for two days', async () => {
    const { order } = await begunFor(shop, client);
    await staged(shop, order.id, 'collected');
    expect(await ordersSeen(await shop.client())).toEqual([]);
    expect(await ordersSeen()).toMatchObject([{ ended: true }]);
    shop.clock.advance(48 * 3_600_000);
    expect(await ordersSeen()).toEqual([]);
  });

  it('from a call, or a number that nobody proved, sees none', async () => {
    await begunFor(shop, client);
    await shop.rows(`UPDATE addresses SET channel = 'voice'`);
    expect(await ordersSeen()).toEqual([]);
    await shop.rows(`UPDATE addresses SET channel = 'sms', proven = false`);
    expect(await ordersSeen()).toEqual([]);
  });
});
