/** Claims about Idempotency-Key: one request has one effect, however often and from wherever it is sent. */
import { randomUUID } from 'node:crypto';
import { forgetAnswers, KEPT_MILLIS } from '../../../jobs/forgetAnswers';
import { shiftedClock } from '../../../platform/clock';
import { testProduct, type TestProduct } from '../../setup/product';
import { callerOf, countOf, WISH, type Caller } from './support/caller';

let product: TestProduct;
let garage: Caller;

beforeEach(async () => {
  product = await testProduct();
  garage = callerOf(product);
});
afterEach(() => product.stop());

const underKey = (key: string): Record<string, string> => ({ 'idempotency-key': key });
const KEPT = 'idempotency_keys';

test('a booking without one is refused', async () => {
  const { status, body } = await garage.post('/bookings', WISH);
  expect([status, body['code'], body['rule']]).toEqual([400, 'idempotency-key-required', 'required']);
  expect(await countOf(product, 'bookings')).toBe(0);
});

test.each([['x'.repeat(256)], ['with a space']])('%s is no key', async (key) => {
  const { status, body } = await garage.book({}, underKey(key));
  expect([status, body['code']]).toEqual([400, 'idempotency-key-malformed']);
});

test('the same key and body get the same answer, with one effect, also when it is written otherwise', async () => {
  const headers = underKey(randomUUID());
  const first = await garage.book({}, headers);
  const backwards = Object.fromEntries(Object.entries(WISH).reverse());
  const again = await garage.post('/bookings', JSON.stringify(backwards, null, 2), headers);
  expect([again.status, again.body]).toEqual([201, first.body]);
  expect([first, again].map(({ headers: each }) => each.get('idempotency-replayed'))).toEqual([null, 'true']);
  for (const name of ['etag', 'location']) expect(again.headers.get(name)).toBe(first.headers.get(name));
  expect(await countOf(product, 'bookings')).toBe(1);
});

test('the answer stays the same after the booking has changed', async () => {
  const headers = underKey(randomUUID());
  const first = await garage.book({}, headers);
  await garage.cancel(String(first.body['id']));
  expect((await garage.book({}, headers)).body).toEqual(first.body);
});

test('the same key with another body is refused and does nothing', async () => {
  const headers = underKey(randomUUID());
  await garage.book({}, headers);
  const { status, body } = await garage.book({ start: '2026-03-30T11:00' }, headers);
  expect([status, body['code']]).toEqual([422, 'idempotency-key-reused']);
  expect(await countOf(product, 'bookings')).toBe(1);
});

test.each([
  ['a body that does not fit', { customer: { name: '' } }],
  ['a rule that refuses', { start: '2026-03-29T10:00' }],
])('after %s a corrected request goes through under the same key', async (_what, wrong) => {
  const headers = underKey(randomUUID());
  expect((await garage.book(wrong, headers)).status).toBe(422);
  expect(await countOf(product, KEPT)).toBe(0);
  expect((await garage.book({}, headers)).status).toBe(201);
});

test('fifty at once under one key: one is executed, the others get its answer or are told to wait', async () => {
  const headers = underKey(randomUUID());
  const answers = await Promise.all(Array.from({ length: 50 }, () => garage.book({}, headers)));
  const ids = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body['id']));
  const others = answers.filter(({ status }) => status !== 201);
  expect(ids.size).toBe(1);
  expect(new Set(others.map(({ status, body }) => `${String(status)} ${String(body['code'])}`))).toEqual(
    new Set(others.length > 0 ? ['409 in-progress'] : []),
  );
  expect(await countOf(product, 'bookings')).toBe(1);
});

test('a key is its tenant’s and its address’s: elsewhere it is another one', async () => {
  const headers = underKey(randomUUID());
  const salon = callerOf(product, 'salon');
  const wish = { service: 'haircut', branch: 'vanak', start: '2026-03-30T12:00' };
  const statuses = [
    (await garage.book({}, headers)).status,
    (await salon.book(wish, headers)).status,
    (await garage.post('/holds', { ...WISH, start: '2026-03-30T14:00' }, headers)).status,
  ];
  expect(statuses).toEqual([201, 201, 201]);
});

test('answers are kept for a day at least, and forgotten some time after', async () => {
  await garage.book();
  const { database, clock } = product.house.parts;
  const forgetAfter = (millis: number): Promise<number> =>
    forgetAnswers({ database, clock: shiftedClock(clock, millis) });
  expect(KEPT_MILLIS).toBeGreaterThanOrEqual(24 * 3_600_000);
  expect(await forgetAfter(KEPT_MILLIS - 60_000)).toBe(0);
  expect(await forgetAfter(KEPT_MILLIS + 60_000)).toBe(1);
  expect(await countOf(product, KEPT)).toBe(0);
});
