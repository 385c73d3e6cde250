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
