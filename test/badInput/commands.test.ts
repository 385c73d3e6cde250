/** Claims about wishes that make no sense: each is refused by the rule it breaks, with its value, and nothing is written. */
import { randomUUID } from 'node:crypto';
import { bindCommands, createBooking, placeHold, reschedule } from '../../commands';
import type { BookingView, HoldInput, Refusal } from '../../commands/types';
import type { Database } from '../../platform/database';
import { testDatabase } from '../setup/database';
import { bookedBy, Shop, wish, type Client } from '../integration/data/support/shop';
import { everyRow } from './everyRow';

let database: Database;
let shop: Shop;
let client: Client;
let booking: BookingView;
let before: Readonly<Record<string, number>>;

beforeAll(async () => {
  database = await testDatabase();
  shop = await Shop.open(database);
  client = await shop.client();
  booking = await bookedBy(shop, client, { start: '2027-03-29T10:00' });
});
afterAll(() => database.close());

beforeEach(async () => {
  before = await everyRow(database, shop.tenant.tenantId);
});
afterEach(async () => {
  expect(await everyRow(database, shop.tenant.tenantId)).toEqual(before);
});

interface Refused {
  readonly kind: string;
  readonly refusal?: Refusal;
}

/** The same wish to every command that takes one. */
function everyDoor(given: Partial<HoldInput>): Promise<readonly Refused[]> {
  const input = wish(client, given);
  const { service, start, branch } = input;
  const person = given.person === undefined ? {} : { person: given.person };
  const customer = { name: 'Ada Lovelace', phone: '+4915112345678' };
  return shop.run({ kind: 'api', key: 'test' }, async (context) => {
    const commands = bindCommands(context, undefined, client);
    return [
      await commands.hold(input, randomUUID()),
      await commands.move({ ...input, bookingId: booking.id }, randomUUID()),
      await createBooking(context, { service, start, branch, customer, ...person }, randomUUID()),
      await placeHold(context, { service, start, branch, ...person }, randomUUID()),
    ];
  });
}

const NUL = String.fromCharCode(0);

test.each([
  ['a service of no name', { service: '' }, 'unknown-service'],
  ['a service in another case', { service: 'Brake-Check' }, 'unknown-service'],
  ['a service with a NUL', { service: `brake-check${NUL}` }, 'unknown-service'],
  ['SQL for a service', { service: `x'; DROP TABLE bookings; --` }, 'unknown-service'],
  ['a name without end', { service: 'x'.repeat(100_000) }, 'unknown-service'],
  ['a property of every object', { service: '__proto__' }, 'unknown-service'],
  ['a branch nobody knows', { branch: 'constructor' }, 'unknown-branch'],
  ['a branch with a NUL', { branch: `mitte${NUL}` }, 'unknown-branch'],
  ['a person nobody knows', { person: 'nobody' }, 'unknown-resource'],
  ['somebody of the other branch', { person: 'tom' }, 'wrong-branch'],
  ['a time long gone', { start: '1970-01-01T00:00' }, 'past'],
  ['yesterday', { start: '2027-03-25T10:00' }, 'past'],
  ['the next minute', { start: '2027-03-26T09:15' }, 'too-soon'],
  ['a time beyond the horizon', { start: '2027-12-29T10:00' }, 'beyond-horizon'],
  ['a thousand years from now', { start: '3027-03-29T10:00' }, 'beyond-horizon'],
  ['a time off the grid', { start: '2027-03-29T10:07' }, 'off-grid'],
  ['midnight', { start: '2027-03-29T00:00' }, 'closed'],
  ['a Sunday', { start: '2027-04-04T10:00' }, 'closed'],
  ['an end after closing', { start: '2027-03-29T16:45' }, 'closed'],
] as const)('%s is refused by its rule at every door', async (_what, given, rule) => {
  const answers = await everyDoor(given);
  const values = Object.values(given);
  for (const { kind, refusal } of answers) {
    expect([kind, refusal?.rule]).toEqual(['refused', rule]);
    expect(values).toContain(refusal?.value);
  }
});

test('a wall time in a gap is refused with the nearest two', async () => {
  for (const { kind, refusal } of await everyDoor({ start: '2027-03-28T02:30' })) {
    expect([kind, refusal]).toEqual([
      'refused',
      { rule: 'gap', value: '2027-03-28T02:30', readings: ['2027-03-28T01:45', '2027-03-28T03:00'] },
    ]);
  }
});

test('a wall time that comes twice is asked about: first or second', async () => {
  for (const { kind, refusal } of await everyDoor({ start: '2027-10-31T02:30' })) {
    expect([kind, refusal?.rule, refusal?.readings]).toEqual([
      'refused',
      'repeated',
      ['2027-10-31T02:30:00+02:00', '2027-10-31T02:30:00+01:00'],
    ]);
  }
});

test.each([
  '2027-02-30T10:00',
  '2027-13-01T10:00',
  '2027-03-29T24:00',
  '2027-03-29T10:00:00',
  'tomorrow',
  '',
])('what is no local time at all ("%s") is a fault of the caller, told by value and rule', async (start) => {
  await expect(everyDoor({ start })).rejects.toThrow(RangeError);
  await expect(everyDoor({ start })).rejects.toThrow(/is not a (day|time|local time)/);
});

test('a booking is not rescheduled into nonsense, and stands', async () => {
  const to = (start: string, more: object = {}): Promise<Refused> =>
    shop.run({ kind: 'api', key: 'test' }, (context) =>
      reschedule(context, { bookingId: booking.id, start, ...more }, randomUUID()),
    );
  const rules = [
    await to('2027-03-28T02:30'),
    await to('2027-03-29T10:07'),
    await to('2027-04-04T10:00'),
    await to('2027-03-30T10:00', { branch: 'south' }),
    await to('2027-03-30T10:00', { person: 'nobody' }),
  ].map(({ refusal }) => refusal?.rule);
  expect(rules).toEqual(['gap', 'off-grid', 'closed', 'unknown-branch', 'unknown-resource']);
  const unknown = { bookingId: randomUUID(), start: '2027-03-30T10:00' };
  const nobody = await shop.run({ kind: 'api', key: 'test' }, (context) =>
    reschedule(context, unknown, randomUUID()),
  );
  expect(nobody).toEqual({ kind: 'unknown' });
  const [row] = await shop.rows('SELECT local_start AS start, version FROM bookings');
  expect(row).toEqual({ start: '2027-03-29T10:00', version: 2 });
});
