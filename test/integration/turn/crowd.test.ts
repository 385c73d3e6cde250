/** Claims about a crowd that wants one time at once, each in a conversation of its own: the right winners, a clean answer for all. */
import { randomUUID } from 'node:crypto';
import { testHouse, type TestHouse } from '../../setup/house';

const CROWD = 200;
/** Two people and two lifts are at Mitte. */
const PLACES = 2;
const REQUEST = 'Oil change for my VW Golf B-XY 123 at Mitte on Monday at 10, my name is Ada Lovelace';

let at: TestHouse;

beforeAll(async () => {
  at = await testHouse();
});
afterAll(() => at.close());

/** Everybody writes at the same instant, and some of the messages are delivered twice. */
async function allSay(text: string): Promise<void> {
  const crowd = Array.from({ length: CROWD }, (_, index) => `+49151${String(index).padStart(8, '0')}`);
  await Promise.all(
    crowd.map(async (address, index) => {
      const message = { address, providerId: randomUUID() };
      const { conversationId } = await at.receive(text, message);
      const key = { tenantId: at.account.tenantId, conversationId };
      const again = index % 5 === 0 ? [at.receive(text, message).then(() => at.runTurns(key))] : [];
      await Promise.all([at.runTurns(key), ...again]);
    }),
  );
  // A read-back binds when it was handed over.
  await at.house.relayOnce();
}

const confirmed = (): Promise<number> =>
  at.count(`bookings WHERE status = 'confirmed' AND local_start = '2026-03-30T10:00'`);

test('two hundred conversations ask for one time, agree, and correct to it at once: as many get it as there is room', async () => {
  await allSay(REQUEST);
  expect(await at.count(`bookings WHERE status = 'held'`)).toBe(PLACES);
  await allSay('yes');
  expect(await confirmed()).toBe(PLACES);
  await allSay('the same again at 11');
  await allSay('make it 12');
  await allSay('yes');
  expect(await confirmed()).toBe(PLACES);
  expect(await at.count(`inbound WHERE status <> 'handled' OR attempts > 0`)).toBe(0);
  expect(await at.count(`messages WHERE text LIKE '%went wrong%'`)).toBe(0);
  expect(await at.count('conversations')).toBe(CROWD);
  expect(await at.count(`messages WHERE author = 'bot'`)).toBe(5 * CROWD);
}, 120_000);
