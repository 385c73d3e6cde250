/** Claims about what makes no sense: it is refused by a rule that is named, nothing is written, and nothing is given away. */
import { gzipSync } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import { testProduct, type TestProduct } from '../../setup/product';
import { ADA, callerOf, countOf, WISH, type Caller } from './support/caller';

let product: TestProduct;
let garage: Caller;

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
});
afterAll(() => product.stop());
afterEach(async () => {
  expect(await countOf(product, 'bookings')).toBe(0);
  expect(await countOf(product, 'customers')).toBe(0);
});

const MONDAY = { from: '2026-03-30', to: '2026-03-30' };

const INVALID = [
  ['no service', { service: undefined }, 'service'],
  ['an operator for a service', { service: { $gt: '' } }, 'service'],
  ['a list of services', { service: ['oil-change'] }, 'service'],
  ['SQL for a service', { service: "x'; DROP TABLE bookings; --" }, 'service'],
  ['an operator for a start', { start: { $ne: null } }, 'start'],
  ['a number for a start', { start: 1774857600000 }, 'start'],
  ['words for a start', { start: 'tomorrow' }, 'start'],
  ['a day for a start', { start: '2026-03-30' }, 'start'],
  ['a day that does not exist', { start: '2026-02-30T10:00' }, 'start'],
  ['an hour that does not exist', { start: '2026-03-30T24:00' }, 'start'],
  ['the middle of a minute', { start: '2026-03-30T10:00:30+02:00' }, 'start'],
  ['a year beyond all', { start: '9999-12-31T23:00:00Z' }, 'start'],
  ['a zone that nobody knows', { start: '2026-03-30T10:00[Europe/Nowhere]' }, 'start'],
  ['no customer', { customer: undefined }, 'customer'],
  ['a name for a customer', { customer: 'Ada' }, 'customer'],
  ['no name', { customer: { phone: ADA.phone } }, 'customer.name'],
  ['spaces for a name', { customer: { ...ADA, name: '  ' } }, 'customer.name'],
  ['a name with control characters', { customer: { ...ADA, name: 'A\u0000da' } }, 'customer.name'],
  ['half a character', { customer: { ...ADA, name: 'A\ud800' } }, 'customer.name'],
  ['no number', { customer: { name: 'Ada' } }, 'customer.phone'],
  ['words for a number', { customer: { ...ADA, phone: 'call me' } }, 'customer.phone'],
  ['too short a number', { customer: { ...ADA, phone: '12' } }, 'customer.phone'],
  ['an asset without a label', { asset: { plate: 'B-XY 1' } }, 'asset.label'],
  ['notes without end', { notes: 'x'.repeat(2001) }, 'notes'],
] as const;

test.each(INVALID)(
  'a booking with %s is a 422 that names the place, the value and the rule',
  async (_what, given, place) => {
    const { status, body } = await garage.book(given);
    expect([status, body['code'], body['place']]).toEqual([422, 'invalid', place]);
    expect(body['value']).toBeDefined();
    expect(body['rule']).not.toBe('');
    expect(JSON.stringify(body)).not.toMatch(/sequelize|postgres|select |node_modules/i);
  },
);

test.each([
  ['nothing', '', 400, 'malformed-json'],
  ['half an object', '{"service":', 400, 'malformed-json'],
  ['a name twice', '{"service":"oil-change","service":"brake-check"}', 400, 'malformed-json'],
  ['a number out of range', '{"service":1e400}', 400, 'malformed-json'],
  ['brackets without end', '['.repeat(30_000), 400, 'malformed-json'],
  ['nesting without sense', '['.repeat(9_000) + ']'.repeat(9_000), 400, 'malformed-json'],
  ['a list', '[]', 422, 'invalid'],
  ['null', 'null', 422, 'invalid'],
  ['more than a booking needs', JSON.stringify({ notes: 'x'.repeat(40_000) }), 413, 'too-large'],
] as const)('a body of %s is refused', async (_what, text, status, code) => {
  const answer = await garage.post('/bookings', text, { 'idempotency-key': randomUUID() });
  expect([answer.status, answer.body['code']]).toEqual([status, code]);
});

test('another type of body, and one that swells, are refused', async () => {
  const key = { 'idempotency-key': randomUUID(), authorization: 'Bearer demo-garage' };
  const form = await garage.post('/bookings', 'service=oil-change', {
    ...key,
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect([form.status, form.body['code']]).toEqual([415, 'unsupported-media-type']);
  const bomb = await fetch(`${product.url}/api/v1/bookings`, {
    method: 'POST',
    headers: { ...key, 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(20_000_000, 0x20)),
  });
  expect(bomb.status).toBe(413);
});

test('nobody books without a key, by a wrong one, or for another business', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const path = '/api/v1/bookings';
  const codes = [
    await product.post(path, WISH, { ...headers, 'x-tenant': 'garage' }),
    await product.post(path, WISH, { ...headers, authorization: 'Bearer demo-nobody' }),
    await product.post(path, WISH, { ...headers, authorization: 'Bearer demo-garage', 'x-tenant': 'salon' }),
  ].map(({ status, body }) => [status, body['code']]);
  expect(codes).toEqual([
    [401, 'key-required'],
    [401, 'unknown-key'],
    [403, 'other-tenant'],
  ]);
});

test.each([
  ['a window of ten years', 'from=2026-03-30&to=2036-03-30', 'window-too-large', 'to'],
  ['an end before its beginning', 'from=2026-03-30&to=2026-03-29', 'reversed-range', 'to'],
  ['a year beyond all', 'from=9999-01-01&to=9999-01-02', 'invalid', 'from'],
  ['an unknown status', 'status=held', 'invalid', 'status'],
  ['too long a page', 'limit=100000', 'invalid', 'limit'],
  ['no number for a limit', 'limit=1e400', 'invalid', 'limit'],
  ['a cursor of one’s own', 'cursor=abc', 'invalid', 'cursor'],
  ['an operator', 'reference[$ne]=x&service=%24gt', 'invalid', 'service'],
])('a list with %s is refused', async (_what, query, code, place) => {
  const { status, body } = await garage.get(`/bookings?${query}`);
  expect([status, body['code'], body['place']]).toEqual([422, code, place]);
  expect(body['value']).toBeDefined();
  expect(body['rule']).toBeDefined();
});

test.each([
  ['a window of ten years', { from: '2026-03-30', to: '2036-03-30' }, 'window-too-large', 'to'],
  ['an end before its beginning', { from: '2026-03-30', to: '2026-03-29' }, 'reversed-range', 'to'],
  ['a class of vehicle that nobody knows', { ...MONDAY, vehicle: 'tank' }, 'unknown-vehicle', 'vehicle'],
  ['a class in capitals', { ...MONDAY, vehicle: 'VAN' }, 'unknown-vehicle', 'vehicle'],
  ['an id that is none', { ...MONDAY, branch: '../mitte' }, 'invalid', 'branch'],
  ['a start in a gap', { from: '2026-03-29T02:30', to: '2026-03-30' }, 'gap', 'from'],
] as const)(
  'availability with %s names the place, the value and the rule',
  async (_what, query, code, place) => {
    const asked = new URLSearchParams({ service: 'oil-change', ...query });
    const { status, body } = await garage.get(`/availability?${asked.toString()}`);
    expect([status, body['code'], body['place']]).toEqual([422, code, place]);
    expect(body['value']).toBe(new Map(Object.entries(query)).get(place));
    expect(body['rule']).toEqual(expect.stringMatching(/\S/));
  },
);

test.each([
  ['a year beyond all', { from: '9999-01-01', to: '9999-01-02' }],
  ['an hour that does not exist', { from: '2026-03-30T24:00', to: '2026-03-31' }],
  ['an explanation of no time', { explain: 'noon' }],
])('availability with %s is refused', async (_what, query) => {
  const asked = new URLSearchParams({ service: 'oil-change', ...query });
  const { status, body } = await garage.get(`/availability?${asked.toString()}`);
  expect([status, body['code']]).toEqual([422, 'invalid']);
});
