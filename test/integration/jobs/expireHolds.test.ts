/** Claims about lapsed holds: the job lets them go once, with a line in their history, and leaves live ones alone. */
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
