/** How many holds a customer may have at once: a plan is one of them, what the waitlist offers is none. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { garage } from '../scripts/demo/garage';
import { Shop, wish, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import type { HoldInput } from './types';

let database: Database;
let shop: Shop;
let client: Client;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database, { ...garage, policy: { ...garage.policy, holdsPerCustomer: 2 } });
  client = await shop.client();
});

/** Whether each could be held, an hour after the other. */
async function holdAll(wishes: readonly Partial<HoldInput>[]): Promise<string[]> {
  const kinds = [];
  for (const [at, given] of wishes.entries()) {
    const start = `2027-03-29T${String(9 + at).padStart(2, '0')}:00`;
    const input = wish(client, { start, ...given });
    kinds.push((await shop.as(client, (commands) => commands.hold(input, randomUUID()))).kind);
  }
  return kinds;
}

const [PLAN, OTHER, THIRD] = [randomUUID(), randomUUID(), randomUUID()];

it('a plan of three items and a single hold are two', async () => {
  const wishes = [{ plan: PLAN }, { plan: PLAN }, { plan: PLAN }, {}, {}];
  expect(await holdAll(wishes)).toEqual(['held', 'held', 'held', 'held', 'refused']);
});

it('a third plan is one too many, a further item of a plan is not', async () => {
  const wishes = [{ plan: PLAN }, { plan: OTHER }, { plan: THIRD }, { plan: OTHER }];
  expect(await holdAll(wishes)).toEqual(['held', 'held', 'refused', 'held']);
});

it('a plan of which nothing is held any more is new again', async () => {
  await holdAll([{ plan: PLAN }]);
  shop.clock.advance(300_000);
  expect(await holdAll([{}, {}, { plan: PLAN }])).toEqual(['held', 'held', 'refused']);
});

it('an offer of the waitlist neither counts nor is refused', async () => {
  const offer = { waitlistEntry: randomUUID() };
  expect(await holdAll([offer, {}, {}, offer, {}])).toEqual(['held', 'held', 'held', 'held', 'refused']);
});

it('what a booking belongs to stays with it', async () => {
  const belongs = { plan: PLAN, series: OTHER, waitlistEntry: THIRD };
  await holdAll([belongs]);
  const [row] = await shop.rows<{ booking: object }>('SELECT booking_json(b) AS booking FROM bookings AS b');
  expect(row?.booking).toMatchObject({ ...belongs, overrideReason: null });
});
