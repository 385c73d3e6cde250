/** Limits a day and a week: counted in local days, the same for all at once, and free again with what is let go. */
import { randomUUID } from 'node:crypto';
import type { BusinessDefinition } from '../models/businessDefinition';
import type { Database } from '../platform/database';
import { clinic } from '../scripts/demo/clinic';
import { garage } from '../scripts/demo/garage';
import type { BookingLimits } from '../scheduling/business';
import { bookedBy, heldBy, Shop, wish, type Client } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { bookHold } from './bookHold';
import { placeHold } from './placeHold';
import { reschedule } from './reschedule';
import type { HoldInput, HoldResult } from './types';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40, acquireTimeout: 60_000 });
});

afterAll(() => database.close());

const ROUND_THE_CLOCK = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 }));

function alwaysOpen(definition: BusinessDefinition): BusinessDefinition {
  const branches = definition.branches.map((branch) => ({ ...branch, hours: ROUND_THE_CLOCK }));
  return { ...definition, branches };
}

function onService(limits: BookingLimits, definition: BusinessDefinition = garage): BusinessDefinition {
  return { ...definition, services: definition.services.map((service) => ({ ...service, limits })) };
}

function onPerson(id: string, limits: BookingLimits): BusinessDefinition {
  const resources = garage.resources.map((each) => (each.id === id ? { ...each, limits } : each));
  return { ...garage, resources };
}

function onCustomer(customerLimits: BookingLimits): BusinessDefinition {
  return { ...garage, policy: { ...garage.policy, customerLimits } };
}

function holdAs(client: Client, given: Partial<HoldInput>): Promise<HoldResult> {
  return shop.as(client, (commands) => commands.hold(wish(client, given), randomUUID()));
}

/** As somebody new. */
async function holdAt(start: string, given: Partial<HoldInput> = {}): Promise<HoldResult> {
  return holdAs(await shop.client(), { start, ...given });
}

async function kindsAt(starts: readonly string[], given: Partial<HoldInput> = {}): Promise<string[]> {
  const kinds = [];
  for (const start of starts) kinds.push((await holdAt(start, given)).kind);
  return kinds;
}

const halfHour = (index: number): string =>
  `2027-03-29T${String(8 + Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`;

describe('a limit of the service', () => {
  it('of three a day leaves exactly three of 32 who come at once', async () => {
    shop = await Shop.open(database, onService({ perDay: 3 }));
    const clients = await shop.clients(32);
    const results = await Promise.all(
      clients.map((client, at) => holdAs(client, { start: halfHour(at % 16) })),
    );
    expect(results.filter(({ kind }) => kind === 'held')).toHaveLength(3);
    const refused = results.filter(({ kind }) => kind === 'refused');
    expect(refused).toHaveLength(29);
    for (const each of refused) {
      const limit = { of: 'service', per: 'day', most: 3 };
      expect(each).toMatchObject({
        refusal: { rule: 'limit-reached', bound: '2027-03-30T00:00', limit },
      });
      const days = each.kind === 'refused' ? each.alternatives.map(({ start }) => start.slice(0, 10)) : [];
      expect(days.length).toBeGreaterThan(0);
      expect(days).not.toContain('2027-03-29');
    }
  });

  it('counts no hold that lapsed and no booking that was cancelled', async () => {
    shop = await Shop.open(database, onService({ perDay: 1 }));
    const client = await shop.client();
    const booking = await bookedBy(shop, client);
    expect(await holdAt(halfHour(8))).toMatchObject({ kind: 'refused' });
    await shop.as(client, (commands) =>
      commands.cancel({ bookingId: booking.id, shownFee: 0 }, randomUUID()),
    );
    expect(await kindsAt([halfHour(8), halfHour(9)])).toEqual(['held', 'refused']);
    shop.clock.advance(300_000);
    expect(await holdAt(halfHour(9))).toMatchObject({ kind: 'held' });
  });

  it('a week is counted from the first weekday on, over the end of a month', async () => {
    shop = await Shop.open(database, onService({ perWeek: 2 }));
    const week = ['2027-03-29T10:00', '2027-04-01T10:00', '2027-04-02T10:00', '2027-04-05T10:00'];
    expect(await kindsAt(week)).toEqual(['held', 'held', 'refused', 'held']);
    expect(await holdAt('2027-03-31T10:00')).toMatchObject({
      refusal: { rule: 'limit-reached', bound: '2027-04-05T00:00', limit: { per: 'week', most: 2 } },
    });
    expect(await holdAt('2027-03-27T10:00')).toMatchObject({ kind: 'held' });
  });

  it('a day is the local one when Berlin loses an hour', async () => {
    shop = await Shop.open(database, alwaysOpen(onService({ perDay: 2 })));
    const full = ['2027-03-28T00:00', '2027-03-28T23:30', '2027-03-28T12:00'];
    expect(await kindsAt(full)).toEqual(['held', 'held', 'refused']);
    expect(await kindsAt(['2027-03-27T23:30', '2027-03-29T00:00'])).toEqual(['held', 'held']);
  });

  it('a day is the local one when Cairo has no midnight', async () => {
    shop = await Shop.open(database, alwaysOpen(onService({ perDay: 1 }, clinic)));
    const seat = { service: 'vaccination', branch: 'maadi' };
    const around = ['2027-04-29T23:50', '2027-04-30T01:00', '2027-04-30T23:50', '2027-05-01T00:00'];
    expect(await kindsAt(around, seat)).toEqual(['held', 'held', 'refused', 'held']);
  });
});

describe('a limit of a person', () => {
  it('passes the work on to others, and refuses where nobody is left', async () => {
    shop = await Shop.open(database, onPerson('ali', { perDay: 1 }));
    expect(await holdAt(halfHour(0))).toMatchObject({ hold: { people: ['ali'] } });
    expect(await holdAt(halfHour(2))).toMatchObject({ hold: { people: ['jana'] } });
    expect(await holdAt(halfHour(4), { person: 'ali' })).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'limit-reached', limit: { of: 'resource', per: 'day', most: 1 } },
    });
  });

  it('sends who named no branch to another one', async () => {
    shop = await Shop.open(database, onPerson('tom', { perDay: 1 }));
    await heldBy(shop, await shop.client(), { branch: 'nord' });
    expect(await holdAt(halfHour(8), { branch: 'nord' })).toMatchObject({ kind: 'refused' });
    const elsewhere = { service: 'brake-check', start: halfHour(8) };
    const result = await shop.run({ kind: 'api', key: 'demo' }, (context) =>
      placeHold(context, elsewhere, randomUUID()),
    );
    expect(result).toMatchObject({ kind: 'held', hold: { branch: 'mitte' } });
  });
});

describe('a limit of the customer', () => {
  it('counts all services together, and nobody else’s', async () => {
    shop = await Shop.open(database, onCustomer({ perDay: 1 }));
    const client = await shop.client();
    await bookedBy(shop, client);
    const other = { service: 'oil-change', start: halfHour(10) };
    expect(await holdAs(client, other)).toMatchObject({ refusal: { limit: { of: 'customer' } } });
    expect(await holdAt(halfHour(10))).toMatchObject({ kind: 'held' });
  });

  it('holds for a time that was held for nobody and becomes theirs', async () => {
    shop = await Shop.open(database, onCustomer({ perDay: 1 }));
    const api = { kind: 'api', key: 'demo' } as const;
    const customer = { name: 'Ada Lovelace', phone: '+4915112345678' };
    const book = async (start: string): ReturnType<typeof bookHold> => {
      const input = { service: 'brake-check', start };
      const made = await shop.run(api, (context) => placeHold(context, input, randomUUID()));
      const hold = made.kind === 'held' ? made.hold.id : '';
      return shop.run(api, (context) => bookHold(context, { hold, customer }, randomUUID()));
    };
    expect(await book(halfHour(0))).toMatchObject({ kind: 'confirmed' });
    expect(await book(halfHour(4))).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'limit-reached', limit: { of: 'customer' } },
    });
  });
});

describe('a booking that moves', () => {
  it('does not count against itself, and stays where the other day is full', async () => {
    shop = await Shop.open(database, onService({ perDay: 1 }));
    const client = await shop.client();
    const booking = await bookedBy(shop, client);
    await bookedBy(shop, await shop.client(), { start: '2027-03-30T10:00' });
    const to = (start: string): ReturnType<typeof reschedule> =>
      shop.run({ kind: 'customer', ...client }, (context) =>
        reschedule(context, { bookingId: booking.id, start }, randomUUID()),
      );
    expect(await to('2027-03-29T12:00')).toMatchObject({ kind: 'rescheduled' });
    const refused = await to('2027-03-30T12:00');
    expect(refused).toMatchObject({ kind: 'refused', refusal: { rule: 'limit-reached' } });
    const offered = refused.kind === 'refused' ? refused.alternatives.map(({ start }) => start) : [];
    expect(offered.some((start) => start.startsWith('2027-03-30'))).toBe(false);
    expect(await shop.as(client, (commands) => commands.look(booking.id))).toMatchObject({
      start: '2027-03-29T12:00',
    });
  });

  it('is a hold too', async () => {
    shop = await Shop.open(database, onService({ perDay: 1 }));
    const client = await shop.client();
    const held = await heldBy(shop, client);
    const moved = await shop.as(client, (commands) =>
      commands.move({ ...wish(client, { start: halfHour(8) }), bookingId: held.id }, randomUUID()),
    );
    expect(moved).toMatchObject({ kind: 'held', hold: { start: halfHour(8) } });
  });
});
