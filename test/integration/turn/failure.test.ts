/** Claims about a turn that throws: it is tried again, then the customer is told, somebody looks, and the talk goes on. */
import { testHouse, type TestHouse } from '../../setup/house';

let at: TestHouse;

beforeEach(async () => {
  at = await testHouse();
});
afterEach(() => at.close());

/** Lets the next turns fail while they word their replies. */
function failTurns(times: number): void {
  const spy = jest.spyOn(at.house.parts.wires, 'limits');
  for (let i = 0; i < times; i += 1)
    spy.mockImplementationOnce(() => {
      throw new Error('a fault of ours');
    });
}

test('a turn that fails twice is tried again, and its third try answers', async () => {
  failTurns(2);
  expect(await at.say('book an oil change')).toHaveLength(1);
  expect(await at.count(`inbound WHERE status = 'handled' AND attempts = 2`)).toBe(1);
  expect(await at.count('tasks')).toBe(0);
});

test('after the third failure there is an apology, a task, and a talk that goes on', async () => {
  failTurns(3);
  expect(await at.say('book an oil change')).toEqual([
    expect.stringContaining('something went wrong on our side'),
  ]);
  expect(await at.count(`inbound WHERE status = 'dead' AND attempts = 3`)).toBe(1);
  expect(await at.count(`tasks WHERE kind = 'other' AND status = 'open'`)).toBe(1);
  expect(await at.say('book an oil change')).toEqual([expect.not.stringContaining('went wrong')]);
  expect(await at.count(`inbound WHERE status = 'handled'`)).toBe(1);
});

test('a failed try leaves nothing behind: no reply, no hold, no journal', async () => {
  failTurns(1);
  await at.say('Oil change for my VW Golf B-XY 123 at Mitte on Monday at 10, my name is Ada Lovelace');
  expect(await at.count('journal')).toBe(1);
  expect(await at.count('bookings')).toBe(1);
  expect(await at.count(`messages WHERE author = 'bot'`)).toBe(1);
});
