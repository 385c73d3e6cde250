/** Changes at once: of one booking by several, of two bookings into each other's time, of the business under those who book. */
import { randomUUID } from 'node:crypto';
import { createBooking, reschedule } from '../../../commands';
import type { BookingView } from '../../../commands/types';
import { expireLapsedHolds } from '../../../models/statements/expiry';
import { TestClock } from '../../../platform/clock';
import type { Database } from '../../../platform/database';
import { BRANCH, openStudio, STARTS } from '../../model/studio';
import { testDatabase } from '../../setup/database';
import { bookedBy, heldBy, Shop, statusOf, wish, type Client } from './support/shop';

const ROUNDS = process.env['NOBAT_LONG'] === undefined ? 12 : 200;

let database: Database;
let shop: Shop;
let one: Client;
let two: Client;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 24, acquireTimeout: 60_000 });
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database);
  [one, two] = (await shop.clients(2)) as [Client, Client];
});

afterEach(async () => {
  expect(await shop.overlaps()).toEqual([]);
  expect(await shop.halfTaken()).toEqual([]);
});

type Answer = Promise<{ readonly kind: string }>;

const move = (client: Client, { id }: BookingView, start: string): Answer =>
  shop.run({ kind: 'customer', ...client }, (context) =>
    reschedule(context, { bookingId: id, start }, randomUUID()),
  );
const cancel = (client: Client, { id }: BookingView): Answer =>
  shop.as(client, (commands) => commands.cancel({ bookingId: id, shownFee: 0 }, randomUUID()));
const confirm = (client: Client, view: BookingView, clock?: TestClock): Answer =>
  shop.as(client, (commands) => commands.confirm({ bookingId: view.id, shown: view }, randomUUID()), clock);

const kinds = async (...answers: Answer[]): Promise<string> =>
  (await Promise.all(answers)).map(({ kind }) => kind).join(' ');

const liveRows = (id: string): Promise<object[]> =>
  shop.rows('SELECT start_minute FROM allocations WHERE booking_id = $1 AND live', [id]);

const deeds = async (id: string): Promise<string> => {
  const text = 'SELECT deed FROM booking_history WHERE booking_id = $1 ORDER BY version';
  return (await shop.rows<{ deed: string }>(text, [id])).map(({ deed }) => deed).join(' ');
};

const NORD = { branch: 'nord' };
const at = (hour: number): string => `2027-03-30T${String(hour).padStart(2, '0')}:00`;

describe('two bookings that want each other’s time', () => {
  it('both stay where they are when there is one who could do it', async () => {
    const first = await bookedBy(shop, one, { ...NORD, start: at(10) });
    const second = await bookedBy(shop, two, { ...NORD, start: at(11) });
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(await kinds(move(one, first, at(11)), move(two, second, at(10)))).toBe('taken taken');
    }
    expect([await liveRows(first.id), await liveRows(second.id)].map((rows) => rows.length)).toEqual([2, 2]);
  });

  it('change places again and again where there are two', async () => {
    const first = await bookedBy(shop, one, { start: at(10) });
    const second = await bookedBy(shop, two, { start: at(11) });
    for (let round = 0; round < ROUNDS; round += 1) {
      const [mine, theirs] = round % 2 === 0 ? [11, 10] : [10, 11];
      expect(await kinds(move(one, first, at(mine)), move(two, second, at(theirs)))).toBe(
        'rescheduled rescheduled',
      );
    }
    expect(await deeds(first.id)).toBe(
      ['held', 'confirmed', ...Array<string>(ROUNDS).fill('rescheduled')].join(' '),
    );
  });

  it('want the same third time: one has it, the other keeps what it had', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      shop = await Shop.open(database);
      const first = await bookedBy(shop, (one = await shop.client()), { ...NORD, start: at(10) });
      const second = await bookedBy(shop, (two = await shop.client()), { ...NORD, start: at(11) });
      const answers = await kinds(move(one, first, at(13)), move(two, second, at(13)));
      expect(['rescheduled taken', 'taken rescheduled']).toContain(answers);
    }
  });
});

it('cancel against reschedule: cancelled in the end, and its time is free, whoever was first', async () => {
  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const booking = await bookedBy(shop, one, { ...NORD, start: at(10) });
    seen.add(await kinds(cancel(one, booking), move(one, booking, at(14))));
    expect(await statusOf(shop, booking.id)).toBe('cancelled');
    expect(await liveRows(booking.id)).toEqual([]);
  }
  expect([...seen].filter((each) => each !== 'cancelled over' && each !== 'cancelled rescheduled')).toEqual(
    [],
  );
});

it('two say yes to the same hold: it is confirmed once', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const hold = await heldBy(shop, one, {
      ...NORD,
      start: `2027-04-${String(1 + (round % 2)).padStart(2, '0')}T10:00`,
    });
    expect(await kinds(confirm(one, hold), confirm(one, hold))).toBe('confirmed confirmed');
    expect(await deeds(hold.id)).toBe('held confirmed');
    await cancel(one, hold);
  }
});

it('a yes against a move of the same hold: booked where it was, or moved and read back anew', async () => {
  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    shop = await Shop.open(database);
    const client = await shop.client();
    const hold = await heldBy(shop, client, NORD);
    const moved = shop.as(client, (commands) =>
      commands.move({ ...wish(client, { ...NORD, start: at(14) }), bookingId: hold.id }, randomUUID()),
    );
    const answers = await kinds(confirm(client, hold), moved);
    seen.add(`${answers} ${(await statusOf(shop, hold.id)) ?? ''}`);
  }
  const right = ['confirmed gone confirmed', 'changed held held'];
  expect([...seen].filter((each) => !right.includes(each))).toEqual([]);
});

it('a yes in the last millisecond against the job that lets holds go: what was confirmed is not let go', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    shop = await Shop.open(database);
    const client = await shop.client();
    const hold = await heldBy(shop, client, NORD);
    const lapse = hold.heldUntil ?? 0;
    const job = database.inTenant(shop.tenant.tenantId, (tx) => expireLapsedHolds(tx, lapse, 10));
    const answer = await confirm(client, hold, new TestClock(lapse - 1));
    await job;
    expect(answer.kind).toBe('confirmed');
    expect(await statusOf(shop, hold.id)).toBe('confirmed');
    expect(await liveRows(hold.id)).toHaveLength(2);
  }
});

it('seats are taken away while they are booked: nobody books one that is not there any more', async () => {
  const studio = await openStudio(database);
  shop = studio.shop;
  const seats = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = STARTS[(round * 4) % STARTS.length] ?? '';
    const booking = [0, 1, 2, 3].map((n) => {
      const customer = { name: 'Ada Lovelace', phone: `+49151000000${String(10 + n)}` };
      return shop.run({ kind: 'api', key: 'race' }, (context) =>
        createBooking(context, { service: 'seat', start, branch: BRANCH, customer }, randomUUID()),
      );
    });
    const wanted = 1 + (round % 3);
    const [cut, ...made] = await Promise.all([studio.setSeats(wanted), ...booking]);
    expect(made.filter(({ kind }) => kind !== 'booked' && kind !== 'taken')).toEqual([]);
    const standing = await shop.rows(
      `SELECT a.unit FROM allocations AS a JOIN resources AS r ON r.tenant_id = a.tenant_id AND r.id = a.resource_id
       JOIN tenants AS t ON t.tenant_id = a.tenant_id
       JOIN bookings AS b ON b.tenant_id = a.tenant_id AND b.id = a.booking_id
       WHERE a.live AND a.unit >= r.capacity AND b.business_version = t.version`,
    );
    expect(standing).toEqual([]);
    seats.add(cut.result);
    await shop.rows(
      `UPDATE bookings SET status = 'cancelled' WHERE status = 'confirmed' AND $1::integer % 2 = 0`,
      [round],
    );
  }
  expect([...seats].filter((each) => !['changed', 'unchanged', 'hindered'].includes(each))).toEqual([]);
});
