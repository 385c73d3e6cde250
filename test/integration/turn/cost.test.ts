/** What a turn costs on the wire to the database: at most six round trips from lease to commit, one of them a commit. */
import { testHouse, type TestHouse } from '../../setup/house';

const TALK = [
  'hello',
  'I need an oil change',
  'at Mitte',
  'VW Golf, B-XY 123',
  'Monday at 10',
  'Ada Lovelace',
  'make it 11',
  'yes',
  'cancel my appointment',
  'yes',
];

let at: TestHouse;

beforeAll(async () => {
  at = await testHouse();
  // A process reads a business once for each of its versions, and then knows it.
  await at.house.businesses.of(at.account.tenantId);
});
afterAll(() => at.close());

interface Cost {
  readonly roundTrips: number;
  readonly commits: number;
}

/** Counts from the lease to the commit of the one turn that the message causes. */
async function costOf(text: string): Promise<Cost> {
  const { conversationId } = await at.receive(text);
  const queries: string[] = [];
  const stop = at.database.onQuery((query) => queries.push(query.text));
  const turns = await at.runTurns({ tenantId: at.account.tenantId, conversationId });
  stop();
  await at.house.relayOnce();
  expect(turns).toBe(1);
  return {
    roundTrips: queries.length,
    commits: queries.filter((query) => /^COMMIT/.test(query)).length,
  };
}

test('a booking talk, its correction and its cancellation', async () => {
  const costs: Record<string, Cost> = {};
  for (const text of TALK) costs[text] = await costOf(text);
  expect(await at.count(`bookings WHERE status = 'cancelled'`)).toBe(1);
  for (const cost of Object.values(costs)) {
    expect(cost.commits).toBe(1);
    expect(cost.roundTrips).toBeLessThanOrEqual(6);
  }
});

const SMS_TALK = [
  'gibberish wobble flurb',
  'Oil change for my VW Golf B-XY 123 at Mitte on Monday at 10, my name is Ada Lovelace',
  'HELP',
  'I want to talk to a person',
  'CANCEL',
  'hello?',
  'START',
  'STOP',
];

test('what is not understood, a person wanted, and the words of the carriers, with a hold on the way', async () => {
  const costs: [string, number, number][] = [];
  for (const text of SMS_TALK) {
    const { roundTrips, commits } = await costOf(text);
    costs.push([text, roundTrips, commits]);
  }
  expect(costs.filter(([, roundTrips, commits]) => roundTrips > 6 || commits !== 1)).toEqual([]);
});

test('a yes to a time that somebody else has taken meanwhile', async () => {
  const wish = 'Oil change for my VW Golf B-XY 123 at Nord on Tuesday at 10, my name is Ada Lovelace';
  await at.say('START');
  await at.say(wish);
  at.clock.advance(10 * 60_000);
  const other = { address: '+4915112345679' };
  await at.say(wish, other);
  await at.say('yes', other);
  const { roundTrips, commits } = await costOf('yes');
  expect(await at.count(`bookings WHERE status = 'confirmed' AND local_start = '2026-03-31T10:00'`)).toBe(1);
  expect(commits).toBe(1);
  expect(roundTrips).toBeLessThanOrEqual(6);
});
