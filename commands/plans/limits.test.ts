/** Limits of a day count all items of a plan, also when two plans are made at once. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database';
import { garage } from '../../scripts/demo/garage';
import { Shop } from '../../test/integration/data/support/shop';
import { testDatabase } from '../../test/setup/database';
import { hold, item, TWO, withPlans } from './shop.fixture';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

/** The workshop with so many brake checks a day, or so many bookings of one customer. */
function limited(brakeChecks: number | undefined, perCustomer: number | undefined): Promise<Shop> {
  const services = garage.services.map((service) =>
    service.id === 'brake-check' && brakeChecks !== undefined
      ? { ...service, limits: { perDay: brakeChecks } }
      : service,
  );
  const policy =
    perCustomer === undefined ? garage.policy : { ...garage.policy, customerLimits: { perDay: perCustomer } };
  return Shop.open(database, { ...garage, services, policy });
}

it('refuses the item that would be one too many of the customer', async () => {
  const shop = await limited(undefined, 1);
  expect(await hold(shop, await shop.client())).toMatchObject({
    kind: 'refused',
    item: 'polo',
    refusal: { rule: 'limit-reached' },
    alternatives: [],
  });
  expect(await shop.rows('SELECT id FROM bookings')).toEqual([]);
});

it('gives the last two of a service to one of many who want both', async () => {
  const shop = await limited(3, undefined);
  const clients = await shop.clients(8);
  const later = TWO.map((each, n) => ({ ...each, start: `2027-03-29T1${String(3 + n)}:00` }));
  const results = await Promise.all(
    clients.map((client, n) => hold(shop, client, { items: n % 2 === 0 ? TWO : later })),
  );
  expect(results.filter((each) => each.kind === 'held')).toHaveLength(1);
  expect(await shop.rows('SELECT id FROM bookings')).toHaveLength(2);
});

it('does not count what moves, and finds no plan on a day that is full', async () => {
  const shop = await limited(2, 2);
  const client = await shop.client();
  const held = await hold(shop, client);
  if (held.kind !== 'held') throw new Error(held.kind);
  const { planId, items } = held.plan;
  const moved = ['12:00', '12:30'].map((time, n) => {
    const attendee = n === 0 ? 'Golf' : 'Polo';
    return { ...item(String(n), time, { attendee }), bookingId: items[n]?.id ?? '' };
  });
  const result = await withPlans(shop, client, (commands) =>
    commands.movePlan({ planId, branch: 'mitte', items: moved, ...client }, randomUUID()),
  );
  expect(result).toMatchObject({ kind: 'held', plan: { items: [{ start: '2027-03-29T12:00' }, {}] } });
  const [from, to] = ['2027-03-29T06:00Z', '2027-03-29T16:00Z'].map((each) => Date.parse(each) / 60_000);
  const asked = {
    items: [{ id: 'one', service: 'brake-check' }],
    branch: 'mitte',
    from: from ?? 0,
    to: to ?? 0,
  };
  const full = await withPlans(shop, client, (commands) => commands.quotePlan(asked));
  expect(full).toEqual({ kind: 'impossible', items: ['one'] });
});
