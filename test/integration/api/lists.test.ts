/** Claims about lists: pages that neither lose nor repeat a booking, filters, resources, and reasons for a time not offered. */
import { testProduct, type Answer, type Json, type TestProduct } from '../../setup/product';
import { type Caller, callerOf, textAt } from './support/caller';

let product: TestProduct;
let garage: Caller;
const ids = new Map<string, string>();

const TIMES = ['08:00', '09:00', '10:00', '11:00', '12:00'];

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
  for (const time of TIMES)
    for (const resource of ['ali', 'jana']) {
      const made = await garage.book({ start: `2026-03-30T${time}`, resource });
      ids.set(`${time} ${resource}`, textAt(made, 'id'));
    }
  await garage.cancel(ids.get('08:00 ali') ?? '');
});
afterAll(() => product.stop());

const idsOf = ({ body }: Answer): string[] =>
  (body['bookings'] as unknown as { id: string }[]).map(({ id }) => id);
const codesOf = (reasons: Json | undefined): string[] =>
  ((reasons ?? []) as unknown as { code: string }[]).map(({ code }) => code);

test('page after page shows every booking once, soonest first', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await garage.get(`/bookings?limit=3${cursor}`);
    expect(idsOf(page).length).toBeLessThanOrEqual(3);
    seen.push(...idsOf(page));
    cursor = page.body['next'] === null ? '' : `&cursor=${textAt(page, 'next')}`;
  } while (cursor !== '');
  expect(seen).toEqual(idsOf(await garage.get('/bookings')));
  expect(seen).toHaveLength(10);
});

test.each([
  ['status=cancelled', ['08:00 ali']],
  ['status=confirmed&from=2026-03-30T08:00&to=2026-03-30T08:30', ['08:00 jana']],
  ['resource=ali&from=2026-03-30T11:00:00%2B02:00', ['11:00 ali', '12:00 ali']],
  ['branch=nord', []],
  ['service=oil-change', []],
  ['from=2026-03-31', []],
])('?%s shows what it says', async (query, names) => {
  expect(idsOf(await garage.get(`/bookings?${query}`)).sort()).toEqual(
    names.map((name) => ids.get(name)).sort(),
  );
});

test('a reference finds its booking whenever it is', async () => {
  const made = await garage.book({ start: '2026-05-26T10:00' });
  const reference = textAt(made, 'reference').toLowerCase();
  expect(idsOf(await garage.get(`/bookings?reference=${reference}`))).toEqual([made.body['id']]);
});

test('resources come with what they serve', async () => {
  const { body } = await product.get('/api/v1/resources', { 'x-tenant': 'clinic' });
  expect(body['resources']).toContainEqual({
    id: 'room-2',
    kind: 'room',
    name: 'Room 2',
    branch: 'maadi',
    capacity: 5,
    services: expect.arrayContaining(['vaccination', 'consultation']),
    hours: null,
    exceptions: [],
    limits: { perDay: null, perWeek: null },
  });
});

const explainAt = (start: string, more = ''): Promise<Answer> =>
  garage.get(`/availability?service=brake-check&branch=mitte&explain=${encodeURIComponent(start)}${more}`);

test.each([
  ['2026-03-30T14:00', '', []],
  ['2026-03-27T09:45', '', ['too-soon']],
  ['2026-03-29T10:00', '', ['closed']],
  ['2026-03-30T06:07', '', ['closed', 'off-grid']],
  // Ali, and both lifts
  ['2026-03-30T10:00:00+02:00', '&resource=ali', ['slot-taken', 'slot-taken']],
  ['2026-03-30T10:00', '&resource=tom', ['wrong-branch']],
])('%s%s is explained by %j', async (start, more, codes) => {
  const { status, body } = await explainAt(start, more);
  expect(status).toBe(200);
  expect(codesOf(body['reasons'])).toEqual(codes);
});

test('what a public reader may not know is whose booking stands in the way', async () => {
  const path = '/api/v1/availability?service=brake-check&branch=mitte&resource=ali&explain=2026-03-30T10:00';
  const own = await garage.get(path.slice('/api/v1'.length));
  const open = await product.get(path, { 'x-tenant': 'garage' });
  const blockers = [own, open].map(({ body }) => body['reasons']?.[0]?.['by']);
  expect(blockers).toEqual([
    [{ resource: 'ali', because: 'booking', booking: ids.get('10:00 ali') }],
    [{ resource: 'ali', because: 'booking' }],
  ]);
  expect(open.body['alternatives']).not.toHaveLength(0);
});

test('taking away the reason makes the start appear', async () => {
  await garage.cancel(ids.get('12:00 jana') ?? '');
  const { body } = await explainAt('2026-03-30T12:00', '&resource=jana');
  expect(codesOf(body['reasons'])).toEqual([]);
  const starts = (body['slots'] as unknown as { start: string }[]).map(({ start }) => start);
  expect(starts).toContain('2026-03-30T12:00:00+02:00');
});

test('without a branch a start is explained unless one of them offers it', async () => {
  const path = '/availability?service=brake-check&explain=';
  expect(codesOf((await garage.get(`${path}2026-03-30T10:00`)).body['reasons'])).toEqual([]);
  const { body } = await garage.get(`${path}2026-03-29T10:00`);
  const told = (body['reasons'] as unknown as { code: string; branch: string }[]).map(
    ({ code, branch }) => `${branch} ${code}`,
  );
  expect(told).toEqual(['mitte closed', 'nord closed']);
});
