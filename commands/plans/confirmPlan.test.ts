/** A yes to a plan: all of it as it was shown, or nothing of it. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database';
import { beginChange } from '../../models/statements/businesses';
import { bookedBy, heldBy, Shop, statusOf, type Client } from '../../test/integration/data/support/shop';
import { testDatabase } from '../../test/setup/database';
import { heldPlan, item, shownOf, withPlans } from './shop.fixture';
import type { ConfirmPlanResult, PlanView } from './types';

let database: Database;
let shop: Shop;
let client: Client;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database);
  client = await shop.client();
});

afterEach(async () => {
  expect(await shop.overlaps()).toEqual([]);
  expect(await shop.halfTaken()).toEqual([]);
});

const LAPSED = 300_000;

function confirm(plan: PlanView, key: string = randomUUID()): Promise<ConfirmPlanResult> {
  return withPlans(shop, client, (commands) => commands.confirmPlan(shownOf(plan), key));
}

function statuses({ items }: PlanView): Promise<(string | undefined)[]> {
  return Promise.all(items.map(({ id }) => statusOf(shop, id)));
}

it('books all of it, and once', async () => {
  const plan = await heldPlan(shop, client);
  const key = randomUUID();
  expect(await confirm(plan, key)).toMatchObject({ kind: 'confirmed', plan: { status: 'confirmed' } });
  expect(await confirm(plan, key)).toMatchObject({ kind: 'confirmed', plan: { status: 'confirmed' } });
  expect(await statuses(plan)).toEqual(['confirmed', 'confirmed']);
});

it('takes the same times again when the minutes are over', async () => {
  const plan = await heldPlan(shop, client);
  shop.clock.advance(LAPSED);
  expect(await confirm(plan)).toMatchObject({
    kind: 'confirmed',
    plan: { items: [{ people: ['ali'] }, { people: ['ali'] }] },
  });
});

it('books nothing when one of the times is taken by then, and offers plans', async () => {
  const plan = await heldPlan(shop, client, { branch: 'nord' });
  shop.clock.advance(LAPSED);
  await bookedBy(shop, await shop.client(), { branch: 'nord', start: '2027-03-29T10:30' });
  expect(await confirm(plan)).toMatchObject({ kind: 'taken', alternatives: [{}, {}, {}] });
  expect(await statuses(plan)).toEqual(['held', 'held']);
});

it('holds it anew, unbooked, when only somebody else can do it', async () => {
  const plan = await heldPlan(shop, client);
  shop.clock.advance(LAPSED);
  await bookedBy(shop, await shop.client(), { person: 'ali', start: '2027-03-29T10:30' });
  const result = await confirm(plan);
  expect(result).toMatchObject({ kind: 'changed', plan: { status: 'held' } });
  const people = result.kind === 'changed' ? result.plan.items.map((each) => each.people) : [];
  expect(people[1]).toEqual(['jana']);
  expect(await statuses(plan)).toEqual(['held', 'held']);
  if (result.kind === 'changed')
    expect(await confirm(result.plan)).toMatchObject({ kind: 'confirmed', plan: { price: 7800 } });
});

it('asks again where the price is another one by now', async () => {
  const plan = await heldPlan(shop, client);
  await database.inTenant(shop.tenant.tenantId, async (tx) => {
    await beginChange(tx);
    const text = `UPDATE services SET price = 4000 WHERE id = 'brake-check'`;
    await tx.query({ name: 'test-price', text }, []);
  });
  const result = await confirm(plan);
  expect(result).toMatchObject({ kind: 'changed', plan: { price: 8000 } });
  expect(await statuses(plan)).toEqual(['held', 'held']);
});

it('asks again where less was shown than is held', async () => {
  const plan = await heldPlan(shop, client);
  const input = { ...shownOf(plan), shown: shownOf(plan).shown.slice(0, 1) };
  const result = await withPlans(shop, client, (commands) => commands.confirmPlan(input, randomUUID()));
  expect(result.kind).toBe('changed');
  expect(await statuses(plan)).toEqual(['held', 'held']);
});

it('knows no plan of somebody else, and none that was let go', async () => {
  const plan = await heldPlan(shop, client);
  client = await shop.client();
  expect(await confirm(plan)).toEqual({ kind: 'gone' });
  client = await shop.client();
  const own = await heldPlan(shop, client, { branch: 'nord' });
  await withPlans(shop, client, (commands) => commands.releasePlan(own.planId));
  expect(await confirm(own)).toEqual({ kind: 'gone' });
});

describe('a correction', () => {
  const later = [item('golf', '10:30', { attendee: 'Golf' }), item('polo', '11:00', { attendee: 'Polo' })];

  function move(plan: PlanView, starts = later): ReturnType<typeof confirm> | Promise<object> {
    const items = starts.map((each, index) => ({ ...each, bookingId: plan.items[index]?.id ?? '' }));
    const input = { planId: plan.planId, branch: plan.items[0]?.branch ?? '', items, ...client };
    return withPlans(shop, client, (commands) => commands.movePlan(input, randomUUID()));
  }

  it('moves all of it onto times that it partly had itself', async () => {
    const plan = await heldPlan(shop, client, { branch: 'nord' });
    shop.clock.advance(60_000);
    expect(await move(plan)).toMatchObject({
      kind: 'held',
      plan: {
        heldUntil: shop.clock.now() + 300_000,
        items: [{ start: '2027-03-29T10:30' }, { start: '2027-03-29T11:00' }],
      },
    });
    expect(await statuses(plan)).toEqual(['held', 'held']);
  });

  it('leaves all of it as it was when one of the times is taken', async () => {
    const plan = await heldPlan(shop, client, { branch: 'nord' });
    await heldBy(shop, await shop.client(), { branch: 'nord', start: '2027-03-29T11:00' });
    expect(await move(plan)).toMatchObject({ kind: 'taken', alternatives: [{}, {}, {}] });
    const looked = await withPlans(shop, client, (commands) => commands.lookPlan(plan.planId));
    expect(looked).toEqual(plan);
  });

  it('is of no use to a plan that lapsed, or of which not all is named', async () => {
    const plan = await heldPlan(shop, client);
    expect(await move(plan, later.slice(0, 1))).toEqual({ kind: 'gone' });
    shop.clock.advance(LAPSED);
    expect(await move(plan)).toEqual({ kind: 'gone' });
  });
});

describe('a booked plan', () => {
  it('is cancelled for the fee that was told, all of it at once', async () => {
    const plan = await heldPlan(shop, client);
    await confirm(plan);
    shop.clock.set('2027-03-28T12:00:00Z');
    const { planId } = plan;
    const key = randomUUID();
    const quotes = await withPlans(shop, client, (commands) => commands.quotePlanCancellation(planId));
    expect(quotes).toMatchObject({ fee: 2340, quotes: [{ fee: 1170 }, { fee: 1170 }] });
    const cancel = (shownFee: number): Promise<object> =>
      withPlans(shop, client, (commands) => commands.cancelPlan({ planId, shownFee }, key));
    expect(await cancel(0)).toMatchObject({ kind: 'changed', quotes: { fee: 2340 } });
    expect(await statuses(plan)).toEqual(['confirmed', 'confirmed']);
    expect(await cancel(2340)).toMatchObject({ kind: 'cancelled', fee: 2340 });
    expect(await cancel(2340)).toMatchObject({ kind: 'cancelled', fee: 2340 });
    expect(await statuses(plan)).toEqual(['cancelled', 'cancelled']);
  });

  it('lets one item be cancelled alone, and the rest stands', async () => {
    const plan = await heldPlan(shop, client);
    await confirm(plan);
    const [first] = plan.items;
    await shop.as(client, (commands) =>
      commands.cancel({ bookingId: first?.id ?? '', shownFee: 0 }, randomUUID()),
    );
    expect(await statuses(plan)).toEqual(['cancelled', 'confirmed']);
    const looked = await withPlans(shop, client, (commands) => commands.lookPlan(plan.planId));
    expect(looked).toMatchObject({ status: 'confirmed', price: 3900 });
  });
});
