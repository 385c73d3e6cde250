/** Claims about /plans and /series: several things at once, and appointments that recur, all or none. */
import { randomUUID } from 'node:crypto';
import { testProduct, type Answer, type TestProduct } from '../../setup/product';
import { ADA, callerOf, countOf, textAt, type Caller } from './support/caller';
import { faultsOf, type Document } from './support/contract';

let product: TestProduct;
let garage: Caller;
let document: Document;

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
  document = (await product.get('/openapi.json')).body as unknown as Document;
});
afterAll(() => product.stop());

const keyed = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });
const bookings = (): Promise<number> => countOf(product, 'bookings');

async function said(path: string, body: object, headers = keyed()): Promise<Answer> {
  const answer = await garage.post(path, body, headers);
  expect(faultsOf(document, 'post', `/api/v1${path}`, answer)).toEqual([]);
  return answer;
}

const item = (id: string, start: string, more: object = {}): object => {
  return { id, service: 'brake-check', start, asset: { label: id }, ...more };
};
const plan = (day: string, more: object = {}): object => ({
  branch: 'nord',
  customer: ADA,
  items: [item('golf', `${day}T10:00`), item('polo', `${day}T10:30`)],
  ...more,
});

test('a plan is looked for, with people and prices, before anything is held', async () => {
  const items = [
    { id: 'golf', service: 'brake-check', asset: { label: 'Golf' } },
    { id: 'van', service: 'oil-change', asset: { label: 'van' }, with: 'golf' },
  ];
  const before = await bookings();
  const quote = await said('/plans/quote', { items, from: '2026-03-30', to: '2026-03-30', limit: 1 });
  expect(quote).toMatchObject({
    status: 200,
    body: {
      complete: true,
      impossible: [],
      plans: [
        {
          branch: 'mitte',
          start: '2026-03-30T08:00:00+02:00',
          end: '2026-03-30T09:15:00+02:00',
          resources: ['ali', 'jana'],
          price: 172.5,
          items: [{ item: 'golf' }, { item: 'van', price: 133.5 }],
        },
      ],
    },
  });
  const sunday = await said('/plans/quote', { items, from: '2026-03-29', to: '2026-03-29' });
  expect(sunday.body).toMatchObject({ plans: [], impossible: ['golf', 'van'] });
  expect(await bookings()).toBe(before);
});

test('a plan is booked whole, once by its key, and each booking is one like others', async () => {
  const headers = keyed();
  const body = plan('2026-03-31');
  const booked = await said('/plans', body, headers);
  expect(booked).toMatchObject({
    status: 201,
    body: { price: 78, bookings: [{ status: 'confirmed', attendee: 'Ada Lovelace', asset: 'golf' }, {}] },
  });
  const again = await said('/plans', body, headers);
  expect(again.body).toEqual(booked.body);
  const [first] = booked.body['bookings'] as unknown as { id: string }[];
  expect((await garage.cancel(first?.id ?? '')).body['status']).toBe('cancelled');
});

test('a plan of which part is taken books nothing, and other plans come with the answer', async () => {
  await garage.book({ branch: 'nord', start: '2026-04-01T10:30' });
  const before = await bookings();
  const taken = await said('/plans', plan('2026-04-01'));
  expect(taken).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
  const [other] = taken.body['alternatives'] as unknown as { items: { item: string }[] }[];
  expect(other?.items.map((each) => each.item)).toEqual(['golf', 'polo']);
  expect(await bookings()).toBe(before);
});

test('what is wrong with a plan is told with its item', async () => {
  const codes = [
    plan('2026-04-02', { items: [] }),
    plan('2026-04-02', { branch: 'west' }),
    plan('2026-04-02', { items: [item('golf', '2026-04-02T10:00', { service: 'massage' })] }),
    plan('2026-04-02', { items: [item('golf', '2026-04-02T10:00'), item('golf', '2026-04-02T11:00')] }),
    plan('2026-04-02', { items: [item('golf', '2026-04-02T10:00', { after: ['polo'] })] }),
    plan('2026-04-02', {
      items: [item('golf', '2026-04-02T10:00'), item('polo', '2026-04-02T10:15', { after: ['golf'] })],
    }),
    plan('2026-04-05'),
  ].map(async (body) => (await said('/plans', body)).body['code']);
  expect(await Promise.all(codes)).toEqual([
    'invalid',
    'unknown-branch',
    'unknown-service',
    'same-item-twice',
    'unknown-item',
    'out-of-place',
    'closed',
  ]);
});

describe('a series', () => {
  const series = (more: object = {}): object => ({
    service: 'brake-check',
    branch: 'nord',
    first: '2026-04-07T14:00',
    rule: { every: 1, unit: 'week', count: 3 },
    ...more,
  });

  test('is checked day by day, and booked without the days that are skipped', async () => {
    await garage.book({ branch: 'nord', start: '2026-04-14T14:00' });
    const checked = await said('/series/check', series());
    expect(checked).toMatchObject({
      status: 200,
      body: {
        conflicts: 1,
        price: 78,
        occurrences: [
          { kind: 'free', date: '2026-04-07' },
          {
            kind: 'conflict',
            date: '2026-04-14',
            reasons: expect.arrayContaining(['slot-taken']) as unknown,
          },
          { kind: 'free', date: '2026-04-21' },
        ],
      },
    });
    const before = await bookings();
    const refused = await said('/series', series({ customer: ADA }));
    expect(refused).toMatchObject({ status: 409, body: { code: 'slot-taken', occurrences: [{}, {}, {}] } });
    expect(await bookings()).toBe(before);
    const headers = keyed();
    const body = series({ customer: ADA, skip: ['2026-04-14'] });
    const booked = await said('/series', body, headers);
    expect(booked).toMatchObject({ status: 201, body: { bookings: [{ status: 'confirmed' }, {}] } });
    expect((await said('/series', body, headers)).body).toEqual(booked.body);
    expect(textAt(booked, 'id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('has to be one', async () => {
    const codes = [
      series({ rule: { every: 1, unit: 'week' } }),
      series({ rule: { every: 0, unit: 'week', count: 2 } }),
      series({ rule: { every: 1, unit: 'week', count: 2, until: '2026-05-01' } }),
      series({ rule: { every: 1, unit: 'day', until: '2036-05-01' } }),
      series({ skip: ['2026-04-08'] }),
      series({ service: 'massage' }),
    ].map(async (body) => (await said('/series/check', body)).body['code']);
    expect(await Promise.all(codes)).toEqual([
      'invalid',
      'invalid',
      'invalid',
      'impossible-rule',
      'unknown-occurrence',
      'unknown-service',
    ]);
  });
});
