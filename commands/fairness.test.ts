/** Who gets the work when several could do it: shared out evenly where the business wants that, and looked up only then. */
import { randomUUID } from 'node:crypto';
import type { BusinessDefinition } from '../models/businessDefinition';
import type { Database } from '../platform/database';
import { garage } from '../scripts/demo/garage';
import type { AssignmentPolicy } from '../scheduling/business';
import { bookedBy, Shop, wish } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

function sharing(assignment: AssignmentPolicy): BusinessDefinition {
  return { ...garage, policy: { ...garage.policy, assignment } };
}

/** Twenty brake checks, each alone at its time, so that everybody is free for each. */
const STARTS = Array.from({ length: 20 }, (_, at) => {
  const day = ['29', '30', '31'][at % 3] ?? '';
  return `2027-03-${day}T${String(8 + Math.floor(at / 3)).padStart(2, '0')}:00`;
});

async function bookAll(): Promise<Record<string, number>> {
  const given: Record<string, number> = {};
  for (const start of STARTS) {
    const { people, id } = await bookedBy(shop, await shop.client(), { start });
    for (const person of people) given[person] = (given[person] ?? 0) + 1;
    await shop.rows('UPDATE bookings SET status = $2 WHERE id = $1', [id, 'done']);
  }
  return given;
}

it('in turn, twenty appointments are shared by two to within one, also when each is done before the next', async () => {
  shop = await Shop.open(database, sharing('round-robin'));
  const given = await bookAll();
  expect(Math.abs((given['ali'] ?? 0) - (given['jana'] ?? 0))).toBeLessThanOrEqual(1);
});

it('by the pool’s order one does it all', async () => {
  shop = await Shop.open(database, garage);
  expect(await bookAll()).toEqual({ ali: 20 });
});

it('the least busy of the day gets it, whoever had more on other days', async () => {
  shop = await Shop.open(database, sharing('least-busy'));
  const book = async (start: string, service = 'brake-check'): Promise<readonly string[]> =>
    (await bookedBy(shop, await shop.client(), { start, service })).people;
  expect(await book('2027-03-29T08:00', 'inspection')).toEqual(['ali']);
  expect(await book('2027-03-29T11:00')).toEqual(['jana']);
  expect(await book('2027-03-29T13:00')).toEqual(['jana']);
  expect(await book('2027-03-30T08:00')).toEqual(['ali']);
});

it.each([
  ['priority', ['make-booking']],
  ['least-busy', ['busy-places', 'make-booking']],
  ['round-robin', ['busy-places', 'given-lately', 'make-booking']],
] as const)('by %s it takes these statements', async (assignment, statements) => {
  shop = await Shop.open(database, sharing(assignment));
  const client = await shop.client();
  const sent: (string | undefined)[] = [];
  await shop.as(client, async (commands) => {
    const stop = database.onQuery((query) => sent.push(query.name));
    await commands.hold(wish(client), randomUUID());
    stop();
  });
  expect(sent).toEqual(statements);
});
