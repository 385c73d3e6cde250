/** Claims about /orders and /estimates: begun, moved on and answered, once for each key, and never behind somebody's back. */
import { randomUUID } from 'node:crypto';
import { testProduct, type Answer, type TestProduct } from '../../setup/product';
import { callerOf, textAt, type Caller } from './support/caller';

let product: TestProduct;
let garage: Caller;
let booking: string;
let order: Answer;

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
});
afterAll(() => product.stop());

let hour = 8;

beforeEach(async () => {
  // An hour of its own for each: nobody's time is anybody else's.
  hour += 1;
  const booked = await garage.book({
    start: `2026-04-13T${String(hour).padStart(2, '0')}:00`,
    branch: 'mitte',
  });
  booking = textAt(booked, 'id');
  order = await begin();
});

const keyed = (key: string = randomUUID()): Record<string, string> => ({ 'idempotency-key': key });

function begin(key?: string, more: object = {}): Promise<Answer> {
  return garage.post('/orders', { booking, ...more }, keyed(key));
}

function change(body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const authorization = 'Bearer demo-garage';
  return product.send('PATCH', `/api/v1/orders/${textAt(order, 'id')}`, body, { authorization, ...headers });
}

function ask(lines: object[], key?: string): Promise<Answer> {
  return garage.post('/estimates', { order: textAt(order, 'id'), lines }, keyed(key));
}

function answer(estimate: Answer, body: object): Promise<Answer> {
  return garage.post(`/estimates/${textAt(estimate, 'id')}/answers`, { reply: 'yes', ...body }, keyed());
}

const BRAKES = { title: 'Front brakes', amount: 320.5 };
const TYRES = { title: 'Tyres', amount: 480 };

describe('an order', () => {
  it('is begun once for one key, told with its version, read and listed', async () => {
    expect(order).toMatchObject({ status: 201, body: { stage: 'received', booking, ended: false } });
    expect(order.headers.get('etag')).toBe('"1"');
    const id = textAt(order, 'id');
    expect((await garage.get(`/orders/${id}`)).body).toEqual(order.body);
    expect((await garage.get(`/orders?booking=${booking}`)).body).toEqual({
      orders: [order.body],
      next: null,
    });
    expect((await begin()).body['id']).toBe(id);
  });

  it('without a key is refused, and so is one for what is no booking', async () => {
    expect(await garage.post('/orders', { booking })).toMatchObject({
      status: 400,
      body: { code: 'idempotency-key-required' },
    });
    expect(await begin(undefined, { booking: randomUUID() })).toMatchObject({
      status: 404,
      body: { code: 'unknown-booking' },
    });
  });

  it('moves on for who has seen its version, never back, and ends its visit', async () => {
    const moved = await change({ stage: 'ready', note: 'Key at the desk' }, { 'if-match': '"1"' });
    expect(moved).toMatchObject({ status: 200, body: { stage: 'ready', note: 'Key at the desk' } });
    expect(await change({ stage: 'collected' }, { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'changed-meanwhile' },
    });
    expect(await change({ stage: 'inspecting' })).toMatchObject({
      status: 409,
      body: { code: 'stage-backwards' },
    });
    expect(await change({ stage: 'polishing' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-stage' },
    });
    expect(await change({ stage: 'collected' })).toMatchObject({ status: 200, body: { ended: true } });
    expect((await garage.get(`/bookings/${booking}`)).body['status']).toBe('done');
    expect(await change({ stage: 'collected' })).toMatchObject({ status: 409, body: { code: 'over' } });
  });

  it('is promised at an instant or a wall time of its branch', async () => {
    const wall = await change({ promised: '2026-04-20T16:00' });
    expect(wall.body['promised']).toBe('2026-04-20T16:00:00+02:00');
    expect((await change({ promised: '2026-04-20T15:00:00Z' })).body['promised']).toBe(
      '2026-04-20T17:00:00+02:00',
    );
    expect((await change({ promised: null })).body['promised']).toBeNull();
  });
});

describe('an estimate', () => {
  it('out of the price list is a range, or one sum for a class', async () => {
    const range = await garage.post('/estimates', { services: ['brake-check'] }, keyed());
    expect(range).toMatchObject({
      status: 201,
      body: { kind: 'price', total: 39, totalMost: 58.5, version: 1 },
    });
    const van = await garage.post('/estimates', { services: ['brake-check'], class: 'van' }, keyed());
    expect(van).toMatchObject({ body: { total: 58.5, totalMost: 58.5, lines: [{ title: 'Brake check' }] } });
    expect(await garage.post('/estimates', { services: ['massage'] }, keyed())).toMatchObject({
      status: 422,
      body: { code: 'unknown-service' },
    });
  });

  it('for an order is made once for one key, and its newest version alone is answered', async () => {
    const key = randomUUID();
    const first = await ask([BRAKES, TYRES], key);
    expect(first).toMatchObject({ status: 201, body: { kind: 'work', total: 800.5, status: 'open' } });
    expect((await ask([BRAKES, TYRES], key)).headers.get('idempotency-replayed')).toBe('true');
    const second = await ask([BRAKES]);
    expect(second).toMatchObject({ body: { id: first.body['id'], version: 2 } });
    expect(await answer(first, { version: 1, lines: [{ line: 1, approve: true }] })).toMatchObject({
      status: 409,
      body: { code: 'stale-version', version: 2, difference: [{ title: 'Tyres', before: 480, after: null }] },
    });
    expect(await answer(second, { version: 2, lines: [{ line: 1, approve: true }] })).toMatchObject({
      status: 200,
      body: { status: 'approved', lines: [{ status: 'approved' }] },
    });
    const list = await garage.get(`/estimates?order=${textAt(order, 'id')}`);
    expect(list.body).toMatchObject({ estimates: [{ version: 2, status: 'approved' }], next: null });
    expect((await garage.get(`/orders/${textAt(order, 'id')}`)).body['stage']).toBe('in-progress');
  });

  it('of nobody, without lines, or with a line too many is refused by name', async () => {
    expect(await garage.get(`/estimates/${randomUUID()}`)).toMatchObject({
      status: 404,
      body: { code: 'unknown-estimate' },
    });
    expect(await ask([])).toMatchObject({ status: 422, body: { code: 'invalid' } });
    const estimate = await ask([BRAKES]);
    expect(await answer(estimate, { version: 1, lines: [{ line: 7, approve: true }] })).toMatchObject({
      status: 422,
      body: { code: 'unknown-line' },
    });
  });

  it('of one business is not there for another', async () => {
    const estimate = await ask([BRAKES]);
    const salon = callerOf(product, 'salon');
    expect(await salon.get(`/estimates/${textAt(estimate, 'id')}`)).toMatchObject({ status: 404 });
    expect(await salon.get(`/orders/${textAt(order, 'id')}`)).toMatchObject({ status: 404 });
  });
});
