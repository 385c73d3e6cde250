/** Claims about /holds: a time kept for five minutes, with or without a name, and made a booking. */
import { randomUUID } from 'node:crypto';
import { testProduct, type Answer, type TestProduct } from '../../setup/product';
import { ADA, callerOf, type Caller, countOf, textAt, WISH, without } from './support/caller';

let product: TestProduct;
let garage: Caller;

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
});
afterAll(() => product.stop());

const ANYBODY = { ...WISH, customer: undefined };
const idOf = (answer: Answer): string => textAt(answer, 'id');
const bookHold = (hold: string, more: object = {}): Promise<Answer> =>
  garage.post('/bookings', { hold, ...more }, { 'idempotency-key': randomUUID() });
const release = (id: string): Promise<Answer> =>
  product.send('DELETE', `/api/v1/holds/${id}`, undefined, { authorization: 'Bearer demo-garage' });

test('a hold keeps the time for five minutes and becomes the booking, under the same id and reference', async () => {
  const held = await garage.post('/holds', WISH);
  const now = product.house.parts.clock.now();
  expect([held.status, held.body['status']]).toEqual([201, 'held']);
  const minutes = (Date.parse(textAt(held, 'expires')) - now) / 60_000;
  expect(minutes).toBeGreaterThan(4.9);
  expect(minutes).toBeLessThanOrEqual(5);
  const booked = await bookHold(idOf(held));
  expect([booked.status, booked.body]).toEqual([201, { ...without(held, 'expires'), status: 'confirmed' }]);
});

test('a hold is no booking, and keeps others out', async () => {
  const wish = { ...WISH, start: '2026-03-31T10:00', resource: 'ali' };
  const held = await garage.post('/holds', wish);
  expect((await garage.get(`/bookings/${idOf(held)}`)).status).toBe(404);
  expect((await garage.get(`/bookings?reference=${textAt(held, 'reference')}`)).body['bookings']).toEqual([]);
  expect((await garage.book(wish)).body['code']).toBe('slot-taken');
  expect((await release(idOf(held))).status).toBe(204);
  expect((await release(idOf(held))).status).toBe(204);
  expect((await garage.book(wish)).status).toBe(201);
  expect((await bookHold(idOf(held))).body['code']).toBe('over');
});

test('a hold without a name gets one with the booking: the known customer, with the car', async () => {
  await garage.book({ start: '2026-04-01T08:00', customer: { name: 'Grace Hopper', phone: '0151 2345678' } });
  const customers = await countOf(product, 'customers WHERE name IS NOT NULL');
  const asset = { label: 'Golf', plate: 'B-GH 1' };
  const held = await garage.post('/holds', { ...ANYBODY, start: '2026-04-01T10:00', asset });
  expect(held.body['attendee']).toBeNull();
  const customer = { name: 'Grace Hopper', phone: '+49 151 2345678' };
  const booked = await bookHold(idOf(held), { customer });
  expect(booked.body).toMatchObject({ attendee: 'Grace Hopper', asset: 'Golf B-GH 1', status: 'confirmed' });
  expect(await countOf(product, 'customers WHERE name IS NOT NULL')).toBe(customers);
});

test('a hold is read until it is let go, by its own business alone', async () => {
  const held = await garage.post('/holds', { ...WISH, start: '2026-04-08T10:00' });
  const read = await garage.get(`/holds/${idOf(held)}`);
  expect([read.status, read.body]).toEqual([200, held.body]);
  expect(read.headers.get('etag')).toBe(held.headers.get('etag'));
  const foreign = await callerOf(product, 'salon').get(`/holds/${idOf(held)}`);
  expect([foreign.status, foreign.body['code']]).toEqual([404, 'unknown-hold']);
  const keyless = await product.get(`/api/v1/holds/${idOf(held)}`, { 'x-tenant': 'garage' });
  expect(keyless.status).toBe(401);
  await release(idOf(held));
  expect((await garage.get(`/holds/${idOf(held)}`)).body['code']).toBe('unknown-hold');
  const booked = await garage.book({ start: '2026-04-08T10:00' });
  expect((await garage.get(`/holds/${idOf(booked)}`)).status).toBe(404);
});

test('nobody stays behind when a hold without a name is let go', async () => {
  const nobodies = `customers WHERE name IS NULL AND id <> tenant_id`;
  const before = await countOf(product, nobodies);
  const held = await garage.post('/holds', {
    ...ANYBODY,
    start: '2026-04-09T10:00',
    asset: { label: 'Golf' },
  });
  expect(await countOf(product, nobodies)).toBe(before + 1);
  await release(idOf(held));
  expect(await countOf(product, nobodies)).toBe(before);
});

test('a class of vehicle that nobody knows is refused with those that are', async () => {
  const asset = { label: 'Leopard', class: 'tank' };
  const { status, body } = await garage.post('/holds', { ...WISH, start: '2026-04-10T10:00', asset });
  expect([status, body['code'], body['place'], body['allowed']]).toEqual([
    422,
    'unknown-vehicle',
    'asset.class',
    ['van'],
  ]);
});

test('two live holds are as many as a customer may have', async () => {
  const customer = { ...ADA, name: 'Holder' };
  const answers: unknown[] = [];
  for (const start of ['2026-04-02T08:00', '2026-04-02T09:00', '2026-04-02T10:00'])
    answers.push((await garage.post('/holds', { ...WISH, start, customer })).body['code'] ?? 'held');
  expect(answers).toEqual(['held', 'held', 'too-many-holds']);
});

test.each([[randomUUID()], ['x'], ['']])('a hold called "%s" is not known', async (hold) => {
  const { status, body } = await bookHold(hold);
  expect([status, body['code']]).toEqual([404, 'unknown-hold']);
});

test('a booking is not let go as if it were a hold, and not booked twice', async () => {
  const booked = await garage.book({ start: '2026-04-03T10:00' });
  expect((await release(idOf(booked))).status).toBe(404);
  expect((await bookHold(idOf(booked))).body['code']).toBe('over');
  expect((await garage.get(`/bookings/${idOf(booked)}`)).body['status']).toBe('confirmed');
});

test('another business knows nothing of it', async () => {
  const held = await garage.post('/holds', { ...WISH, start: '2026-04-07T10:00' });
  const salon = callerOf(product, 'salon');
  const { status, body } = await salon.post(
    '/bookings',
    { hold: idOf(held) },
    { 'idempotency-key': randomUUID() },
  );
  expect([status, body['code']]).toEqual([404, 'unknown-hold']);
  const key = { authorization: 'Bearer demo-salon' };
  const released = await product.send('DELETE', `/api/v1/holds/${idOf(held)}`, undefined, key);
  expect(released.status).toBe(404);
});
