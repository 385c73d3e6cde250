/** What holds for bookings even when the code is wrong: raw SQL meets the same rules. */
import { randomUUID } from 'node:crypto';
import { BEGINNINGS, LIVE, TRANSITIONS } from '../../../commands/transitions';
import type { BookingStatus } from '../../../commands/types';
import { sqlState, violatedConstraint } from '../../../platform/sqlErrors';
import { connect, type Database } from '../../../platform/database';
import { dropDatabase, testDatabaseUrl } from '../../setup/database';
import { Shop } from './support/shop';

let url: string;
let database: Database;
let shop: Shop;
let customerId: string;

beforeAll(async () => {
  url = await testDatabaseUrl();
  database = connect({ url });
  shop = await Shop.open(database);
  customerId = await shop.customer();
});

afterAll(async () => {
  await database.close();
  await dropDatabase(url);
});

const STATUSES = Object.keys(TRANSITIONS) as BookingStatus[];
const START = 30_105_120;

let references = 0;

async function insert(status: BookingStatus, start = START): Promise<string> {
  const id = randomUUID();
  references += 1;
  await shop.rows(
    `INSERT INTO bookings (tenant_id, id, reference, status, customer_id, service_id, branch_id, resource_ids, start_minute,
       end_minute, local_start, local_end, zone, offset_minutes, price, held_until, business_version, created_at)
     VALUES ($1, $2, $3, $4, $5, 'brake-check', 'mitte', '{ali}', $6, $6 + 30, '', '', 'Europe/Berlin', 120, 0,
       CASE WHEN $4 = 'held' THEN instant(0) END, 1, instant(0))`,
    [shop.tenant.tenantId, id, `R${String(references)}`, status, customerId, start],
  );
  return id;
}

async function become(id: string, status: BookingStatus): Promise<void> {
  const text = `UPDATE bookings SET status = $2, held_until = CASE WHEN $2 = 'held' THEN instant(0) END WHERE id = $1`;
  await shop.rows(text, [id, status]);
}

/** The shortest way from a beginning to a status. */
function wayTo(status: BookingStatus): readonly BookingStatus[] {
  const ways: BookingStatus[][] = BEGINNINGS.map((each) => [each]);
  for (const way of ways) {
    const last = way.at(-1) ?? status;
    if (last === status) return way;
    ways.push(...TRANSITIONS[last].filter((next) => !way.includes(next)).map((next) => [...way, next]));
  }
  throw new Error(`${status} cannot be reached`);
}

async function reach(status: BookingStatus, start?: number): Promise<string> {
  const [first = status, ...rest] = wayTo(status);
  const id = await insert(first, start);
  for (const next of rest) await become(id, next);
  return id;
}

async function constraintOf(attempt: Promise<unknown>): Promise<string | undefined> {
  return attempt.then(
    () => undefined,
    (error: unknown) => violatedConstraint(error),
  );
}

describe('the table of transitions', () => {
  it.each(STATUSES)('is enforced by the database from "%s" on', async (from) => {
    const allowed = [];
    for (const to of STATUSES.filter((each) => each !== from)) {
      const id = await reach(from);
      const broken = await constraintOf(become(id, to));
      if (broken === undefined) allowed.push(to);
      else expect(broken).toBe('booking_transitions');
    }
    expect(allowed.sort()).toEqual([...TRANSITIONS[from]].sort());
  });

  it.each(STATUSES)('lets a booking begin only as it should: "%s"', async (status) => {
    const broken = await constraintOf(insert(status));
    expect(broken).toBe(BEGINNINGS.includes(status) ? undefined : 'booking_transitions');
  });
});

interface Row {
  readonly start: number;
  readonly end: number;
  readonly before?: number;
  readonly after?: number;
  readonly resource?: string;
  readonly unit?: number;
}

async function allocate(bookingId: string, row: Row): Promise<void> {
  const { start, end, before = 0, after = 0, resource = 'ali', unit = 0 } = row;
  await shop.rows(
    `INSERT INTO allocations (tenant_id, booking_id, resource_id, unit, start_minute, end_minute, before, after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [shop.tenant.tenantId, bookingId, resource, unit, start, end, before, after],
  );
}

describe('a raw insert of time', () => {
  const at = (from: number, to: number): Row => ({ start: START + from, end: START + to });
  const overlapping: readonly [string, Row][] = [
    ['identical', at(0, 30)],
    ['contained', at(10, 20)],
    ['containing', at(-10, 40)],
    ['overlapping the beginning', at(-10, 1)],
    ['overlapping the end', at(29, 40)],
    ['reaching in with its buffer after', { ...at(-30, -5), after: 6 }],
    ['reaching in with its buffer before', { ...at(35, 60), before: 6 }],
    ['within the other’s buffer after', at(30, 60)],
    ['within the other’s buffer before', at(-30, -9)],
  ];
  const touching: readonly [string, Row][] = [
    ['touching the buffer after', at(45, 60)],
    ['touching the buffer before', at(-30, -10)],
    ['with buffers that only meet buffers', { ...at(45, 60), before: 15 }],
    ['on another unit', { ...at(0, 30), unit: 1 }],
    ['on another resource', { ...at(0, 30), resource: 'jana' }],
  ];

  beforeEach(async () => {
    await shop.rows('DELETE FROM allocations');
  });

  it.each(LIVE)('over that of a booking that is "%s" is refused', async (status) => {
    const id = await reach(status);
    await allocate(id, { start: START, end: START + 30, before: 10, after: 15 });
    for (const [, row] of overlapping) {
      const attempt = allocate(await reach('confirmed'), row).catch((error: unknown) => sqlState(error));
      expect(await attempt).toBe('23P01');
    }
    for (const [, row] of touching) {
      const neighbour = await reach('confirmed');
      await allocate(neighbour, row);
      await shop.rows('DELETE FROM allocations WHERE booking_id = $1', [neighbour]);
    }
  });

  it.each(STATUSES.filter((status) => !LIVE.includes(status)))(
    'over that of one that is "%s" is allowed',
    async (status) => {
      const way = wayTo(status);
      const id = await insert(way[0] ?? status);
      await allocate(id, { start: START, end: START + 30 });
      for (const next of way.slice(1)) await become(id, next);
      await allocate(await reach('confirmed'), { start: START, end: START + 30 });
    },
  );

  it('of another tenant is no matter', async () => {
    await allocate(await reach('confirmed'), at(0, 30));
    const other = await Shop.open(database);
    const mine = [shop, customerId] as const;
    [shop, customerId] = [other, await other.customer()];
    await allocate(await reach('confirmed'), at(0, 30));
    [shop, customerId] = mine;
  });
});
