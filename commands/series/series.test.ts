/** Appointments that recur: checked before anything is booked, booked all or none, changed one, from one on, or all. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database';
import { bookedBy, Shop, type Client } from '../../test/integration/data/support/shop';
import { testDatabase } from '../../test/setup/database';
import { withPlans } from '../plans/shop.fixture';
import type { BookingView } from '../types';
import type { BookSeriesInput, BookSeriesResult, SeriesInput } from './types';

let database: Database;
let shop: Shop;
let client: Client;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database);
  client = await shop.client();
});

afterEach(async () => {
  expect(await shop.overlaps()).toEqual([]);
  expect(await shop.halfTaken()).toEqual([]);
});

/** Every three weeks from Monday 29 March 2027, at Nord, where there is one person and one lift. */
const SERIES: SeriesInput = {
  service: 'brake-check',
  branch: 'nord',
  first: '2027-03-29T10:00',
  rule: { every: 3, unit: 'week', ends: { kind: 'count', count: 4 } },
};

function book(given: Partial<BookSeriesInput> = {}, key: string = randomUUID()): Promise<BookSeriesResult> {
  return withPlans(shop, client, (commands) => commands.bookSeries({ ...SERIES, ...client, ...given }, key));
}

async function booked(given: Partial<BookSeriesInput> = {}): Promise<readonly BookingView[]> {
  const result = await book(given);
  if (result.kind !== 'booked') throw new Error(`not booked: ${JSON.stringify(result)}`);
  return result.bookings;
}

async function starts(): Promise<string[]> {
  const text = `SELECT local_start AS start FROM bookings WHERE series_id IS NOT NULL AND status = 'confirmed' ORDER BY 1`;
  return (await shop.rows<{ start: string }>(text)).map((row) => row.start);
}

const DAYS = ['2027-03-29', '2027-04-19', '2027-05-10', '2027-05-31'];
const atTen = DAYS.map((day) => `${day}T10:00`);

describe('before anything is booked', () => {
  it('tells of each day whether it can be had, why not, and what could be had instead', async () => {
    await bookedBy(shop, await shop.client(), { branch: 'nord', start: '2027-04-19T10:15' });
    const checked = await withPlans(shop, client, (commands) => commands.checkSeries(SERIES));
    expect(checked).toMatchObject({
      kind: 'checked',
      conflicts: 1,
      price: 11_700,
      occurrences: [
        { kind: 'free', date: DAYS[0], slot: { start: atTen[0], people: ['tom'] }, price: 3900 },
        {
          kind: 'conflict',
          start: atTen[1],
          reasons: ['slot-taken', 'slot-taken'],
          alternatives: [{ start: '2027-04-19T09:45', differs: 'time' }, {}, {}],
        },
        { kind: 'free' },
        { kind: 'free' },
      ],
    });
    expect(await starts()).toEqual([]);
  });

  it('keeps the last day of the month for days that a month lacks', async () => {
    const monthly = { every: 1, unit: 'month', ends: { kind: 'count', count: 3 } } as const;
    const input = { ...SERIES, first: '2027-03-31T10:00', rule: monthly };
    const checked = await withPlans(shop, client, (commands) => commands.checkSeries(input));
    const dates = checked.kind === 'checked' ? checked.occurrences.map((each) => each.date) : [];
    expect(dates).toEqual(['2027-03-31', '2027-04-30', '2027-05-31']);
  });

  it('asks which, where clocks show a time twice, and names the nearest two where they show it never', async () => {
    const around = async (first: string): Promise<unknown> => {
      const input = {
        ...SERIES,
        first,
        rule: { ...SERIES.rule, ends: { kind: 'count', count: 1 } as const },
      };
      const checked = await withPlans(shop, client, (commands) => commands.checkSeries(input));
      return checked.kind === 'checked' ? checked.occurrences[0] : checked;
    };
    expect(await around('2027-03-28T02:30')).toMatchObject({
      kind: 'gap',
      readings: ['2027-03-28T01:45', '2027-03-28T03:00'],
    });
    shop.clock.set('2027-10-20T08:00:00Z');
    expect(await around('2027-10-31T02:30')).toMatchObject({
      kind: 'repeated',
      readings: ['2027-10-31T02:30:00+02:00', '2027-10-31T02:30:00+01:00'],
    });
  });

  it('refuses what is no series, and names what is not there', async () => {
    const given: Partial<BookSeriesInput>[] = [
      { service: 'massage' },
      { branch: 'west' },
      { person: 'nobody' },
      { person: 'ali' },
      { rule: { ...SERIES.rule, every: 0 } },
      { first: '2027-13-01T10:00' },
      { first: '2027-09-06T10:00' },
      { skip: ['2027-04-20'] },
      { skip: DAYS },
      { replacements: [{ date: '2027-04-19', start: '2027-04-31T10:00' }] },
    ];
    const results = await Promise.all(given.map((each) => book(each)));
    expect(results.map((each) => each.kind === 'refused' && each.refusal.rule)).toEqual([
      'unknown-service',
      'unknown-branch',
      'unknown-resource',
      'wrong-branch',
      'impossible-rule',
      'impossible-rule',
      'beyond-horizon',
      'unknown-occurrence',
      'nothing-left',
      'impossible-rule',
    ]);
  });
});

describe('booking', () => {
  it('books all of them, past the horizon too, and once by the same key', async () => {
    const key = randomUUID();
    const first = await book({}, key);
    expect(first).toMatchObject({ kind: 'booked', bookings: [{ status: 'confirmed' }, {}, {}, {}] });
    expect(await book({}, key)).toEqual(first);
    expect(await starts()).toEqual(atTen);
  });

  it('books nothing when one of them is taken, and those agreed on when it is skipped or replaced', async () => {
    await bookedBy(shop, await shop.client(), { branch: 'nord', start: '2027-04-19T10:15' });
    expect(await book()).toMatchObject({
      kind: 'conflicts',
      occurrences: [{}, { kind: 'conflict' }, {}, {}],
    });
    expect(await starts()).toEqual([]);
    await booked({
      skip: ['2027-05-10'],
      replacements: [{ date: '2027-04-19', start: '2027-04-20T11:00' }],
    });
    expect(await starts()).toEqual([atTen[0], '2027-04-20T11:00', atTen[3]]);
  });
});

describe('changing', () => {
  const cancel = (booking: BookingView | undefined, scope: 'this' | 'following' | 'all'): Promise<object> =>
    withPlans(shop, client, (commands) =>
      commands.cancelSeries({ bookingId: booking?.id ?? '', scope, shownFee: 0 }, randomUUID()),
    );
  const move = (booking: BookingView | undefined, start: string, skip: string[] = []): Promise<object> =>
    withPlans(shop, client, (commands) =>
      commands.rescheduleSeries({ bookingId: booking?.id ?? '', start, skip }, randomUUID()),
    );

  it('cancels this one, this and those after it, or all that are left', async () => {
    const [, second, third] = await booked();
    expect(await cancel(second, 'this')).toMatchObject({ kind: 'cancelled', bookings: [{}] });
    expect(await starts()).toEqual([atTen[0], atTen[2], atTen[3]]);
    expect(await cancel(third, 'following')).toMatchObject({ kind: 'cancelled', bookings: [{}, {}] });
    expect(await starts()).toEqual([atTen[0]]);
    expect(await cancel(second, 'all')).toMatchObject({ kind: 'cancelled', bookings: [{}] });
    expect(await cancel(second, 'all')).toEqual({ kind: 'over' });
    expect(await starts()).toEqual([]);
  });

  it('moves this and those after it, onto times that overlap what they had', async () => {
    const [, second] = await booked();
    expect(await move(second, '2027-04-19T10:15')).toMatchObject({
      kind: 'rescheduled',
      bookings: [{ start: '2027-04-19T10:15' }, {}, {}],
    });
    expect(await starts()).toEqual([atTen[0], '2027-04-19T10:15', '2027-05-10T10:15', '2027-05-31T10:15']);
  });

  it('leaves all as they stood when one of the new times is taken, unless it is skipped', async () => {
    const [, second] = await booked();
    await bookedBy(shop, await shop.client(), { branch: 'nord', start: '2027-05-11T11:00' });
    expect(await move(second, '2027-04-20T11:00')).toMatchObject({
      kind: 'conflicts',
      occurrences: [{ kind: 'free' }, { kind: 'conflict', date: '2027-05-10' }, { kind: 'free' }],
    });
    expect(await starts()).toEqual(atTen);
    expect(await move(second, '2027-04-20T11:00', ['2027-05-10'])).toMatchObject({ kind: 'rescheduled' });
    expect(await starts()).toEqual([atTen[0], '2027-04-20T11:00', atTen[2], '2027-06-01T11:00']);
  });

  it('knows no series of somebody else, and changes nothing that is over', async () => {
    const [first] = await booked();
    const own = client;
    client = await shop.client();
    expect(await cancel(first, 'all')).toEqual({ kind: 'unknown' });
    expect(await move(first, '2027-03-29T11:00')).toEqual({ kind: 'unknown' });
    client = own;
    shop.clock.set('2027-03-29T09:00:00Z');
    expect(await move(first, '2027-03-30T11:00')).toEqual({ kind: 'over' });
    expect(await starts()).toEqual(atTen);
  });
});
