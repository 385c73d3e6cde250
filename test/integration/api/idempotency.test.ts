/** Claims about Idempotency-Key: one request has one effect, however often and from wherever it is sent. */
import { randomUUID } from 'node:crypto';
import { forgetAnswers, KEPT_MILLIS } from '../../../jobs/forgetAnswers';
import { shiftedClock } from '../../../platform/clock';
import { testProduct, type Answer, type TestProduct } from '../../setup/product';
import { type Caller, callerOf, countOf, textAt, WISH } from './support/caller';

let product: TestProduct;
let garage: Caller;
/** Eight in the morning, on another day for each test: what one books is not in the way of the next. */
let wish: typeof WISH;
let day = 7;

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
});
beforeEach(async () => {
  do day += 1;
  while ([0, 6].includes(new Date(Date.UTC(2026, 3, day)).getUTCDay()));
  wish = { ...WISH, start: `2026-04-${String(day).padStart(2, '0')}T08:00` };
});
afterAll(() => product.stop());

const underKey = (key: string): Record<string, string> => ({ 'idempotency-key': key });
const book = (key: string, more: object = {}): Promise<Answer> =>
  garage.book({ ...wish, ...more }, underKey(key));
const booked = (): Promise<number> =>
  countOf(product, `bookings WHERE local_start LIKE '${wish.start.slice(0, 10)}%'`);
const KEPT = 'idempotency_keys';

test('a booking without one is refused', async () => {
  const { status, body } = await garage.post('/bookings', wish);
  expect([status, body['code'], body['rule']]).toEqual([400, 'idempotency-key-required', 'required']);
  expect(await booked()).toBe(0);
});

test.each([['x'.repeat(256)], ['with a space']])('%s is no key', async (key) => {
  const { status, body } = await book(key);
  expect([status, body['code']]).toEqual([400, 'idempotency-key-malformed']);
});

test('the same key and body get the same answer, with one effect, also when it is written otherwise', async () => {
  const key = randomUUID();
  const first = await book(key);
  const backwards = Object.fromEntries(Object.entries(wish).reverse());
  const again = await garage.post('/bookings', JSON.stringify(backwards, null, 2), underKey(key));
  expect([again.status, again.body]).toEqual([201, first.body]);
  expect([first, again].map(({ headers: each }) => each.get('idempotency-replayed'))).toEqual([null, 'true']);
  for (const name of ['etag', 'location']) expect(again.headers.get(name)).toBe(first.headers.get(name));
  expect(await booked()).toBe(1);
});

test('the answer stays the same after the booking has changed', async () => {
  const key = randomUUID();
  const first = await book(key);
  await garage.cancel(textAt(first, 'id'));
  expect((await book(key)).body).toEqual(first.body);
});

test('the same key with another body is refused and does nothing', async () => {
  const key = randomUUID();
  await book(key);
  const { status, body } = await book(key, { start: wish.start.replace('08', '11') });
  expect([status, body['code']]).toEqual([422, 'idempotency-key-reused']);
  expect(await booked()).toBe(1);
});

test.each([
  ['a body that does not fit', { customer: { name: '' } }],
  ['a rule that refuses', { start: '2026-03-29T10:00' }],
])('after %s a corrected request goes through under the same key', async (_what, wrong) => {
  const key = randomUUID();
  expect((await book(key, wrong)).status).toBe(422);
  expect(await countOf(product, `${KEPT} WHERE key = '${key}'`)).toBe(0);
  expect((await book(key)).status).toBe(201);
});

test('fifty at once under one key: one is executed, the others get its answer or are told to wait', async () => {
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 50 }, () => book(key)));
  const ids = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body['id']));
  const others = answers.filter(({ status }) => status !== 201);
  expect(ids.size).toBe(1);
  expect(new Set(others.map(({ status, body }) => `${String(status)} ${textAt({ body }, 'code')}`))).toEqual(
    new Set(others.length > 0 ? ['409 in-progress'] : []),
  );
  expect(await booked()).toBe(1);
});

test('a key is its tenant’s and its address’s: elsewhere it is another one', async () => {
  const key = randomUUID();
  const salon = callerOf(product, 'salon');
  const haircut = { service: 'haircut', branch: 'vanak', start: '2026-03-30T12:00' };
  const statuses = [
    (await book(key)).status,
    (await salon.book(haircut, underKey(key))).status,
    (await garage.post('/holds', wish, underKey(key))).status,
  ];
  expect(statuses).toEqual([201, 201, 201]);
});

test('answers are kept for a day at least, and forgotten some time after', async () => {
  await book(randomUUID());
  const kept = await countOf(product, KEPT);
  const { database, clock } = product.house.parts;
  const forgetAfter = (millis: number): Promise<number> =>
    forgetAnswers({ database, clock: shiftedClock(clock, millis) });
  expect(KEPT_MILLIS).toBeGreaterThanOrEqual(24 * 3_600_000);
  expect(await forgetAfter(KEPT_MILLIS - 60_000)).toBe(0);
  expect(await forgetAfter(KEPT_MILLIS + 60_000)).toBeGreaterThanOrEqual(kept);
  expect(await countOf(product, KEPT)).toBe(0);
});
