/** Claims about the public reads: what is offered, where, when, and how a question that makes no sense is refused. */
import { testProduct, type TestProduct } from '../../setup/product';

let product: TestProduct;
const GARAGE = { 'x-tenant': 'garage' };

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.stop());

test('services come with minutes, buffers and prices in major units', async () => {
  const { status, body } = await product.get('/api/v1/services', GARAGE);
  expect(status).toBe(200);
  expect(body['services']).toHaveLength(6);
  expect(body['services']).toContainEqual({
    id: 'tyre-change',
    name: 'Tyre change',
    minutes: 60,
    minutesByPerson: {},
    buffer: { before: 0, after: 15 },
    price: { amount: 79, currency: 'EUR' },
    depositPercent: 0,
    needs: [
      { kind: 'person', share: false, resources: ['ali', 'jana', 'tom'] },
      { kind: 'bay', share: false, resources: ['lift-1', 'lift-2', 'lift-3'] },
    ],
    limits: { perDay: null, perWeek: null },
  });
});

test.each([
  ['Accept-Language', { ...GARAGE, 'accept-language': 'de-DE,en;q=0.5' }, ''],
  ['?locale', GARAGE, '?locale=de'],
])('names are in the language of %s', async (_what, headers, query) => {
  const { body } = await product.get(`/api/v1/services${query}`, headers);
  expect(body['services']).toContainEqual(expect.objectContaining({ id: 'oil-change', name: 'Ölwechsel' }));
});

test('a price in rials has no decimals to lose', async () => {
  const { body } = await product.get('/api/v1/services', { 'x-tenant': 'salon' });
  expect(body['services']).toContainEqual(
    expect.objectContaining({ id: 'haircut', price: { amount: 4_500_000, currency: 'IRR' } }),
  );
});

test('branches come with zone, address and hours', async () => {
  const { body } = await product.get('/api/v1/branches', GARAGE);
  expect(body['branches']).toContainEqual(
    expect.objectContaining({
      id: 'mitte',
      zone: 'Europe/Berlin',
      address: 'Linienstraße 10, 10178 Berlin',
      hours: expect.arrayContaining([{ weekday: 6, from: '09:00', to: '13:00' }]),
    }),
  );
});

test('a tenant tells its name, languages, currency, calendar and rules', async () => {
  const { body } = await product.get('/api/v1/tenants/salon');
  expect(body).toMatchObject({ slug: 'salon', languages: ['fa', 'en'], currency: 'IRR', calendar: 'jalali' });
  expect(body).toMatchObject({ weekStart: 6, vehicles: null, policy: { horizonDays: 45, holdMinutes: 5 } });
  expect((await product.get('/api/v1/tenants/garage')).body).toMatchObject({ vehicles: ['van'] });
});

test.each([
  ['/api/v1/services', {}, 400, 'tenant-required'],
  ['/api/v1/services', { 'x-tenant': 'nobody' }, 404, 'unknown-tenant'],
  ['/api/v1/services', { 'x-tenant': "x'; --" }, 404, 'unknown-tenant'],
  ['/api/v1/tenants/nobody', {}, 404, 'unknown-tenant'],
  ['/demo/nobody', {}, 404, 'unknown-tenant'],
  ['/api/v1/services', { authorization: 'Bearer demo-nobody' }, 401, 'unknown-key'],
  ['/api/v1/services', { authorization: 'Bearer demo-garage', 'x-tenant': 'salon' }, 403, 'other-tenant'],
  ['/api/v1/bookings', GARAGE, 401, 'key-required'],
  ['/api/v1/nothing', GARAGE, 404, 'not-found'],
  ['/demo/%E0%A4%A', {}, 400, 'malformed-address'],
] as const)('GET %s with %j is refused with %i %s', async (path, headers, status, code) => {
  const answer = await product.get(path, headers);
  expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  expect([answer.status, answer.body['code']]).toEqual([status, code]);
  expect(answer.body['title']).not.toBe('');
});

test('the demo key opens the bookings of its business alone', async () => {
  const { status, body } = await product.get('/api/v1/bookings', { authorization: 'Bearer demo-garage' });
  expect([status, body]).toEqual([200, { bookings: [], next: null }]);
});
