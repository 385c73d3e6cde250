/** Staff decide against the rules, with a reason that is kept, and never against what is taken. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { garage } from '../scripts/demo/garage';
import { bookedBy, Shop } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { createBooking, type CreateBookingInput, type CreateBookingResult } from './createBooking';
import { reschedule } from './reschedule';
import type { Actor, Override, RescheduleResult } from './types';

const AGENT: Actor = { kind: 'agent', agentId: randomUUID() };
const BECAUSE = { reason: 'the owner’s own car' };
const ADA = { name: 'Ada Lovelace', phone: '+4915112345678' };

const STRICT = {
  ...garage,
  policy: { ...garage.policy, customerLimits: { perDay: 1 } },
  services: garage.services.map((each) => ({
    ...each,
    limits: { perDay: 1 },
    needs: each.needs.map((need) => ({ ...need, pool: need.pool.filter((id) => id !== 'jana') })),
  })),
  resources: garage.resources.map((each) =>
    each.id === 'ali'
      ? { ...each, hours: [{ weekday: 2, from: 480, to: 600 }], limits: { perDay: 1 } }
      : each,
  ),
};

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database, STRICT);
});

afterEach(async () => {
  expect(await shop.overlaps()).toEqual([]);
});

type Given = Partial<Pick<CreateBookingInput, 'person' | 'start' | 'branch'>>;

function book(given: Given, override?: Override, actor = AGENT): Promise<CreateBookingResult> {
  const usual = { service: 'brake-check', branch: 'mitte', start: '2027-03-30T08:00', customer: ADA };
  const input = { ...usual, ...given, ...(override ? { override } : {}) };
  return shop.run(actor, (context) => createBooking(context, input, randomUUID()));
}

const cases: readonly (readonly [string, Given])[] = [
  ['on a closed day, off the grid', { start: '2027-03-28T03:07' }],
  ['sooner than the notice allows', { start: '2027-03-26T09:05' }],
  ['beyond the horizon', { start: '2028-03-30T08:00' }],
  ['outside the hours of whom it is for', { person: 'ali', start: '2027-03-31T08:00' }],
  ['with a person who does other things', { person: 'jana' }],
];

it.each(cases)('a time %s is booked for staff who say why, and for nobody else', async (_name, given) => {
  expect((await book(given)).kind).not.toBe('booked');
  const booked = await book(given, BECAUSE);
  expect(booked).toMatchObject({ kind: 'booked', booking: { overrideReason: BECAUSE.reason } });
  if (booked.kind !== 'booked') return;
  expect(booked.booking.start).toBe(given.start ?? '2027-03-30T08:00');
  if (given.person !== undefined) expect(booked.booking.people).toEqual([given.person]);
});

it('limits yield too, and what was booked beyond them counts', async () => {
  expect(await book({})).toMatchObject({ kind: 'booked' });
  expect(await book({ start: '2027-03-30T09:00' })).toMatchObject({
    refusal: { rule: 'limit-reached' },
  });
  expect(await book({ start: '2027-03-30T09:00' }, BECAUSE)).toMatchObject({ kind: 'booked' });
});

it('what is taken stays taken, and what staff took is taken', async () => {
  expect(await book({ start: '2027-03-28T03:07' }, BECAUSE)).toMatchObject({ kind: 'booked' });
  const again = { start: '2027-03-28T03:20', person: 'ali' };
  expect(await book(again, BECAUSE)).toMatchObject({ kind: 'taken' });
});

it('a time that does not exist is refused to staff as well, and so is one that is past', async () => {
  expect(await book({ start: '2027-03-28T02:30' }, BECAUSE)).toMatchObject({ refusal: { rule: 'gap' } });
  expect(await book({ start: '2027-03-26T08:00' }, BECAUSE)).toMatchObject({ refusal: { rule: 'past' } });
});

it('history says who did it and why', async () => {
  const booked = await book({ start: '2027-03-28T03:07' }, BECAUSE);
  const id = booked.kind === 'booked' ? booked.booking.id : '';
  const rows = await shop.rows('SELECT actor, deed, after FROM booking_history WHERE booking_id = $1', [id]);
  expect(rows).toMatchObject([
    {
      actor: AGENT,
      deed: 'booked',
      after: { overrideReason: BECAUSE.reason, start: expect.any(Number) as number },
    },
  ]);
});

describe('a booking moved by staff', () => {
  const move = (bookingId: string, actor: Actor): Promise<RescheduleResult> =>
    shop.run(actor, (context) =>
      reschedule(context, { bookingId, start: '2027-03-28T20:00', override: BECAUSE }, randomUUID()),
    );

  it('goes to a closed day and keeps why', async () => {
    const booking = await bookedBy(shop, await shop.client(), { start: '2027-03-30T08:00' });
    expect(await move(booking.id, AGENT)).toMatchObject({
      kind: 'rescheduled',
      booking: { start: '2027-03-28T20:00', overrideReason: BECAUSE.reason },
    });
  });

  it('is never so moved by its customer', async () => {
    const client = await shop.client();
    const booking = await bookedBy(shop, client, { start: '2027-03-30T08:00' });
    const customer: Actor = { kind: 'customer', ...client };
    await expect(move(booking.id, customer)).rejects.toThrow('may not override');
    await expect(book({}, BECAUSE, customer)).rejects.toThrow('may not override');
  });
});
