/** Many at once: the right winners, no overlap, and nobody sees a deadlock. */
import { randomUUID } from 'node:crypto';
import type { BookingView, HoldInput, HoldResult } from '../../../commands/types';
import { beginChange } from '../../../models/statements/businesses';
import { TestClock } from '../../../platform/clock';
import type { Database } from '../../../platform/database';
import { clinic } from '../../../scripts/demo/clinic';
import { testDatabase } from '../../setup/database';
import { bookedBy, heldBy, Shop, wish, type Client } from './support/shop';

const LONG = process.env['NOBAT_LONG'] !== undefined;

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

function hold(client: Client, given: Partial<HoldInput>): Promise<HoldResult> {
  return shop.as(client, (commands) => commands.hold(wish(client, given), randomUUID()));
}

function confirm(client: Client, view: BookingView): Promise<{ kind: string }> {
  return shop.as(client, (commands) => commands.confirm({ bookingId: view.id, shown: view }, randomUUID()));
}

function move(
  client: Client,
  view: BookingView,
  given: Partial<HoldInput>,
): Promise<HoldResult | { kind: 'gone' }> {
  return shop.as(client, (commands) =>
    commands.move({ ...wish(client, given), bookingId: view.id }, randomUUID()),
  );
}

/** One place at a time: Tom and Lift 3. */
const NORD = { branch: 'nord' };

function kinds(results: readonly { kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of results) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

describe.each([32, 200])('%i clients', (count) => {
  it('hold one free time: one has it, all others are offered something else', async () => {
    const clients = await shop.clients(count);
    const results = await Promise.all(clients.map((client) => hold(client, NORD)));
    expect(kinds(results)).toEqual({ held: 1, taken: count - 1 });
    const offered = results.flatMap((result) =>
      result.kind === 'taken' ? [result.alternatives.length] : [],
    );
    expect(new Set(offered)).toEqual(new Set([3]));
  });

  it('hold, then confirm, times that overlap one another', async () => {
    const starts = ['10:00', '10:15', '10:30', '10:45', '11:00'];
    const clients = await shop.clients(count);
    const results = await Promise.all(
      clients.map((client, n) =>
        hold(client, { start: `2027-03-29T${starts[n % 5] ?? ''}`, service: 'oil-change' }),
      ),
    );
    const held = results.flatMap((result, n) =>
      result.kind === 'held' ? [{ client: clients[n], hold: result.hold }] : [],
    );
    expect(held.length).toBeGreaterThanOrEqual(2);
    const confirmed = await Promise.all(held.map((each) => confirm(each.client as Client, each.hold)));
    expect(kinds(confirmed)).toEqual({ confirmed: held.length });
  });
});

it('move their holds onto one time at once: one gets there, all others keep what they had', async () => {
  const clients = await shop.clients(12);
  const holds = await Promise.all(
    clients.map((client, n) =>
      heldBy(shop, client, {
        ...NORD,
        start: `2027-03-${String(29 + (n % 3))}T${String(10 + Math.floor(n / 3))}:00`,
      }),
    ),
  );
  const moved = await Promise.all(
    clients.map((client, n) => move(client, holds[n] as BookingView, { ...NORD, start: '2027-03-29T14:30' })),
  );
  expect(kinds(moved)).toEqual({ held: 1, taken: 11 });
  const confirmed = await Promise.all(
    clients.map(async (client, n) => {
      const now = await shop.as(client, (commands) => commands.look(holds[n]?.id ?? ''));
      return confirm(client, now as BookingView);
    }),
  );
  expect(kinds(confirmed)).toEqual({ confirmed: 12 });
});

it('change places in opposite orders, again and again, and nobody meets a deadlock', async () => {
  const [one, two] = (await shop.clients(2)) as [Client, Client];
  const times = ['2027-03-29T10:00', '2027-03-29T10:15'] as const;
  let holds = [
    await heldBy(shop, one, { person: 'ali' }),
    await heldBy(shop, two, { person: 'jana' }),
  ] as const;
  for (let round = 0; round < (LONG ? 1000 : 60); round += 1) {
    const start = times[round % 2] ?? times[0];
    const people = round % 2 === 0 ? (['jana', 'ali'] as const) : (['ali', 'jana'] as const);
    await Promise.all([
      move(one, holds[0], { start, person: people[0] }),
      move(two, holds[1], { start, person: people[1] }),
    ]);
    const now = await Promise.all([
      shop.as(one, (commands) => commands.look(holds[0].id)),
      shop.as(two, (commands) => commands.look(holds[1].id)),
    ]);
    expect(now.map((view) => view?.status)).toEqual(['held', 'held']);
    holds = now as [BookingView, BookingView];
  }
});

it('want the last seats: five of five are given, and not one more', async () => {
  shop = await Shop.open(database, clinic);
  const seat = { service: 'vaccination', branch: 'maadi', start: '2027-03-29T10:00' };
  const clients = await shop.clients(40);
  const results = await Promise.all(clients.map((client) => hold(client, seat)));
  expect(kinds(results)).toEqual({ held: 5, taken: 35 });
});

it('a yes in the last millisecond and somebody else’s hold in the next: one of them has the time', async () => {
  const outcomes = [];
  for (let round = 0; round < (LONG ? 200 : 25); round += 1) {
    shop = await Shop.open(database);
    const [owner, other] = (await shop.clients(2)) as [Client, Client];
    const mine = await heldBy(shop, owner, NORD);
    const lapse = mine.heldUntil ?? 0;
    const yes = shop.as(
      owner,
      (commands) => commands.confirm({ bookingId: mine.id, shown: mine }, randomUUID()),
      new TestClock(lapse - 1),
    );
    const theirs = shop.as(
      other,
      (commands) => commands.hold(wish(other, NORD), randomUUID()),
      new TestClock(lapse),
    );
    const [confirmed, held] = await Promise.all([yes, theirs]);
    outcomes.push(`${confirmed.kind} ${held.kind}`);
    expect(await shop.overlaps()).toEqual([]);
    expect(await shop.halfTaken()).toEqual([]);
  }
  expect(new Set(outcomes.filter((each) => each !== 'confirmed taken' && each !== 'taken held'))).toEqual(
    new Set(),
  );
});

it('book while the business closes that day: who was first has the time, nobody books after it', async () => {
  const clients = await shop.clients(24);
  const closing = database.inTenant(shop.tenant.tenantId, async (tx) => {
    await beginChange(tx);
    await tx.simple(`INSERT INTO hours_exceptions (tenant_id, branch_id, day, open)
      VALUES ('${shop.tenant.tenantId}', 'mitte', '2027-03-29', '[]')`);
  });
  const times = ['08', '09', '10', '11', '12', '13'];
  const booking = clients.map((client, n) => hold(client, { start: `2027-03-29T${times[n % 6] ?? ''}:00` }));
  const results = await Promise.all(booking);
  await closing;
  const made = await shop.rows<{ version: number }>('SELECT business_version AS version FROM bookings');
  expect(new Set(made.map((each) => each.version))).not.toContain(2);
  expect(made).toHaveLength(kinds(results)['held'] ?? 0);
  const late = await hold(clients[0] as Client, { start: '2027-03-29T14:00' });
  expect(late).toMatchObject({ kind: 'refused', refusal: { rule: 'closed' } });
});

it('reschedule, cancel and hold at random: no overlap, nothing half done, no error', async () => {
  const random = numbers(20_270_329);
  const clients = await shop.clients(16);
  const rounds = LONG ? 50 : 6;
  await Promise.all(
    clients.map(async (client) => {
      for (let round = 0; round < rounds; round += 1) await anything(client, random);
    }),
  );
  expect(await shop.rows('SELECT deed FROM booking_history')).toContainEqual({ deed: 'confirmed' });
});

async function anything(client: Client, random: () => number): Promise<void> {
  const start = `2027-03-29T${String(10 + Math.floor(random() * 4))}:${random() < 0.5 ? '00' : '30'}`;
  const branch = random() < 0.5 ? 'mitte' : 'nord';
  const result = await hold(client, {
    branch,
    start,
    service: random() < 0.5 ? 'tyre-change' : 'oil-change',
  });
  if (result.kind !== 'held') return;
  const what = random();
  if (what < 0.3) await move(client, result.hold, { branch: 'mitte', start: '2027-03-29T15:00' });
  else if (what < 0.6) await confirm(client, result.hold);
  else if (what < 0.8) await shop.as(client, (commands) => commands.release(result.hold.id));
  else await bookedBy(shop, client, { branch: 'mitte', start: '2027-03-30T09:00' }).catch(onlyTaken);
}

function onlyTaken(error: unknown): void {
  if (!(error instanceof Error) || !/^not (held|confirmed)/.test(error.message)) throw error;
}

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
