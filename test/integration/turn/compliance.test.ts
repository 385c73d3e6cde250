/** Claims about the words of carriers and law on SMS: heard first, kept at once, and nothing is sent after them. */
import { testHouse, type TestHouse } from '../../setup/house';

let at: TestHouse;

beforeEach(async () => {
  at = await testHouse('sms');
});
afterEach(() => at.close());

const REQUEST = 'Oil change for my VW Golf B-XY 123 at Mitte on Monday at 10, my name is Ada Lovelace';

test('STOP ends the texts with one confirmation, and nothing is answered until START', async () => {
  expect(await at.say('STOP')).toEqual([expect.stringContaining('not get any more texts')]);
  expect(await at.count(`outbox WHERE kind = 'opt-out'`)).toBe(1);
  for (const text of ['hello?', 'HELP', 'STOP', REQUEST]) expect(await at.say(text)).toEqual([]);
  expect(await at.count('messages')).toBe(6);
  expect(await at.say('START')).toEqual([expect.stringContaining('Welcome back')]);
  expect(await at.say('hello')).toHaveLength(1);
});

test('an opt-out lets the draft and its hold go', async () => {
  await at.say(REQUEST);
  expect(await at.count(`bookings WHERE status = 'held'`)).toBe(1);
  await at.say('stop');
  expect(await at.count(`bookings WHERE status = 'held'`)).toBe(0);
  expect(await at.count('allocations WHERE live')).toBe(0);
});

test('the bare CANCEL opts out, keeps the booking and asks the team to find out what was meant', async () => {
  await at.say(REQUEST);
  await at.say('yes');
  expect(await at.say('CANCEL')).toEqual([
    expect.stringContaining('Nothing that you have booked was changed'),
  ]);
  expect(await at.say('CANCEL')).toEqual([]);
  expect(await at.count(`bookings WHERE status = 'confirmed'`)).toBe(1);
  expect(await at.count(`tasks WHERE kind = 'cancel-wish'`)).toBe(1);
  expect(await at.count('addresses WHERE opted_out_at IS NOT NULL')).toBe(1);
});

test('what waits in the outbox when STOP comes is not sent any more', async () => {
  const { conversationId } = await at.receive('hello');
  await at.runTurns({ tenantId: at.account.tenantId, conversationId });
  expect(await at.say('STOP')).toEqual([expect.stringContaining('not get any more texts')]);
  expect(await at.count(`outbox WHERE status = 'dropped'`)).toBe(1);
});

test('where the provider has answered the opt-out itself, nothing is added', async () => {
  expect(await at.say('STOP', { details: { optOutType: 'STOP' } })).toEqual([]);
  expect(await at.count('addresses WHERE opted_out_at IS NOT NULL')).toBe(1);
});

test('HELP names the business and leaves the talk where it stands', async () => {
  await at.say(REQUEST);
  const [help] = await at.say('HELP');
  expect(help).toMatch(/Autohaus Linden.*automated/s);
  await at.say('yes');
  expect(await at.count(`bookings WHERE status = 'confirmed'`)).toBe(1);
});

test('a burst with STOP in it is not answered but for the confirmation', async () => {
  await at.say(REQUEST);
  await at.receive('yes');
  expect(await at.say('STOP')).toHaveLength(1);
  expect(await at.count(`bookings WHERE status = 'confirmed'`)).toBe(0);
});
