/** Claims about the relay: in order, once among all, retried when that is safe, repeated once when it is not sure. */
import { randomUUID } from 'node:crypto';
import { createHouse } from '../../../house';
import { InProcessSignal } from '../../../platform/signal';
import { silentLog } from '../../../platform/log';
import { recordStatus } from '../../../models/statements/outbox';
import { GRACE_MILLIS } from '../../../jobs/relay';
import { CUSTOMER, testHouse, type TestHouse } from '../../setup/house';

let at: TestHouse;

beforeEach(async () => {
  at = await testHouse('sms');
});
afterEach(() => at.close());

/** Leaves a reply in the outbox. */
async function replyTo(address: string, text = 'hello'): Promise<void> {
  const { conversationId } = await at.receive(text, { address });
  await at.runTurns({ tenantId: at.account.tenantId, conversationId });
}

const rows = (where: string): Promise<number> => at.count(`outbox WHERE ${where}`);

test('two relays at once send each row once', async () => {
  const addresses = Array.from({ length: 30 }, (_, index) => `+49151000000${String(index).padStart(2, '0')}`);
  for (const address of addresses) await replyTo(address);
  const other = createHouse({
    database: at.database,
    clock: at.clock,
    channels: [{ provider: 'fake', channel: at.wire }],
    queue: at.house.parts.queue,
    signal: new InProcessSignal(silentLog),
    log: silentLog,
    newId: randomUUID,
  });
  await Promise.all([at.house.relayOnce(), other.relayOnce(), at.house.relayOnce()]);
  expect(at.wire.sent.map((message) => message.address).sort()).toEqual(addresses);
  expect(await rows(`status = 'sent' AND provider_id IS NOT NULL`)).toBe(30);
});

test('one address gets its messages in the order they were said', async () => {
  await replyTo(CUSTOMER, 'hello');
  await replyTo(CUSTOMER, 'what are your opening hours?');
  await replyTo(CUSTOMER, 'thanks');
  await at.house.relayOnce();
  expect(at.wire.sent).toHaveLength(3);
  const said = (await at.transcript((await at.receive('x')).conversationId)).filter((line) =>
    line.startsWith('bot: '),
  );
  expect(at.wire.sent.map((message) => `bot: ${message.text}`)).toEqual(said);
});

test('what the provider asks to send later is sent later, not sooner', async () => {
  at.wire.answer({ kind: 'retry', code: '20429', retryAfterMillis: 30_000 });
  await replyTo(CUSTOMER);
  await at.house.relayOnce();
  at.clock.advance(29_000);
  await at.house.relayOnce();
  expect(at.wire.sent).toHaveLength(0);
  at.clock.advance(1000);
  await at.house.relayOnce();
  expect(at.wire.sent).toHaveLength(1);
});

test('a send whose answer was lost is repeated once after the grace, and the repeat is on record', async () => {
  at.wire.answer({ kind: 'uncertain', code: 'timeout' }, { kind: 'uncertain', code: 'timeout' });
  await replyTo(CUSTOMER);
  await at.house.relayOnce();
  at.clock.advance(GRACE_MILLIS - 1);
  await at.house.relayOnce();
  expect(at.wire.sent).toHaveLength(1);
  at.clock.advance(1);
  await at.house.relayOnce();
  expect(at.wire.sent).toHaveLength(2);
  expect(await rows('repeats = 1')).toBe(1);
  at.clock.advance(10 * GRACE_MILLIS);
  await at.house.relayOnce();
  expect(at.wire.sent).toHaveLength(2);
  expect(await rows(`status = 'failed'`)).toBe(1);
});

test('a refusal is final, and one for an opt-out marks the address', async () => {
  at.wire.answer({ kind: 'refused', code: '21610', optedOut: true });
  await replyTo(CUSTOMER);
  await at.house.relayOnce();
  at.clock.advance(3_600_000);
  await at.house.relayOnce();
  expect(at.wire.sent).toHaveLength(0);
  expect(await rows(`status = 'failed' AND error = '21610'`)).toBe(1);
  expect(await at.count('addresses WHERE opted_out_at IS NOT NULL')).toBe(1);
});

test('a fault of ours on one row does not hold up the others', async () => {
  at.wire.answer({ kind: 'sent', providerId: 'one' });
  const send = jest.spyOn(at.wire, 'send').mockRejectedValueOnce(new RangeError('too long'));
  await replyTo('+4915100000001');
  await replyTo('+4915100000002');
  await at.house.relayOnce();
  send.mockRestore();
  expect(await rows(`status = 'failed' AND error = 'fault'`)).toBe(1);
  expect(await rows(`status = 'sent'`)).toBe(1);
});

test('a saying that a command left is worded when it is claimed', async () => {
  await replyTo(CUSTOMER);
  await at.house.relayOnce();
  const saying = JSON.stringify({ key: 'turn.restarted', with: { business: 'Linden' } });
  await at.database.inTenant(at.account.tenantId, (tx) =>
    tx.query(
      {
        name: 'test-saying',
        text: `INSERT INTO outbox (tenant_id, id, address_id, conversation_id, kind, priority, saying, fence, ground, status,
            due_at, created_at)
          SELECT tenant_id, $1, address_id, conversation_id, 'notice', 30, $2, fence, 'service', 'waiting', due_at, created_at
          FROM outbox`,
      },
      [randomUUID(), saying],
    ),
  );
  await at.house.relayOnce();
  expect(at.wire.sent.at(-1)?.text).toMatch(/^Welcome back\. You will get texts from Linden again/);
});

test('a message that the database was too busy to begin is sent when its claim has run out, not given up', async () => {
  await replyTo(CUSTOMER);
  const statement = at.database.statement.bind(at.database);
  const spy = jest.spyOn(at.database, 'statement').mockImplementation((asked, values) => {
    if (asked.name !== 'begin-send') return statement(asked, values);
    return Promise.reject(
      Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }),
    );
  });
  await at.house.relayOnce();
  spy.mockRestore();
  expect(await rows(`status = 'failed'`)).toBe(0);
  at.clock.advance(GRACE_MILLIS);
  await at.house.relayOnce();
  expect(at.wire.sent).toHaveLength(1);
  expect(await rows(`status = 'sent' AND repeats = 0`)).toBe(1);
});

test('a provider id that cannot be kept as it is does not make the message go out again', async () => {
  at.wire.answer({ kind: 'sent', providerId: 'SM\0\ud800' });
  await replyTo(CUSTOMER);
  await at.house.relayOnce();
  expect(await rows(`status = 'sent'`)).toBe(1);
  const ids = await at.database.inTenant(at.account.tenantId, (tx) =>
    tx.query<{ id: string }>({ name: 'test-outbox-id', text: 'SELECT id FROM outbox' }),
  );
  const report = { status: 'delivered', providerId: 'SM\0', error: null, optedOut: false } as const;
  const { tenantId } = at.account;
  const outboxId = ids[0]?.id ?? '';
  const moved = await recordStatus(at.database, { ...report, tenantId, outboxId, now: at.clock.now() });
  expect(moved).toBe(true);
});
