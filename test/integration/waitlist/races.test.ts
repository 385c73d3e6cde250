/** The waitlist under fire: two workers at once, a worker killed in the middle, a yes in the very moment of expiry. */
import { leaveWaitlist, joinWaitlist } from '../../../commands';
import { offerWaitlist } from '../../../jobs/offerWaitlist';
import { AT_TEN, MINUTE, MONDAY, Workshop, type Client } from './support';

let at: Workshop;
let owner: Client;
let first: Client;
let second: Client;

beforeEach(async () => {
  at = await Workshop.open();
  [owner, first, second] = [await at.client(), await at.client(), await at.client()];
  const booking = await at.book(owner, '10:00');
  await at.join(first);
  at.house.clock.advance(MINUTE);
  await at.join(second);
  await at.cancel(owner, booking);
});
afterEach(() => at.house.close());

const BOOKED = `bookings WHERE status = 'confirmed' AND local_start = '${MONDAY}T10:00'`;

test('four workers at the same moment make one offer', async () => {
  const made = await Promise.all(Array.from({ length: 4 }, () => at.house.house.offerWaitlistOnce()));
  expect(made.reduce((sum, each) => sum + each, 0)).toBe(1);
  expect(await at.log()).toEqual([[first.address, 'open']]);
  expect(await at.house.count(`outbox WHERE kind = 'notice'`)).toBe(1);
});

test('a worker that dies before the message is kept leaves nothing, and the next one makes the offer whole', async () => {
  const { parts } = at.house.house;
  const dying = {
    ...parts,
    wires: {
      ...parts.wires,
      limits: () => {
        throw new Error('killed');
      },
    },
  };
  expect(await offerWaitlist(dying)).toBe(0);
  expect(await at.log()).toEqual([]);
  expect(await at.house.count(`bookings WHERE status = 'held'`)).toBe(0);
  expect(await at.waiting(first)).toMatchObject([{ status: 'waiting' }]);
  expect(await at.offered()).toEqual([first.address]);
  expect(await at.log()).toEqual([[first.address, 'open']]);
});

test('a yes in the moment of expiry books, or comes too late: never both, and never two', async () => {
  await at.offered();
  await at.say(first, 'Golf B-XY 123, my name is Ada Lovelace');
  at.house.clock.advance(15 * MINUTE);
  const { conversationId } = await at.house.receive('yes', { address: first.address });
  const { tenantId } = at.house.account;
  await Promise.all([at.house.house.offerWaitlistOnce(), at.house.runTurns({ tenantId, conversationId })]);
  await at.house.house.offerWaitlistOnce();
  const log = await at.log();
  const booked = await at.house.count(BOOKED);
  const passedOn = log.some(([address, state]) => address === second.address && state === 'open');
  expect([booked, passedOn]).toEqual(booked === 1 ? [1, false] : [0, true]);
  expect(await at.house.count(`allocations WHERE live AND resource_id = 'tom'`)).toBe(1);
});

test('who leaves lets go of the offer, and a yes to it books nothing any more', async () => {
  const joined = await at.waiting(first);
  await at.offered();
  await at.say(first, 'Golf B-XY 123, my name is Ada Lovelace');
  const left = await at.run({ kind: 'system' }, (context) => leaveWaitlist(context, joined[0]?.id ?? ''));
  expect(left).toMatchObject({ kind: 'left', entry: { status: 'left', offer: null } });
  expect(await at.offered()).toEqual([second.address]);
  await at.say(first, 'yes');
  expect(await at.house.count(BOOKED)).toBe(0);
});

test('the same key joins once, and what the business does not have is refused', async () => {
  const { customerId, conversationId } = second;
  const join = (given: object, key: string): ReturnType<typeof joinWaitlist> =>
    at.run({ kind: 'system' }, (context) =>
      joinWaitlist(
        context,
        { service: 'diagnosis', windows: [AT_TEN], customerId, conversationId, ...given },
        key,
      ),
    );
  await Promise.all([join({}, 'one'), join({}, 'one'), join({}, 'one')]);
  expect(await at.house.count(`waitlist WHERE service_id = 'diagnosis'`)).toBe(1);
  const rules = await Promise.all(
    [
      { service: 'sauna' },
      { branch: 'south' },
      { person: 'nobody' },
      { branch: 'nord', person: 'ali' },
      { windows: [{ from: '2026-03-01', to: '2026-03-26' }] },
    ].map(async (given, index) => join(given, `wrong ${String(index)}`)),
  );
  expect(rules.map((each) => (each.kind === 'refused' ? each.refusal.rule : each.kind))).toEqual([
    'unknown-service',
    'unknown-branch',
    'unknown-resource',
    'wrong-branch',
    'past',
  ]);
});

test('entries of which no window is left are over', async () => {
  at.house.clock.set(Date.parse('2026-03-30T22:00:00Z'));
  await at.work();
  expect(await at.house.count(`waitlist WHERE state = 'over'`)).toBe(2);
  expect(await at.house.count('freed_time')).toBe(0);
});
