/** Claims about fields that nobody asked for: they give no price, no state, no other business, and no other prototype. */
import type { Model, ModelStatic } from 'sequelize';
import { testProduct, type TestProduct } from '../../setup/product';
import { modelsOf } from '../../../models';
import { type Caller, callerOf, textAt, without } from './support/caller';

let product: TestProduct;
let garage: Caller;

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
});
afterAll(() => product.stop());

/** A value for every column there is, under both spellings of its name. */
function everyColumn(): Record<string, unknown> {
  const models = Object.values(
    modelsOf(product.house.parts.database.sequelize),
  ) as unknown as ModelStatic<Model>[];
  const names = models.flatMap((model) =>
    Object.entries(model.getAttributes()).flatMap(([name, { field }]) => [name, field ?? name]),
  );
  const known = ['service', 'start', 'branch', 'resource', 'customer', 'asset', 'notes', 'hold'];
  const extra = [...new Set(names)].filter((name) => !known.includes(name));
  const more = ['tenant', 'role', 'paid', 'deposit', 'isAdmin'];
  return Object.fromEntries([...extra, ...more].map((name) => [name, 1]));
}

test('a booking with every column of the database in its body is the booking without them', async () => {
  const plain = await garage.book({ start: '2026-03-30T10:00' });
  const stuffed = await garage.book({ start: '2026-03-30T11:00', ...everyColumn() });
  expect(stuffed.status).toBe(201);
  const rest = without(stuffed, 'id', 'reference', 'start', 'end');
  expect(plain.body).toMatchObject(rest);
  const moved = await garage.patch(textAt(stuffed, 'id'), {
    start: '2026-03-30T12:00',
    ...everyColumn(),
  });
  expect(moved.body).toMatchObject(rest);
});

test.each([
  '{"__proto__": {"polluted": 1}, "service": "brake-check"}',
  '{"constructor": {"prototype": {"polluted": 1}}}',
  '{"customer": {"__proto__": {"name": "x", "phone": "y"}}}',
])('%s leaves every object as it was', async (body) => {
  const headers = { 'idempotency-key': 'x' };
  expect((await garage.post('/bookings', body, headers)).status).toBe(422);
  expect((await garage.post('/holds', body)).status).toBe(422);
  expect((await garage.patch('x', body)).status).toBe(422);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a name in the query that is special to JavaScript is only a name', async () => {
  const { status } = await garage.get('/bookings?__proto__[polluted]=1&constructor=2');
  expect(status).toBe(200);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
