/** Confirming: what was shown is booked, and nothing else. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { heldBy, Shop, statusOf, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import type { BookingView, ConfirmInput, ConfirmResult } from './types';

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

const LAPSE = 300_000;

function confirm(
  hold: BookingView,
  shown: Partial<ConfirmInput['shown']> = {},
  by = client,
): Promise<ConfirmResult> {
  const { start, end, price } = hold;
  const input = { bookingId: hold.id, shown: { start, end, price, ...shown } };
  return shop.as(by, (commands) => commands.confirm(input, randomUUID()));
}

function changeBusiness(sql: string): Promise<void> {
  return database.inTenant(shop.tenant.tenantId, (tx) =>
    tx.simple(`${sql}; UPDATE tenants SET version = version + 1`),
  );
}

describe('a live hold as it was shown', () => {
  it('becomes a booking, with the customer’s name on it', async () => {
    await shop.as(client, (commands) => commands.nameCustomer('Ada Lovelace'));
    const hold = await heldBy(shop, client);
    expect(await confirm(hold)).toMatchObject({
      kind: 'confirmed',
      booking: {
        id: hold.id,
        reference: hold.reference,
        status: 'confirmed',
        heldUntil: null,
        attendee: 'Ada Lovelace',
      },
    });
  });

  it('is confirmed once, however often yes is said', async () => {
    const hold = await heldBy(shop, client);
    const first = await confirm(hold);
    expect(await confirm(hold)).toEqual(first);
    const deeds = await shop.rows('SELECT deed FROM booking_history ORDER BY version');
    expect(deeds).toEqual([{ deed: 'held' }, { deed: 'confirmed' }]);
  });

  it('stays booked when its minutes would have been over', async () => {
    const hold = await heldBy(shop, client, { branch: 'nord' });
    await confirm(hold);
    shop.clock.advance(LAPSE);
    await expect(heldBy(shop, await shop.client(), { branch: 'nord' })).rejects.toThrow('taken');
  });

  it('is confirmed although its start has come too near since it was held', async () => {
    const hold = await heldBy(shop, client, { start: '2027-03-26T10:00' });
    shop.clock.advance(120_000);
    expect(await confirm(hold)).toMatchObject({ kind: 'confirmed' });
  });

  it('is nobody else’s to confirm', async () => {
    const hold = await heldBy(shop, client);
    expect(await confirm(hold, {}, await shop.client())).toEqual({ kind: 'gone' });
  });
});

describe('a hold that differs from what was shown', () => {
  it('is read back anew, not booked', async () => {
    const hold = await heldBy(shop, client);
    const result = await confirm(hold, { price: hold.price - 100 });
    expect(result).toMatchObject({ kind: 'changed', hold: { id: hold.id, price: hold.price } });
    expect(await statusOf(shop, hold.id)).toBe('held');
  });

  it('is held with the new price when the business changed it, and booked when that is agreed to', async () => {
    const hold = await heldBy(shop, client);
    await changeBusiness(`UPDATE services SET price = 4500 WHERE id = 'brake-check'`);
    const changed = await confirm(hold);
    expect(changed).toMatchObject({ kind: 'changed', hold: { price: 4500, status: 'held' } });
    expect(await confirm(hold, { price: 4500 })).toMatchObject({
      kind: 'confirmed',
      booking: { price: 4500 },
    });
  });

  it('is booked where the business changed something else', async () => {
    const hold = await heldBy(shop, client);
    await changeBusiness(`UPDATE services SET price = 1 WHERE id = 'diagnosis'`);
    expect(await confirm(hold)).toMatchObject({ kind: 'confirmed' });
  });

  it('is refused where the business closed that day meanwhile', async () => {
    const hold = await heldBy(shop, client);
    await changeBusiness(`INSERT INTO hours_exceptions (tenant_id, branch_id, day, open)
      VALUES ('${shop.tenant.tenantId}', 'mitte', '2027-03-29', '[]')`);
    expect(await confirm(hold)).toMatchObject({ kind: 'refused', refusal: { rule: 'closed' } });
  });
});

describe('a hold that lapsed', () => {
  it('takes the same time with the same people again, and books', async () => {
    await heldBy(shop, await shop.client());
    const hold = await heldBy(shop, client);
    shop.clock.advance(LAPSE);
    expect(await confirm(hold)).toMatchObject({
      kind: 'confirmed',
      booking: { people: ['jana'], reference: hold.reference },
    });
  });

  it('is booked with somebody else who is free, unless people were shown', async () => {
    const hold = await heldBy(shop, client);
    shop.clock.advance(LAPSE);
    await heldBy(shop, await shop.client(), { person: 'ali' });
    expect(await confirm(hold, { people: ['ali'] })).toMatchObject({
      kind: 'changed',
      hold: { people: ['jana'] },
    });
    expect(await confirm(hold)).toMatchObject({ kind: 'confirmed', booking: { people: ['jana'] } });
  });

  it('keeps the wish for a person', async () => {
    const hold = await heldBy(shop, client, { person: 'ali' });
    shop.clock.advance(LAPSE);
    await heldBy(shop, await shop.client(), { person: 'ali' });
    expect(await confirm(hold)).toMatchObject({ kind: 'taken' });
  });

  it('books nothing when somebody took the time, and offers others', async () => {
    const hold = await heldBy(shop, client, { branch: 'nord' });
    shop.clock.advance(LAPSE);
    await heldBy(shop, await shop.client(), { branch: 'nord' });
    const result = await confirm(hold);
    expect(result).toMatchObject({ kind: 'taken' });
    expect(result.kind === 'taken' && result.alternatives.length).toBe(3);
  });

  it('is refused by today’s notice', async () => {
    const hold = await heldBy(shop, client, { start: '2027-03-26T10:00' });
    shop.clock.advance(LAPSE);
    expect(await confirm(hold)).toMatchObject({ kind: 'refused', refusal: { rule: 'too-soon' } });
  });

  it('is gone when it was let go', async () => {
    const hold = await heldBy(shop, client);
    await shop.as(client, (commands) => commands.release(hold.id));
    expect(await confirm(hold)).toEqual({ kind: 'gone' });
  });
});
