/** Claims about override: staff book and move against the rules with a reason, never over what is taken. */
import { testProduct, type Answer, type TestProduct } from '../../setup/product';
import { callerOf, textAt, type Caller } from './support/caller';

let product: TestProduct;
let garage: Caller;

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
});
afterAll(() => product.stop());

const override = { reason: 'the owner’s own car' };
const SUNDAY = { start: '2026-04-05T03:05', branch: 'mitte', resource: 'ali' };
const outcome = ({ status, body }: Answer): unknown[] => [status, body['code'] ?? body['start']];

test('a closed day is booked with a reason, and then it is taken', async () => {
  expect(outcome(await garage.book(SUNDAY))).toEqual([422, 'closed']);
  expect(outcome(await garage.book({ ...SUNDAY, override }))).toEqual([201, '2026-04-05T03:05:00+02:00']);
  expect(outcome(await garage.book({ ...SUNDAY, override }))).toEqual([409, 'slot-taken']);
});

test('a booking is moved to a closed day with a reason', async () => {
  const made = await garage.book({ start: '2026-03-31T10:00', branch: 'mitte' });
  const id = textAt(made, 'id');
  const start = '2026-04-05T10:00';
  expect(outcome(await garage.patch(id, { start }))).toEqual([422, 'closed']);
  expect(outcome(await garage.patch(id, { start, override }))).toEqual([200, '2026-04-05T10:00:00+02:00']);
});

test.each([[{}], [{ reason: ' ' }], [true]])('%j is no reason', async (given) => {
  expect(outcome(await garage.book({ ...SUNDAY, override: given }))).toEqual([422, 'invalid']);
});
