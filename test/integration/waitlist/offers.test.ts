/** The waitlist as a simulation: what becomes free is offered to one after the other, each for a quarter of an hour. */
import { MINUTE, MONDAY, Workshop, type Client } from './support';

let at: Workshop;
let owner: Client;
let first: Client;
let second: Client;

beforeEach(async () => {
  at = await Workshop.open();
  [owner, first, second] = [await at.client(), await at.client(), await at.client()];
});
afterEach(() => at.house.close());

/** Ten on Monday is booked, and both wait for it. */
async function bothWait(): Promise<() => Promise<unknown>> {
  const booking = await at.book(owner, '10:00');
  await at.join(first);
  at.house.clock.advance(MINUTE);
  await at.join(second);
  expect(await at.offered()).toEqual([]);
  return () => at.cancel(owner, booking);
}

test('a cancelled time goes to the first, on expiry to the second, who takes it by a yes', async () => {
  const cancel = await bothWait();
  await cancel();
  const [told] = await at.work();
  expect(told?.[0]).toBe(first.address);
  expect(told?.[1]).toMatch(/become free[^]*Monday 30 March, 10:00[^]*until 09:16/);
  expect(await at.waiting(first)).toMatchObject([{ status: 'offered' }]);
  expect(await at.offered()).toEqual([]);

  at.house.clock.advance(15 * MINUTE - 1);
  expect(await at.offered()).toEqual([]);
  at.house.clock.advance(1);
  expect(await at.offered()).toEqual([second.address]);
  expect(await at.waiting(first)).toMatchObject([{ status: 'waiting', offer: null }]);

  await at.say(second, 'Golf B-XY 123, my name is Grace Hopper');
  const [booked] = await at.say(second, 'yes');
  expect(booked).toMatch(/booked/i);
  expect(await at.waiting(second)).toEqual([]);
  expect(await at.log()).toEqual([
    [first.address, 'lapsed'],
    [second.address, 'taken'],
  ]);
  expect(
    await at.house.count(`bookings WHERE status = 'confirmed' AND local_start = '${MONDAY}T10:00'`),
  ).toBe(1);
});

test('when nobody takes it, it is free for everybody, and nobody is asked about it twice', async () => {
  const cancel = await bothWait();
  await cancel();
  const asked = [...(await at.offered())];
  for (let quarter = 1; quarter <= 4; quarter += 1) {
    at.house.clock.advance(15 * MINUTE);
    asked.push(...(await at.offered()));
  }
  expect(asked).toEqual([first.address, second.address]);
  expect(await at.house.count('freed_time')).toBe(0);
  expect(await at.house.count('allocations WHERE live')).toBe(0);
  await at.book(owner, '10:00');
});

test('a no lets it go to the next at once, and the first goes on waiting', async () => {
  const cancel = await bothWait();
  await cancel();
  await at.offered();
  await at.say(first, 'Golf B-XY 123, my name is Ada Lovelace');
  await at.say(first, 'no');
  await at.say(first, 'forget it');
  expect(await at.offered()).toEqual([second.address]);
  expect(await at.waiting(first)).toMatchObject([{ status: 'waiting' }]);
  expect(await at.log()).toEqual([
    [first.address, 'declined'],
    [second.address, 'open'],
  ]);
});

test('in quiet hours nobody is written to: the first at their end, and of what begins before then nobody', async () => {
  const cancel = await bothWait();
  at.house.clock.set(Date.parse('2026-03-29T19:00:00Z'));
  await cancel();
  expect(await at.offered()).toEqual([]);
  at.house.clock.set(Date.parse('2026-03-30T05:59:59Z'));
  expect(await at.offered()).toEqual([]);
  at.house.clock.set(Date.parse('2026-03-30T06:00:00Z'));
  expect(await at.offered()).toEqual([first.address]);
});

test('who opted out is passed over', async () => {
  const cancel = await bothWait();
  await at.say(first, 'STOP');
  await cancel();
  expect(await at.offered()).toEqual([second.address]);
});

test('two freed times and one customer: one offer at a time, and the other time after it', async () => {
  const bookings = [await at.book(owner, '10:00'), await at.book(owner, '11:00')];
  const window = { from: MONDAY, to: MONDAY, earliest: '10:00', latest: '11:00' };
  await at.join(first, { windows: [window] });
  for (const booking of bookings) await at.cancel(owner, booking);
  expect(await at.offered()).toEqual([first.address]);
  expect(await at.offered()).toEqual([]);
  at.house.clock.advance(15 * MINUTE + 1000);
  expect(await at.offered()).toEqual([first.address]);
  const [{ starts } = { starts: [] }] = await at.rows<{ starts: string[] }>(
    `SELECT array_agg(local_start ORDER BY position) AS starts FROM bookings WHERE waitlist_entry IS NOT NULL`,
  );
  expect(new Set(starts).size).toBe(2);
});

test('the order is: priority, then fewer offers let go, then the longer wait', async () => {
  const booking = await at.book(owner, '10:00');
  const third = await at.client();
  await at.join(first);
  at.house.clock.advance(MINUTE);
  await at.join(second);
  at.house.clock.advance(MINUTE);
  await at.join(third, { priority: 1 });
  await at.cancel(owner, booking);
  const asked: string[] = [];
  for (let turn = 1; turn <= 3; turn += 1) {
    asked.push(...(await at.offered()));
    at.house.clock.advance(15 * MINUTE);
  }
  expect(asked).toEqual([third.address, first.address, second.address]);
});

test('longer hours are offered too', async () => {
  const early = { from: MONDAY, to: MONDAY, earliest: '07:00', latest: '07:00' };
  await at.join(first, { windows: [early] });
  await at.rows(`UPDATE opening_hours SET from_minute = 420 WHERE branch_id = 'nord' AND weekday = 1`);
  await at.rows('UPDATE tenants SET version = version + 1');
  expect(await at.offered()).toEqual([first.address]);
  expect(await at.offered()).toEqual([]);
});

test('where nobody waits, nothing is noted', async () => {
  const booking = await at.book(owner, '10:00');
  await at.cancel(owner, booking);
  expect(await at.house.count('freed_time')).toBe(0);
});
