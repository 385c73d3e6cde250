/** Claims about many at once: no overlap, nobody without a booking in the middle of a move, no answer that cannot be, no fault. */
import { connect, type Database } from '../../platform/database';
import { dropDatabase, testDatabaseUrl } from '../setup/database';
import type { Client } from '../integration/data/support/shop';
import { differences, refresh, rowsOfBooking } from './compare';
import { drawDeed, perform, type Deed } from './deeds';
import { apply, possibleAnswers } from './judge';
import { Model, type Known } from './model';
import { numbersFrom, type Numbers } from './numbers';
import { openStudio, STARTS, type Studio } from './studio';
import { watch } from './watch';

const LONG = process.env['NOBAT_LONG'] !== undefined;
const CLIENTS = LONG ? 50 : 8;
const DEEDS_EACH = LONG ? 200 : 45;
const SEEDS = LONG ? [20_270_405] : [1];
/** Alone, and with an owner who changes how many seats there are. */
const RUNS = [false, true].flatMap((mayResize) => SEEDS.map((seed) => ({ seed, mayResize })));
/** Customers who have a booking from the beginning, and only ever reschedule it. */
const STAYING = 8;

let url: string;
let database: Database;

beforeAll(async () => {
  url = await testDatabaseUrl();
  database = connect({ url, poolSize: CLIENTS + 4, acquireTimeout: 60_000 });
});
afterAll(async () => {
  await database.close();
  await dropDatabase(url);
});

interface World {
  readonly mayResize: boolean;
  readonly studio: Studio;
  readonly clients: readonly Client[];
  readonly model: Model;
}

async function openWorld(mayResize: boolean): Promise<World> {
  const studio = await openStudio(database);
  return { mayResize, studio, clients: await studio.shop.clients(CLIENTS), model: new Model() };
}

/** One deed, and what the model thinks of the answer. */
async function act({ studio, clients, model }: World, deed: Deed): Promise<Known | null> {
  const before = studio.shop.clock.now();
  const answer = await perform(studio, clients, deed);
  const possible = possibleAnswers(model, deed, before, studio.shop.clock.now());
  if (!possible.includes(answer.kind))
    throw new Error(`${JSON.stringify(deed)} was answered ${answer.kind}, not ${possible.join()}`);
  const id = answer.booking?.id ?? ('booking' in deed ? deed.booking.id : null);
  return apply(model, deed, answer, id === null ? [] : await rowsOfBooking(studio.shop, id));
}

/** The first of each hour: there is room for all of them. */
async function stayingBookings(world: World, numbers: Numbers): Promise<readonly Known[]> {
  const made: Known[] = [];
  for (const start of STARTS.filter((_, n) => n % 3 === 0)) {
    const known = await act(world, { kind: 'book', owner: numbers.below(CLIENTS), service: 'cut', start });
    if (known) made.push(known);
  }
  return made.slice(0, STAYING);
}

async function live(
  world: World,
  owner: number,
  staying: Known | undefined,
  numbers: Numbers,
): Promise<void> {
  for (let n = 0; n < DEEDS_EACH; n += 1) {
    if (staying && numbers.next() < 0.3) {
      await act(world, { kind: 'reschedule', booking: staying, start: numbers.pick(STARTS) });
    } else {
      const mine = world.model.bookings.filter((each) => each.owner === owner && !each.byAgent);
      await act(world, drawDeed(numbers, owner, mine, world.mayResize));
    }
    expect(await world.studio.shop.overlaps()).toEqual([]);
  }
}

async function deadlocks(): Promise<number> {
  const text = 'SELECT deadlocks::integer FROM pg_stat_database WHERE datname = current_database()';
  const [stats] = await database.statement<{ deadlocks: number }>({ name: 'deadlocks', text });
  return stats?.deadlocks ?? -1;
}

const BROKEN_HISTORY = `
SELECT b.id FROM bookings AS b JOIN booking_history AS h ON h.tenant_id = b.tenant_id AND h.booking_id = b.id
GROUP BY b.tenant_id, b.id HAVING count(*) <> b.version OR min(h.version) <> 1 OR max(h.version) <> b.version`;

test.each(RUNS)(
  '$seed: clients who do anything at any time; an owner at work: $mayResize',
  async ({ seed, mayResize }) => {
    const world = await openWorld(mayResize);
    const { shop } = world.studio;
    const staying = await stayingBookings(world, numbersFrom(seed));
    expect(staying).toHaveLength(STAYING);
    const watching = await watch(
      url,
      shop.tenant.tenantId,
      staying.map(({ id }) => id),
    );
    const lives = world.clients.map((_, owner) =>
      live(world, owner, staying[owner], numbersFrom(seed * 1000 + owner)),
    );
    const faults = (await Promise.allSettled(lives)).flatMap((each) =>
      each.status === 'rejected' ? [each.reason as unknown] : [],
    );
    const { looks, seen } = await watching.end();
    expect(faults).toEqual([]);
    expect(seen).toEqual([]);
    expect(looks).toBeGreaterThan(10);
    await refresh(shop, world.model);
    expect(await differences(shop, world.model)).toEqual([]);
    expect(await shop.overlaps()).toEqual([]);
    expect(await shop.halfTaken()).toEqual([]);
    expect(await shop.rows(BROKEN_HISTORY)).toEqual([]);
    // Nobody waits in a circle; a change of the business may have to be tried again.
    if (!mayResize) expect(await deadlocks()).toBe(0);
  },
  600_000,
);
