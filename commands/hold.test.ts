/** Holding an exact time: what is claimed, what is refused, and what is offered instead. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/database';
import { clinic } from '../scripts/demo/clinic';
import { garage } from '../scripts/demo/garage';
import { Shop, wish } from '../test/integration/data/support/shop';
import { testDatabase } from '../test/setup/database';
import { hold } from './hold';
import type { HoldInput, HoldResult } from './types';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

beforeEach(async () => {
  shop = await Shop.open(database);
});

async function holdFor(given: Partial<HoldInput> = {}): Promise<HoldResult> {
  const client = await shop.client();
  return shop.as(client, (commands) => commands.hold(wish(client, given), randomUUID()));
}

describe('a free time', () => {
  it('is held with all that a read-back needs', async () => {
    expect(await holdFor()).toMatchObject({
      kind: 'held',
      hold: {
        status: 'held',
        reference: expect.stringMatching(/^[A-HJKMNP-Z2-9]{6}$/) as string,
        start: '2027-03-29T10:00',
        end: '2027-03-29T10:30',
        zone: 'Europe/Berlin',
        people: ['ali'],
        resources: ['ali', 'lift-1'],
        price: 3900,
        currency: 'EUR',
        heldUntil: shop.clock.now() + 300_000,
      },
    });
  });

  it('takes half as long again for a van, on the grid, and costs half as much again', async () => {
    const result = await holdFor({ service: 'oil-change', assetClass: 'van' });
    expect(result).toMatchObject({ kind: 'held', hold: { end: '2027-03-29T11:15', price: 13_350 } });
  });

  it('is done by the person wished for, and by another only where nobody was wished for', async () => {
    expect(await holdFor({ person: 'jana' })).toMatchObject({ hold: { people: ['jana'] } });
    expect(await holdFor({ person: 'jana' })).toMatchObject({ kind: 'taken' });
    expect(await holdFor()).toMatchObject({ hold: { people: ['ali'] } });
  });

  it('is free again for others at the very instant at which the hold ends, without any job', async () => {
    for (const person of ['ali', 'jana']) await holdFor({ person });
    shop.clock.advance(299_999);
    expect(await holdFor()).toMatchObject({ kind: 'taken' });
    shop.clock.advance(1);
    expect(await holdFor()).toMatchObject({ kind: 'held' });
  });

  it('keeps one of five seats for each, and the room whole for who needs it whole', async () => {
    shop = await Shop.open(database, clinic);
    const seat = { service: 'vaccination', branch: 'maadi', start: '2027-03-29T10:00' };
    const seats = [];
    for (let n = 0; n < 6; n += 1) seats.push((await holdFor(seat)).kind);
    expect(seats).toEqual(['held', 'held', 'held', 'held', 'held', 'taken']);
    const whole = { ...seat, service: 'check-up' };
    expect(await holdFor(whole)).toMatchObject({ hold: { resources: ['mona', 'room-1'] } });
    const karim = { ...seat, service: 'dental-cleaning' };
    expect(await holdFor(karim)).toMatchObject({ kind: 'taken' });
    expect(await shop.overlaps()).toEqual([]);
  });
});

describe('a time that is taken', () => {
  it('comes with at most three alternatives, none of them the time itself', async () => {
    for (const person of ['ali', 'jana']) await holdFor({ person });
    const result = await holdFor();
    expect(result).toMatchObject({ kind: 'taken' });
    const starts = result.kind === 'taken' ? result.alternatives.map((slot) => slot.start) : [];
    expect(starts).toHaveLength(3);
    expect(starts).toContain('2027-03-29T09:30');
    expect(starts).toContain('2027-03-29T10:30');
    expect(starts).not.toContain('2027-03-29T10:00');
  });
});

describe('a time that the rules refuse', () => {
  const cases: readonly [string, Partial<HoldInput>, object][] = [
    ['on a closed day', { start: '2027-03-28T10:00' }, { rule: 'closed' }],
    ['that ends after closing', { start: '2027-03-29T16:45' }, { rule: 'closed', bound: '2027-03-29T16:30' }],
    ['in the past', { start: '2027-03-26T08:30' }, { rule: 'past' }],
    ['too soon', { start: '2027-03-26T09:45' }, { rule: 'too-soon', bound: '2027-03-26T10:00' }],
    ['beyond the horizon', { start: '2027-05-27T10:00' }, { rule: 'beyond-horizon' }],
    ['off the grid', { start: '2027-03-29T10:05' }, { rule: 'off-grid', bound: '2027-03-29T10:15' }],
    [
      'that clocks jump over',
      { start: '2027-03-28T02:30' },
      { rule: 'gap', readings: ['2027-03-28T01:45', '2027-03-28T03:00'] },
    ],
    ['for a service nobody offers', { service: 'haircut' }, { rule: 'unknown-service', value: 'haircut' }],
    ['at a branch that is none', { branch: 'west' }, { rule: 'unknown-branch', value: 'west' }],
    ['by somebody unknown', { person: 'max' }, { rule: 'unknown-resource', value: 'max' }],
    ['by somebody of another branch', { person: 'tom' }, { rule: 'wrong-branch', value: 'tom' }],
  ];

  it.each(cases)('is refused %s', async (_name, given, refusal) => {
    expect(await holdFor(given)).toMatchObject({ kind: 'refused', refusal });
  });

  it('is answered with the nearest steps of the grid that clocks leave, wherever the grid begins', async () => {
    const policy = { ...garage.policy, gridOffsetMinutes: 5 };
    shop = await Shop.open(database, { ...garage, policy });
    expect(await holdFor({ start: '2027-03-28T02:30' })).toMatchObject({
      refusal: { rule: 'gap', readings: ['2027-03-28T01:50', '2027-03-28T03:05'] },
    });
  });

  it('is answered with the nearest open days where the day is closed', async () => {
    const result = await holdFor({ start: '2027-03-28T10:00' });
    const starts = result.kind === 'refused' ? result.alternatives.map((slot) => slot.start) : [];
    expect(starts).toContain('2027-03-27T10:00');
    expect(starts).toContain('2027-03-29T10:00');
  });

  it('allows the notice to the minute', async () => {
    expect(await holdFor({ start: '2027-03-26T10:00' })).toMatchObject({ kind: 'held' });
  });
});

describe('many holds', () => {
  it('are no more than the business allows a customer', async () => {
    const client = await shop.client();
    const at = (start: string): Promise<HoldResult> =>
      shop.as(client, (commands) => commands.hold(wish(client, { start }), randomUUID()));
    expect(await at('2027-03-29T10:00')).toMatchObject({ kind: 'held' });
    expect(await at('2027-03-29T11:00')).toMatchObject({ kind: 'held' });
    expect(await at('2027-03-29T12:00')).toMatchObject({ refusal: { rule: 'too-many-holds', value: '2' } });
    shop.clock.advance(300_000);
    expect(await at('2027-03-29T12:00')).toMatchObject({ kind: 'held' });
  });

  it('are one where the key is the same', async () => {
    const client = await shop.client();
    const key = randomUUID();
    const again = (): Promise<HoldResult> => shop.as(client, (commands) => commands.hold(wish(client), key));
    const [first, second] = [await again(), await again()];
    expect(second).toEqual(first);
    expect(await shop.rows('SELECT id FROM bookings')).toHaveLength(1);
  });

  it('are nobody else’s to make', async () => {
    const [mine, other] = [await shop.client(), await shop.client()];
    const attempt = shop.as(mine, (commands) => commands.hold(wish(other), randomUUID()));
    await expect(attempt).rejects.toThrow('may not act for');
  });
});

describe('a business that changed since it was read', () => {
  it('is read again before anything is held', async () => {
    const client = await shop.client();
    const result = await shop.run({ kind: 'customer', ...client }, async (context) => {
      await context.tx.simple(`
        INSERT INTO hours_exceptions (tenant_id, branch_id, day, open) VALUES ('${shop.tenant.tenantId}', 'mitte', '2027-03-29', '[]');
        UPDATE tenants SET version = version + 1`);
      return hold(context, wish(client), randomUUID());
    });
    expect(result).toMatchObject({ kind: 'refused', refusal: { rule: 'closed' } });
  });
});
