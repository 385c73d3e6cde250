/** Claims about odd messages: whatever comes is answered, stored safely, and never ends the talk. */
import { testHouse, type TestHouse } from '../../setup/house';

let at: TestHouse;

beforeAll(async () => {
  at = await testHouse('webchat');
});
afterAll(() => at.close());

test.each([
  ['NUL', 'book\u0000 an oil change'],
  ['only NUL', '\u0000'],
  ['a lone high surrogate', 'book \ud83d please'],
  ['a lone low surrogate', '\ude00'],
  ['ten thousand characters', 'oil '.repeat(2500)],
  ['a hundred thousand characters', 'x'.repeat(100_000)],
  ['only emoji', '👍🏽👨‍👩‍👧‍👦🚗'],
  ['nothing but spaces', '   '],
  ['right-to-left marks', '\u202ebook\u202c'],
  ['a storm of combining marks', `a${'\u0301'.repeat(3000)}`],
  ['something like our own templates', '{{business}} $t(turn.failed) ${1+1}'],
  ['something like SQL', "'); DROP TABLE bookings; --"],
])('%s is answered', async (_what, text) => {
  const answers = await at.say(text);
  // the web chat's commit is the send
  expect(answers).toEqual([]);
  const key = { tenantId: at.account.tenantId, conversationId: (await at.receive('hello')).conversationId };
  await at.runTurns(key);
  const lines = await at.transcript(key.conversationId);
  expect(lines.at(-1)).toMatch(/^bot: ./);
  expect(lines.filter((line) => line.startsWith('bot: ')).length * 2).toBe(lines.length);
  expect(await at.count(`inbound WHERE status = 'dead'`)).toBe(0);
});

test.each([
  ['voice', /voice message/],
  ['image', /picture/],
  ['location', /location/],
  ['document', /file/],
  ['unsupported', /this kind of message/],
] as const)('a message of kind %s gets an honest answer', async (kind, words) => {
  const { conversationId } = await at.receive('', { kind });
  await at.runTurns({ tenantId: at.account.tenantId, conversationId });
  expect((await at.transcript(conversationId)).at(-1)).toMatch(words);
});

test('a picture with words is taken by its words', async () => {
  const { conversationId } = await at.receive('book an oil change', { kind: 'image' });
  await at.runTurns({ tenantId: at.account.tenantId, conversationId });
  const answer = (await at.transcript(conversationId)).at(-1) ?? '';
  expect(answer).toMatch(/picture/);
  expect(answer).toMatch(/\?/);
});
