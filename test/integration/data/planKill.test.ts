/** A connection that dies between the items of a plan leaves nothing half done. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { heldPlan, hold, item, shownOf, withPlans } from '../../../commands/plans/shop.fixture';
import { connect, type Database } from '../../../platform/database';
import { dropDatabase, testDatabaseUrl } from '../../setup/database';
import { Shop, statusOf, type Client as Customer } from './support/shop';
import { somebodyWaits } from './support/waiting';

let url: string;
let database: Database;
let owner: Client;
let shop: Shop;
let customer: Customer;

beforeAll(async () => {
  url = await testDatabaseUrl();
  database = connect({ url });
  owner = new Client({ connectionString: url });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.close();
  await dropDatabase(url);
});

beforeEach(async () => {
  shop = await Shop.open(database);
  customer = await shop.client();
});

/** Ends the connection of whoever writes the second item, at that very row, with the first one written. */
async function cutAtSecond(work: () => Promise<unknown>): Promise<void> {
  await owner.query(`CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END $$`);
  await owner.query(`CREATE TRIGGER wait_here BEFORE INSERT OR UPDATE ON bookings FOR EACH ROW
    WHEN (NEW.attendee = 'Polo') EXECUTE FUNCTION wait_here()`);
  await owner.query('SELECT pg_advisory_lock(4711)');
  const cut = expect(work()).rejects.toThrow(/terminat/i);
  await somebodyWaits(owner);
  await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`);
  await cut;
  await owner.query('SELECT pg_advisory_unlock(4711)');
  await owner.query('DROP FUNCTION wait_here CASCADE');
}

it('while they are made: there is no item and no time taken', async () => {
  await cutAtSecond(() => hold(shop, customer));
  expect(await shop.rows('SELECT id FROM bookings')).toEqual([]);
  expect(await shop.rows('SELECT booking_id FROM allocations')).toEqual([]);
  expect(await hold(shop, customer)).toMatchObject({ kind: 'held' });
});

it('while they are moved, and while they are confirmed: all stand as they stood', async () => {
  const plan = await heldPlan(shop, customer);
  const items = ['14:00', '14:30'].map((time, n) => {
    const attendee = n === 0 ? 'Golf' : 'Polo';
    return { ...item(String(n), time, { attendee }), bookingId: plan.items[n]?.id ?? '' };
  });
  const input = { planId: plan.planId, branch: 'mitte', items, ...customer };
  await cutAtSecond(() => withPlans(shop, customer, (commands) => commands.movePlan(input, randomUUID())));
  await cutAtSecond(() =>
    withPlans(shop, customer, (commands) => commands.confirmPlan(shownOf(plan), randomUUID())),
  );
  expect(await withPlans(shop, customer, (commands) => commands.lookPlan(plan.planId))).toEqual(plan);
  expect(await Promise.all(plan.items.map(({ id }) => statusOf(shop, id)))).toEqual(['held', 'held']);
  expect(await shop.rows('SELECT 1 FROM allocations WHERE live')).toHaveLength(4);
});
