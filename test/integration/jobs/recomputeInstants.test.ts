/** Claims about a change of zone rules: agreed wall times stay, instants follow, and what cannot follow is left standing and told. */
import { randomUUID } from 'node:crypto';
import { recomputeInstants, untilRecomputed, type RecomputedAll } from '../../../jobs/recomputeInstants';
import { keptRulesVersion, listZoneConflicts } from '../../../models/statements/recompute';
import { reschedule } from '../../../commands';
import type { BookingView } from '../../../commands/types';
import type { Database } from '../../../platform/database';
import { silentLog } from '../../../platform/log';
import { runtimeRules, type ZoneRules } from '../../../scheduling/recompute';
import { rulesAsOf } from '../../../scheduling/zoneRules.fixture';
import { clinic } from '../../../scripts/demo/clinic';
import { testDatabase } from '../../setup/database';
import { bookedBy, heldBy, Shop, type Client } from '../data/support/shop';

const BERLIN = 'Europe/Berlin';
/** Summer bookings come to be an hour later. */
const NO_SUMMER_TIME = rulesAsOf({ [BERLIN]: 'Africa/Algiers' });
/** Everything comes to be an hour earlier. */
const EASTWARD = rulesAsOf({ [BERLIN]: 'Europe/Athens' });

let database: Database;
let shop: Shop;
let client: Client;

beforeEach(async () => {
  database = await testDatabase();
  shop = await Shop.open(database);
  client = await shop.client();
});

afterEach(async () => {
  expect(await shop.overlaps()).toEqual([]);
  expect(await shop.halfTaken()).toEqual([]);
  await database.close();
});

function run(version: string, rules: ZoneRules, on: Database = database): Promise<RecomputedAll> {
  const parts = { database: on, clock: shop.clock, log: silentLog, newId: randomUUID };
  return recomputeInstants(parts, { version, rules, batch: 2 });
}

interface Written {
  readonly start: number;
  readonly end: number;
  readonly local: string;
  readonly until: string;
  readonly offset: number;
  readonly times: readonly number[];
}

async function written(id: string): Promise<Written | undefined> {
  const [row] = await shop.rows<Written>(
    `SELECT start_minute AS start, end_minute AS end, local_start AS local, local_end AS until, offset_minutes AS offset,
       ARRAY(SELECT start_minute FROM allocations WHERE booking_id = b.id AND live) AS times FROM bookings AS b WHERE id = $1`,
    [id],
  );
  return row;
}

/** As many brake checks by Ali, one after the other, from Monday at ten. */
async function inARow(count: number): Promise<BookingView[]> {
  const booked = [];
  for (let n = 0; n < count; n += 1) {
    const start = `2027-03-29T${String(10 + Math.floor(n / 2))}:${n % 2 === 0 ? '00' : '30'}`;
    booked.push(await bookedBy(shop, client, { start, person: 'ali' }));
  }
  return booked;
}

function atTenAndEleven(): Promise<BookingView[]> {
  const starts = ['2027-03-29T10:00', '2027-03-29T11:00'];
  return Promise.all(starts.map((start) => bookedBy(shop, client, { start, person: 'ali' })));
}

async function deeds(): Promise<number> {
  const rows = await shop.rows<{ deed: string }>('SELECT deed FROM booking_history');
  return rows.filter(({ deed }) => deed === 'recomputed').length;
}

/** The instants of a booking, and nothing else of it, as they would be by other rules. */
async function shift(id: string, minutes: number): Promise<void> {
  for (const [table, key] of [
    ['bookings', 'id'],
    ['allocations', 'booking_id'],
  ] as const) {
    const text = `UPDATE ${table} SET start_minute = start_minute + $2, end_minute = end_minute + $2 WHERE ${key} = $1`;
    await shop.rows(text, [id, minutes]);
  }
}

const conflicts = (rules: string): Promise<object> =>
  database.inTenant(shop.tenant.tenantId, (tx) => listZoneConflicts(tx, rules, 100));

describe.each([
  ['later', NO_SUMMER_TIME, 60, 60],
  ['earlier', EASTWARD, -60, 180],
] as const)('a row of neighbours that all come to be %s', (_way, rules, minutes, offset) => {
  it('moves as a whole, nobody in another’s way, and keeps its wall time', async () => {
    const booked = await inARow(7);
    expect(await run('b', rules)).toEqual({ kind: 'recomputed', moved: 7, conflicts: 0 });
    for (const { id, startMinute, endMinute, start, end } of booked) {
      const times = [startMinute + minutes, startMinute + minutes];
      expect(await written(id)).toEqual({
        start: startMinute + minutes,
        end: endMinute + minutes,
        local: start,
        until: end,
        offset,
        times,
      });
    }
  });
});

it('leaves a line in the history, by the system, with what was before', async () => {
  const [{ id, startMinute }] = (await inARow(1)) as [BookingView];
  await run('b', NO_SUMMER_TIME);
  const [line] = await shop.rows(
    `SELECT actor, before ->> 'start' AS before, after ->> 'start' AS after FROM booking_history
     WHERE booking_id = $1 AND deed = 'recomputed'`,
    [id],
  );
  expect(line).toEqual({
    actor: { kind: 'system' },
    before: String(startMinute),
    after: String(startMinute + 60),
  });
});

it('is done once for each version of the rules, and a second run under the same rules finds nothing to do', async () => {
  await inARow(3);
  expect(await keptRulesVersion(database)).toBeNull();
  await run('b', NO_SUMMER_TIME);
  expect(await keptRulesVersion(database)).toBe('b');
  expect(await run('b', EASTWARD)).toEqual({ kind: 'current' });
  expect(await run('c', NO_SUMMER_TIME)).toEqual({ kind: 'recomputed', moved: 0, conflicts: 0 });
  expect(await deeds()).toBe(3);
});

it('goes there and back to the minute', async () => {
  const booked = await inARow(5);
  const before = await Promise.all(booked.map(({ id }) => written(id)));
  await run('b', EASTWARD);
  await run('c', runtimeRules);
  expect(await Promise.all(booked.map(({ id }) => written(id)))).toEqual(before);
});

it('touches no hold, nothing cancelled and nothing that is over', async () => {
  const [over, gone] = (await inARow(2)) as [BookingView, BookingView];
  await shop.as(client, (commands) => commands.cancel({ bookingId: gone.id, shownFee: 0 }, randomUUID()));
  shop.clock.set('2027-03-30T06:00:00Z');
  const held = await heldBy(shop, client, { start: '2027-03-30T14:00', person: 'ali' });
  const before = await Promise.all([over, gone, held].map(({ id }) => written(id)));
  expect(await run('b', NO_SUMMER_TIME)).toEqual({ kind: 'recomputed', moved: 0, conflicts: 0 });
  expect(await Promise.all([over, gone, held].map(({ id }) => written(id)))).toEqual(before);
});

describe('a time that somebody has taken meanwhile', () => {
  it('is left standing, listed, and one task for agents; freed, it is had under the next rules', async () => {
    const [old, fresh] = (await atTenAndEleven()) as [BookingView, BookingView];
    // Booked by the new rules already: their ten o'clock is the old eleven o'clock.
    const local = `UPDATE bookings SET local_start = '2027-03-29T10:00', local_end = '2027-03-29T10:30', offset_minutes = 60
      WHERE id = $1`;
    await shop.rows(local, [fresh.id]);
    const before = await written(old.id);
    expect(await run('b', NO_SUMMER_TIME)).toEqual({ kind: 'recomputed', moved: 0, conflicts: 1 });
    expect(await written(old.id)).toEqual(before);
    const { reference } = old;
    expect(await conflicts('b')).toMatchObject([{ bookingId: old.id, reference, kind: 'collision' }]);
    const tasks = await shop.rows<{ text: string }>('SELECT kind, text, customer_id AS customer FROM tasks');
    expect(tasks).toMatchObject([{ kind: 'other', customer: client.customerId }]);
    expect(tasks[0]?.text).toContain(reference);

    await shop.rows(`UPDATE bookings SET status = 'cancelled' WHERE id = $1`, [fresh.id]);
    expect(await run('c', NO_SUMMER_TIME)).toEqual({ kind: 'recomputed', moved: 1, conflicts: 0 });
    expect(await conflicts('b')).toEqual([]);
  });

  it('is no collision where another seat of the same room is free', async () => {
    const seats = await Shop.open(database, clinic);
    const visitor = await seats.client();
    const seat = { service: 'vaccination', branch: 'maadi' };
    const early = await bookedBy(seats, visitor, { ...seat, start: '2027-03-29T10:00' });
    const late = await bookedBy(seats, visitor, { ...seat, start: '2027-03-29T11:00' });
    await seats.rows(
      `UPDATE bookings SET local_start = '2027-03-29T10:00', local_end = '2027-03-29T10:10' WHERE id = $1`,
      [late.id],
    );
    expect(await run('b', rulesAsOf({ 'Africa/Cairo': 'Africa/Algiers' }))).toMatchObject({ conflicts: 0 });
    const units = await seats.rows(
      'SELECT unit, start_minute AS start FROM allocations WHERE live ORDER BY unit',
    );
    const start = early.startMinute + 60;
    expect(units).toEqual([
      { unit: 0, start },
      { unit: 1, start },
    ]);
  });
});

it('a wall time that clocks skip now stands where it stood, and is told', async () => {
  const [{ id, startMinute }] = (await inARow(1)) as [BookingView];
  await shift(id, Date.parse('2027-03-28T01:30:00Z') / 60_000 - startMinute);
  await shop.rows(`UPDATE bookings SET local_start = '2027-03-28T02:30', local_end = '2027-03-28T03:00'`);
  expect(await run('b', runtimeRules)).toEqual({ kind: 'recomputed', moved: 0, conflicts: 1 });
  expect(await conflicts('b')).toMatchObject([
    { bookingId: id, kind: 'gap', localStart: '2027-03-28T02:30' },
  ]);
});

describe('a run that is broken off', () => {
  /** A process whose database goes away after so many transactions. */
  function failingAfter(transactions: number): Database {
    let left = transactions;
    return {
      ...database,
      inTenant: (tenantId, work, options) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('gone')) : database.inTenant(tenantId, work, options);
      },
    };
  }

  it('keeps whole batches and no version; the next run does the rest, and nothing twice', async () => {
    await inARow(7);
    for (let transactions = 0; transactions < 4; transactions += 1) {
      await expect(run('b', EASTWARD, failingAfter(transactions))).rejects.toThrow('gone');
      expect(await keptRulesVersion(database)).toBeNull();
      expect(await deeds()).toBe([0, 2, 4, 6][transactions]);
    }
    expect(await run('b', EASTWARD)).toEqual({ kind: 'recomputed', moved: 1, conflicts: 0 });
    expect(await deeds()).toBe(7);
  });
});

it('several processes that start at once do it once', async () => {
  await inARow(7);
  const results = await Promise.all([1, 2, 3].map(() => run('b', EASTWARD)));
  expect(results.filter(({ kind }) => kind === 'recomputed')).toHaveLength(1);
  expect(await deeds()).toBe(7);
});

it('customers who reschedule and cancel meanwhile meet no error, and no move is lost', async () => {
  const booked = await inARow(6);
  const changes = booked.map(({ id }, n) =>
    n % 2 === 0
      ? shop.as(client, (commands) => commands.cancel({ bookingId: id, shownFee: 0 }, randomUUID()))
      : shop.run({ kind: 'system' }, (context) =>
          reschedule(context, { bookingId: id, start: `2027-03-30T${String(9 + n)}:00` }, randomUUID()),
        ),
  );
  const [result, ...changed] = await Promise.all([run('b', EASTWARD), ...changes]);
  expect(result).toMatchObject({ kind: 'recomputed', conflicts: 0 });
  expect(changed.map(({ kind }) => kind)).toEqual(booked.map((_, n) => ['cancelled', 'rescheduled'][n % 2]));
});

it('a process that has seen it done asks no more, whatever a newer one does', async () => {
  await inARow(1);
  const parts = { database, clock: shop.clock, log: silentLog, newId: randomUUID };
  const tick = untilRecomputed(parts, { version: 'a', rules: runtimeRules });
  await tick();
  await run('b', EASTWARD);
  await tick();
  expect(await keptRulesVersion(database)).toBe('b');
});
