/** Claims about who speaks: while an agent owns the conversation the bot is silent, and what it had not sent is dropped. */
import { deskTopic } from '../../../bot/bells';
import { testHouse, type TestHouse } from '../../setup/house';

let at: TestHouse;

beforeEach(async () => {
  at = await testHouse('sms');
});
afterEach(() => at.close());

/** What a takeover does to the conversation, in its own transaction. */
function takeOver(): Promise<unknown> {
  return at.database.inTenant(at.account.tenantId, (tx) =>
    tx.query({
      name: 'test-takeover',
      text: `UPDATE conversations SET owner = 'agent', fence = fence + 1, version = version + 1`,
    }),
  );
}

test('a message to an agent stands in the transcript, the desk is told, and it gets no answer', async () => {
  await at.say('hello');
  await takeOver();
  const { conversationId } = await at.receive('are you still there?');
  const key = { tenantId: at.account.tenantId, conversationId };
  const heard: (string | undefined)[] = [];
  const stop = at.house.parts.signal.subscribe(deskTopic(key.tenantId), (note) => heard.push(note));
  await at.runTurns(key);
  await at.house.relayOnce();
  await new Promise(setImmediate);
  stop();
  expect(heard).toEqual([undefined]);
  expect(at.wire.sent).toHaveLength(1);
  expect((await at.transcript(conversationId)).at(-1)).toBe('customer: are you still there?');
  expect(await at.count(`inbound WHERE status = 'pending'`)).toBe(0);
});

test('a reply that was not claimed before the takeover is dropped, one that was sent stands', async () => {
  await at.say('hello');
  const { conversationId } = await at.receive('what are your opening hours?');
  await at.runTurns({ tenantId: at.account.tenantId, conversationId });
  await takeOver();
  await at.house.relayOnce();
  expect(at.wire.sent).toHaveLength(1);
  expect(await at.count(`outbox WHERE status = 'dropped' AND error = 'taken-over'`)).toBe(1);
});

test('STOP is heard also while an agent owns the conversation', async () => {
  await at.say('hello');
  await takeOver();
  expect(await at.say('STOP')).toHaveLength(1);
  expect(await at.count('addresses WHERE opted_out_at IS NOT NULL')).toBe(1);
});

test('a takeover while a turn is under way wins: the turn writes nothing of its own', async () => {
  const { conversationId } = await at.receive('hello');
  const businesses = at.house.parts.businesses;
  const real = businesses.of.bind(businesses);
  jest.spyOn(businesses, 'of').mockImplementationOnce(async (tenantId, version) => {
    await takeOver();
    return real(tenantId, version);
  });
  await at.runTurns({ tenantId: at.account.tenantId, conversationId });
  await at.house.relayOnce();
  expect(at.wire.sent).toEqual([]);
  expect(await at.count(`messages WHERE author = 'bot'`)).toBe(0);
  expect(await at.count(`inbound WHERE status = 'handled'`)).toBe(1);
});
