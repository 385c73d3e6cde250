/** Claims about doubled, simultaneous and late messages: each is answered once, in order, whatever the deliveries do. */
import { randomUUID } from 'node:crypto';
import { testHouse, type TestHouse } from '../../setup/house';

let at: TestHouse;

beforeEach(async () => {
  at = await testHouse();
});
afterEach(() => at.close());

const inbound = (status: string): Promise<number> => at.count(`inbound WHERE status = '${status}'`);

test('a message delivered five times, twice at once, causes one turn and one reply', async () => {
  const providerId = randomUUID();
  const deliver = () => at.receive('book an oil change', { providerId });
  const [first] = await Promise.all([deliver(), deliver()]);
  const key = { tenantId: at.account.tenantId, conversationId: first.conversationId };
  const turns = await Promise.all([at.runTurns(key), at.runTurns(key)]);
  for (let i = 0; i < 3; i += 1) {
    expect((await deliver()).kind).toBe('repeated');
    turns.push(await at.runTurns(key));
  }
  await at.house.relayOnce();
  expect(turns.reduce((sum, count) => sum + count)).toBe(1);
  expect(at.wire.sent).toHaveLength(1);
  expect(await inbound('handled')).toBe(1);
});

test.each([0, 1, 50, 300])(
  'two first messages %i ms apart are one conversation, answered in order',
  async (apart) => {
    const one = at.receive('book an oil change', { sentAt: at.clock.now() });
    at.clock.advance(apart);
    const other = at.receive('at Mitte', { sentAt: at.clock.now() + 1 });
    const [first, second] = await Promise.all([one, other]);
    expect(second.conversationId).toBe(first.conversationId);
    const key = { tenantId: at.account.tenantId, conversationId: first.conversationId };
    await Promise.all([at.runTurns(key), at.runTurns(key)]);
    expect(await at.count('customers')).toBe(1);
    expect(await at.count('conversations')).toBe(1);
    expect(await inbound('handled')).toBe(2);
    const heard = await at.count(`journal, jsonb_array_elements(entry -> 'heard') AS heard`);
    expect(heard).toBe(2);
  },
);

test('a message that comes while a turn runs is heard in the same or the next turn, never lost', async () => {
  const first = await at.receive('book an oil change');
  const key = { tenantId: at.account.tenantId, conversationId: first.conversationId };
  const running = at.runTurns(key);
  const later = at.receive('at Mitte');
  await Promise.all([running, later]);
  await at.runTurns(key);
  expect(await inbound('handled')).toBe(2);
  expect(await inbound('pending')).toBe(0);
});

test('when the process dies between storing and the turn, the sweep rings for it once and the turn happens once', async () => {
  const { conversationId } = await at.receive('book an oil change');
  at.bells.length = 0;
  at.clock.advance(10_000);
  await at.house.sweepOnce();
  expect(at.bells).toEqual([{ kind: 'turn', key: `${at.account.tenantId}/${conversationId}` }]);
  await at.house.handlers['turn']?.(at.bells[0]?.key ?? '');
  at.bells.length = 0;
  await at.house.sweepOnce();
  expect(at.bells.map((bell) => bell.kind)).toEqual(['relay']);
  await at.house.relayOnce();
  expect(at.wire.sent).toHaveLength(1);
});

test('a lease that a dead process left is waited out, then the turn happens', async () => {
  const { conversationId } = await at.receive('book an oil change');
  const key = { tenantId: at.account.tenantId, conversationId };
  const dead = await at.database.statement<{ result: { kind: string } }>(
    { name: 'test-lease', text: 'SELECT system.lease_and_load($1, $2, $3, $4, $5) AS result' },
    [key.tenantId, key.conversationId, randomUUID(), at.clock.now(), at.clock.now() + 15_000],
  );
  expect(dead[0]?.result.kind).toBe('leased');
  expect(await at.runTurns(key)).toBe(0);
  at.clock.advance(15_000);
  expect(await at.runTurns(key)).toBe(1);
});
