/** Claims about a turn whose ground has shifted: what changed after it was read and before the commit is never answered from. */
import { testHouse, type TestHouse } from '../../setup/house';

let at: TestHouse;

beforeEach(async () => {
  at = await testHouse('sms');
});
afterEach(() => at.close());

/** Once, when the next turn has read what it starts from and has not yet begun its transaction. */
function meanwhile(change: () => Promise<unknown>): void {
  const { businesses } = at.house.parts;
  const real = businesses.of.bind(businesses);
  jest.spyOn(businesses, 'of').mockImplementationOnce(async (tenantId, version) => {
    const before = await real(tenantId, version);
    await change();
    return before;
  });
}

/** As every change of a business does: the new price and the next version, in one transaction. */
function raisePrices(): Promise<unknown> {
  return at.database.inTenant(at.account.tenantId, async (tx) => {
    await tx.query({ name: 'test-raise', text: 'UPDATE services SET price = price + 100' });
    await tx.query({ name: 'test-version', text: 'UPDATE tenants SET version = version + 1' });
  });
}

test('a price that changes while a turn is under way is answered as it is now', async () => {
  meanwhile(raisePrices);
  const [answer] = await at.say('how much is an oil change?');
  expect(answer).toContain('€90');
  expect(answer).not.toContain('€89');
});

test('a message that comes while a turn is under way is answered together with the one before it', async () => {
  meanwhile(() => at.receive('at Mitte'));
  const answers = await at.say('book an oil change');
  expect(answers).toHaveLength(1);
  expect(answers[0]).toContain('Which vehicle');
  expect(await at.count('journal')).toBe(1);
});
