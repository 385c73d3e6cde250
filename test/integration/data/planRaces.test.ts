/** Plans and series under contention: all of them or nothing, the right winner, and nobody meets a deadlock. */
import { randomUUID } from 'node:crypto';
import { hold, item, planOf, shownOf, withPlans } from '../../../commands/plans/shop.fixture';
import type { ChosenItemInput, HoldPlanResult, PlanView } from '../../../commands/plans/types';
import type { HoldInput } from '../../../commands/types';
import type { Database } from '../../../platform/database';
import { testDatabase } from '../../setup/database';
import { Shop, type Client } from './support/shop';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40, acquireTimeout: 60_000 });
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database);
});

afterEach(async () => {
  expect(await shop.overlaps()).toEqual([]);
  expect(await shop.halfTaken()).toEqual([]);
});

function kinds(results: readonly { kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of results) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Both people at once, named in this order. */
function both(first: string, second: string): readonly ChosenItemInput[] {
  return [
    item('one', '10:00', { attendee: 'one', person: first }),
    item('two', '10:00', { attendee: 'two', person: second, with: 'one' }),
  ];
}

/** Each time the work is begun counts: a deadlock would begin it anew. */
function counted(client: Client, items: readonly ChosenItemInput[], runs: string[]): Promise<HoldPlanResult> {
  return withPlans(shop, client, (commands) => {
    runs.push(client.customerId);
    return commands.holdPlan(planOf(client, { items }), randomUUID());
  });
}

async function planSizes(): Promise<number[]> {
  const text = `SELECT count(*)::integer AS size FROM bookings WHERE plan_id IS NOT NULL GROUP BY plan_id`;
  return (await shop.rows<{ size: number }>(text)).map((row) => row.size);
}

it('32 clients want the same two people in opposite orders: one has both, and none was begun twice', async () => {
  const clients = await shop.clients(32);
  const runs: string[] = [];
  const results: HoldPlanResult[] = await Promise.all(
    clients.map((client, n) =>
      counted(client, n % 2 === 0 ? both('ali', 'jana') : both('jana', 'ali'), runs),
    ),
  );
  expect(kinds(results)).toEqual({ held: 1, taken: 31 });
  expect(runs).toHaveLength(32);
  expect(await planSizes()).toEqual([2]);
});

it('plans that share one person each way round a circle: whoever wins has all, and nobody waits for ever', async () => {
  const clients = await shop.clients(32);
  const runs: string[] = [];
  const times = ['10:00', '10:30', '11:00', '11:30'];
  const results = await Promise.all(
    clients.map((client, n) => {
      const [first, second] = [times[n % 4] ?? '', times[(n + 1) % 4] ?? ''].sort();
      const items = [
        item('one', first ?? '', { attendee: 'one', person: 'ali' }),
        item('two', second ?? '', { attendee: 'two', person: 'ali' }),
      ];
      return counted(client, n % 8 < 4 ? items : [...items].reverse(), runs);
    }),
  );
  const held = kinds(results)['held'] ?? 0;
  expect([1, 2]).toContain(held);
  expect(runs).toHaveLength(32);
  expect(await planSizes()).toEqual(Array.from({ length: held }, () => 2));
});

it('plans, single holds and confirmations at once: each plan is whole', async () => {
  const clients = await shop.clients(32);
  const results = await Promise.all(
    clients.map(async (client, n) => {
      if (n % 2 === 0) return shop.as(client, (commands) => commands.hold(oneOf(client), randomUUID()));
      const result = await hold(shop, client);
      if (result.kind === 'held') await confirm(client, result.plan);
      return result;
    }),
  );
  expect(kinds(results)['held']).toBeGreaterThanOrEqual(2);
  expect(new Set(await planSizes())).toEqual(new Set([2]));
});

function oneOf(client: Client): HoldInput {
  return { service: 'brake-check', branch: 'mitte', person: 'ali', start: '2027-03-29T10:30', ...client };
}

function confirm(client: Client, plan: PlanView): Promise<{ kind: string }> {
  return withPlans(shop, client, (commands) => commands.confirmPlan(shownOf(plan), randomUUID()));
}

it('series that meet on one day: one is booked, of the others nothing', async () => {
  const clients = await shop.clients(12);
  const results = await Promise.all(
    clients.map((client, n) =>
      withPlans(shop, client, (commands) =>
        commands.bookSeries(
          {
            service: 'brake-check',
            branch: 'nord',
            first: n % 2 === 0 ? '2027-03-29T10:00' : '2027-04-12T10:00',
            rule: { every: 2, unit: 'week', ends: { kind: 'count', count: 3 } },
            ...client,
          },
          randomUUID(),
        ),
      ),
    ),
  );
  expect(kinds(results)).toEqual({ booked: 1, conflicts: 11 });
  expect(await shop.rows('SELECT id FROM bookings')).toHaveLength(3);
});
