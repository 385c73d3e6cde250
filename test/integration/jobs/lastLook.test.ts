/** Claims about the moments around a request: what overtakes a message before it stops it, and what fails behind it costs nobody a second one. */
import { GRACE_MILLIS } from '../../../jobs/relay';
import { CUSTOMER, testHouse, type TestHouse } from '../../setup/house';

let at: TestHouse;

beforeEach(async () => {
  at = await testHouse('sms');
});
afterEach(async () => {
  jest.restoreAllMocks();
  await at.close();
});

async function replyTo(address: string): Promise<void> {
  const { conversationId } = await at.receive('hello', { address });
  await at.runTurns({ tenantId: at.account.tenantId, conversationId });
}

const rows = (where: string): Promise<number> => at.count(`outbox WHERE ${where}`);

function change(name: string, text: string): Promise<unknown> {
  return at.database.inTenant(at.account.tenantId, (tx) => tx.query({ name, text }));
}

/** Comes before the first statement of that name, and may let it fail. */
function before(name: string, happens: () => Promise<unknown>): void {
  const statement = at.database.statement.bind(at.database);
  let happened = false;
  jest.spyOn(at.database, 'statement').mockImplementation(async (asked, values) => {
    if (asked.name === name && !happened) {
      happened = true;
      await happens();
    }
    return statement(asked, values);
  });
}

function busy(): Promise<never> {
  return Promise.reject(
    Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' }),
  );
}

test.each([
  ['a takeover', `UPDATE conversations SET owner = 'agent', fence = fence + 1, version = version + 1`],
  ['an opt-out', 'UPDATE addresses SET opted_out_at = created_at'],
])('%s between the claim and the request stops the reply', async (what, text) => {
  await replyTo(CUSTOMER);
  before('begin-send', () => change(`test ${what}`, text));
  await at.house.relayOnce();
  expect(at.wire.sent).toEqual([]);
  expect(await rows(`status = 'dropped'`)).toBe(1);
});

test('a message whose sending could not be written down at once is not sent twice', async () => {
  await replyTo(CUSTOMER);
  before('mark-sent', busy);
  await at.house.relayOnce();
  expect(await rows(`status = 'sent'`)).toBe(1);
  at.clock.advance(10 * GRACE_MILLIS);
  await at.house.relayOnce();
  expect(at.wire.sent).toHaveLength(1);
});

test('a row that cannot be settled leaves the others to be carried to their end', async () => {
  await replyTo('+4915100000001');
  await replyTo('+4915100000002');
  let settling: () => void = () => undefined;
  const failing = new Promise<void>((resolve) => (settling = resolve));
  const send = at.wire.send.bind(at.wire);
  jest
    .spyOn(at.wire, 'send')
    .mockResolvedValueOnce({ kind: 'retry', code: 'busy' })
    .mockImplementationOnce(async (message) => {
      await failing;
      await new Promise(setImmediate);
      return send(message);
    });
  before('mark-retry', () => {
    settling();
    return busy();
  });
  await at.house.relayOnce();
  expect(await rows(`status = 'sent'`)).toBe(1);
});
