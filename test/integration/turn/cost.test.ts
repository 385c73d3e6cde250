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
