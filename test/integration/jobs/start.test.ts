/** Claims about the timers: what runs by itself, beginning with the start, in a process that nobody rings. */
import { startJobs } from '../../../jobs/start';
import { keepAnswer } from '../../../models/statements/idempotency';
import { silentLog } from '../../../platform/log';
import { testHouse, type TestHouse } from '../../setup/house';

const DAY = 24 * 3_600_000;

let at: TestHouse;

beforeEach(async () => {
  at = await testHouse();
});
afterEach(() => at.close());

/** The first run of every timer begins at once, and stopping waits for it. */
async function oneRound(): Promise<void> {
  await startJobs(at.house.parts, silentLog).stop();
}

test('lapsed holds are let go', async () => {
  await at.say('Oil change for my VW Golf B-XY 123 at Mitte on Monday at 10, my name is Ada Lovelace');
  at.clock.advance(5 * 60_000);
  await oneRound();
  expect(await at.count(`bookings WHERE status = 'held'`)).toBe(0);
});

test('what nobody answered and nobody carried is rung for once more', async () => {
  const { conversationId } = await at.receive('hello');
  await at.runTurns({ tenantId: at.account.tenantId, conversationId });
  await at.receive('are you open today?');
  at.clock.advance(60_000);
  at.bells.length = 0;
  await oneRound();
  expect(at.bells.map(({ kind }) => kind).sort()).toEqual(['relay', 'turn']);
});

test('answers kept for repeated requests are forgotten after two days, not before', async () => {
  const key = { caller: 'shop', route: 'POST /api/v1/bookings', key: 'k' };
  const answer = { status: 201, headers: {}, body: '{}', bodyHash: 'hash', at: at.clock.now() };
  await at.database.inTenant(at.account.tenantId, (tx) => keepAnswer(tx, key, answer));
  at.clock.advance(2 * DAY);
  await oneRound();
  expect(await at.count('idempotency_keys')).toBe(1);
  at.clock.advance(1);
  await oneRound();
  expect(await at.count('idempotency_keys')).toBe(0);
});
