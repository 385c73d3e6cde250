/** Claims about lapsed holds: the job lets them go once, with a line in their history, and leaves live ones alone. */
import { randomUUID } from 'node:crypto';
import { bookHold } from '../../../commands/bookHold';
import { placeHold } from '../../../commands/placeHold';
import type { Actor, CommandContext } from '../../../commands/types';
import { loadBusiness } from '../../../models/loadBusiness';
import { testHouse, type TestHouse } from '../../setup/house';

let at: TestHouse;

beforeAll(async () => {
  at = await testHouse();
});
afterAll(() => at.close());

test('a hold is let go when its five minutes are over, not before, and only once', async () => {
  await at.say('Oil change for my VW Golf B-XY 123 at Mitte on Monday at 10, my name is Ada Lovelace');
  expect(await at.count(`bookings WHERE status = 'held'`)).toBe(1);
  at.clock.advance(5 * 60_000 - 1);
  expect(await at.house.expireHoldsOnce()).toBe(0);
  at.clock.advance(1);
  expect(await at.house.expireHoldsOnce()).toBe(1);
  expect(await at.house.expireHoldsOnce()).toBe(0);
  expect(await at.count('allocations WHERE live')).toBe(0);
  expect(await at.count(`booking_history WHERE deed = 'expired'`)).toBe(1);
});

describe('a hold for nobody yet', () => {
  const START = { service: 'brake-check', branch: 'mitte', start: '2026-03-30T12:00' };
  const NOBODIES = 'customers WHERE name IS NULL AND id <> tenant_id';
  const API: Actor = { kind: 'api', key: 'test' };

  function run<Result>(work: (context: CommandContext) => Promise<Result>): Promise<Result> {
    const { database, clock, account } = at;
    return database.inTenant(account.tenantId, async (tx) =>
      work({ tx, clock, actor: API, newId: randomUUID, business: await loadBusiness(tx, account.tenantId) }),
    );
  }

  async function held(): Promise<string> {
    const asset = { label: 'Golf', plate: 'B-XY 123' };
    const result = await run((context) => placeHold(context, { ...START, asset }, randomUUID()));
    if (result.kind !== 'held') throw new Error(`not held: ${JSON.stringify(result)}`);
    return result.hold.id;
  }

  test('leaves no customer behind when it lapses, however often it happens', async () => {
    for (let time = 1; time <= 2; time += 1) {
      await held();
      expect(await at.count(NOBODIES)).toBe(1);
      at.clock.advance(5 * 60_000);
      expect(await at.house.expireHoldsOnce()).toBe(1);
      expect(await at.count(NOBODIES)).toBe(0);
    }
    expect(await at.count('customers WHERE id = tenant_id')).toBe(1);
  });

  test('can still be booked late, and is then of whoever it is booked for, with their car', async () => {
    const hold = await held();
    at.clock.advance(5 * 60_000);
    await at.house.expireHoldsOnce();
    const customer = { name: 'Grace Hopper', phone: '+4915198765432' };
    expect(await run((context) => bookHold(context, { hold, customer }, randomUUID()))).toMatchObject({
      kind: 'confirmed',
      booking: { id: hold, attendee: 'Grace Hopper', asset: { label: 'Golf', plate: 'B-XY 123' } },
    });
    expect(
      await at.count(
        `bookings AS b JOIN customers AS u ON u.id = b.customer_id WHERE u.name = 'Grace Hopper'`,
      ),
    ).toBe(1);
  });
});
