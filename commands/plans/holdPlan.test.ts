/** Holding several things at once: all or nothing, and one hold of the customer. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database';
import { heldBy, Shop } from '../../test/integration/data/support/shop';
import { testDatabase } from '../../test/setup/database';
import { heldPlan, hold, item, planOf, TWO, withPlans } from './shop.fixture';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database);
});

afterEach(async () => {
  expect(await shop.overlaps()).toEqual([]);
  expect(await shop.halfTaken()).toEqual([]);
});

async function live(): Promise<number> {
  const [row] = await shop.rows<{ count: number }>(
    'SELECT count(*)::integer AS count FROM allocations WHERE live',
  );
  return row?.count ?? 0;
}

describe('a plan that can be had', () => {
  it('is held with all that a read-back needs', async () => {
    const result = await hold(shop, await shop.client());
    expect(result).toMatchObject({
      kind: 'held',
      plan: {
        status: 'held',
        price: 7800,
        currency: 'EUR',
        heldUntil: shop.clock.now() + 300_000,
        items: [
          { status: 'held', start: '2027-03-29T10:00', end: '2027-03-29T10:30', people: ['ali'] },
          { status: 'held', start: '2027-03-29T10:30', end: '2027-03-29T11:00', people: ['ali'] },
        ],
      },
    });
    expect(await live()).toBe(4);
  });

  it('is held once by the same key, and told again after it was taken by itself', async () => {
    const client = await shop.client();
    const key = randomUUID();
    const first = await hold(shop, client, { branch: 'nord' }, key);
    const second = await hold(shop, client, { branch: 'nord' }, key);
    expect(second).toEqual(first);
    expect(await live()).toBe(4);
  });

  it('counts as one of the two holds of a customer', async () => {
    const client = await shop.client();
    await hold(shop, client);
    await heldBy(shop, client, { start: '2027-03-29T12:00' });
    expect(await hold(shop, client, { branch: 'nord' })).toMatchObject({
      kind: 'refused',
      item: null,
      refusal: { rule: 'too-many-holds' },
    });
    expect(await live()).toBe(6);
  });

  it('serves two at the same time by two people, and one after the other by the same one where that is asked', async () => {
    const [golf, polo] = TWO;
    const items = [golf, { ...polo, start: golf.start, with: 'golf' }];
    const { items: together } = await heldPlan(shop, await shop.client(), { items });
    expect(together.map((each) => each.people)).toEqual([['ali'], ['jana']]);
    const same = [
      { ...golf, start: '2027-03-29T13:00', person: 'jana' },
      { ...polo, start: '2027-03-29T13:30', samePersonAs: 'golf' },
    ];
    const { items: inTurn } = await heldPlan(shop, await shop.client(), { items: same });
    expect(inTurn.map((each) => each.people)).toEqual([['jana'], ['jana']]);
  });
});

describe('a plan that cannot be had', () => {
  it('takes nothing when one item is taken, and offers plans instead', async () => {
    await heldBy(shop, await shop.client(), { branch: 'nord', start: '2027-03-29T10:30' });
    const before = await live();
    const result = await hold(shop, await shop.client(), { branch: 'nord' });
    expect(result).toMatchObject({ kind: 'taken', alternatives: [{}, {}, {}] });
    const [first] = result.kind === 'taken' ? result.alternatives : [];
    expect(first?.items.map((each) => each.item)).toEqual(['golf', 'polo']);
    expect(await live()).toBe(before);
    expect(await shop.rows('SELECT id FROM bookings WHERE plan_id IS NOT NULL')).toEqual([]);
  });

  it('names the item that a rule refuses', async () => {
    const client = await shop.client();
    const refusals = [
      item('polo', '10:30', { service: 'massage' }),
      item('polo', '10:30', { person: 'nobody' }),
      item('polo', '10:30', { person: 'tom' }),
      item('polo', '17:30'),
      item('polo', '10:20'),
      item('polo', '10:15'),
      item('polo', '10:30', { with: 'golf' }),
      item('polo', '10:30', { after: ['later'] }),
      item('golf', '10:30'),
    ].map((second) => hold(shop, client, { items: [item('golf', '10:00'), second] }));
    const rules = (await Promise.all(refusals)).map((result) =>
      result.kind === 'refused' ? [result.item, result.refusal.rule] : result.kind,
    );
    expect(rules).toEqual([
      ['polo', 'unknown-service'],
      ['polo', 'unknown-resource'],
      ['polo', 'wrong-branch'],
      ['polo', 'closed'],
      ['polo', 'off-grid'],
      ['polo', 'out-of-place'],
      ['polo', 'out-of-place'],
      ['polo', 'unknown-item'],
      ['golf', 'same-item-twice'],
    ]);
    expect(await live()).toBe(0);
  });

  it('is refused without items, with too many, and where there is no such branch', async () => {
    const client = await shop.client();
    const many = Array.from({ length: 9 }, (_, n) => item(String(n), '10:00'));
    const given = [{ items: [] }, { items: many }, { branch: 'west' }];
    const results = await Promise.all(given.map((each) => hold(shop, client, each)));
    expect(results.map((each) => each.kind === 'refused' && each.refusal.rule)).toEqual([
      'no-items',
      'too-many-items',
      'unknown-branch',
    ]);
  });
});

it('releases and renews all of a plan at once, and renews it once only', async () => {
  const client = await shop.client();
  const { planId } = await heldPlan(shop, client);
  shop.clock.advance(60_000);
  expect(await withPlans(shop, client, (commands) => commands.renewPlan(planId))).toBe(true);
  expect(await withPlans(shop, client, (commands) => commands.renewPlan(planId))).toBe(false);
  const other = await shop.client();
  await withPlans(shop, other, (commands) => commands.releasePlan(planId));
  expect(await live()).toBe(4);
  await withPlans(shop, client, (commands) => commands.releasePlan(planId));
  expect(await live()).toBe(0);
  expect(await withPlans(shop, other, (commands) => commands.lookPlan(planId))).toBeNull();
  const plan = await withPlans(shop, client, (commands) => commands.lookPlan(planId));
  expect(plan).toMatchObject({ status: 'cancelled', price: 0 });
});

it('looks for plans before anything is held, and names what cannot be had even alone', async () => {
  const client = await shop.client();
  const [from, to] = ['2027-03-29T07:00Z', '2027-03-29T10:00Z'].map((each) => Date.parse(each) / 60_000);
  const window = { branch: 'mitte', from: from ?? 0, to: to ?? 0, limit: 2 };
  const items = TWO.map(({ id, service, attendee }) => ({ id, service, attendee: attendee ?? id }));
  const found = await withPlans(shop, client, (commands) => commands.quotePlan({ ...window, items }));
  expect(found).toMatchObject({
    kind: 'plans',
    complete: true,
    plans: [{ start: '2027-03-29T09:00', price: 7800, items: [{ people: ['ali'] }, {}] }, {}],
  });
  const night = { ...window, items, from: window.from - 600, to: window.from - 540 };
  const none = await withPlans(shop, client, (commands) => commands.quotePlan(night));
  expect(none).toEqual({ kind: 'impossible', items: ['golf', 'polo'] });
  const reversed = { ...window, items, to: window.from };
  expect(await withPlans(shop, client, (commands) => commands.quotePlan(reversed))).toMatchObject({
    refusal: { rule: 'reversed-range' },
  });
});

it('refuses a customer who acts for another, as a fault of the caller', async () => {
  const [client, other] = [await shop.client(), await shop.client()];
  const asked = withPlans(shop, client, (commands) => commands.holdPlan(planOf(other), randomUUID()));
  await expect(asked).rejects.toThrow('may not act for');
});
