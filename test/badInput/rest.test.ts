/** Claims about nonsense over HTTP: a clear error with code, place, value and rule, and not a row is written. */
import { randomUUID } from 'node:crypto';
import { testProduct, type Answer, type TestProduct } from '../setup/product';
import { ADA, callerOf, WISH, type Caller } from '../integration/api/support/caller';
import { everyRow } from './everyRow';

let product: TestProduct;
let garage: Caller;
let tenantId: string;
let before: Readonly<Record<string, number>>;

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
  tenantId = (await product.house.businesses.bySlug('garage'))?.tenantId ?? '';
  before = await rows();
});
afterAll(() => product.stop());
afterEach(async () => expect(await rows()).toEqual(before));

const rows = (): Promise<Readonly<Record<string, number>>> =>
  everyRow(product.house.parts.database, tenantId);
const NUL = String.fromCharCode(0);

const hold = (given: object): Promise<Answer> =>
  garage.post('/holds', { ...WISH, ...given }, { 'idempotency-key': randomUUID() });

/** Judged by its words: nothing of our inside is told. */
function refusedWith({ status, body }: Answer, code: string): void {
  expect([status, body['code']]).toEqual([422, code]);
  expect(body['value']).toBeDefined();
  expect(body['rule']).toBeTruthy();
  expect(JSON.stringify(body)).not.toMatch(/sequelize|postgres|select |node_modules/i);
}

test.each([
  ['a NUL in a service', { service: `oil-change${NUL}` }, 'invalid'],
  ['a NUL in a branch', { branch: `mitte${NUL}` }, 'invalid'],
  ['a name without end', { customer: { ...ADA, name: 'x'.repeat(10_000) } }, 'invalid'],
  ['a NUL in a name', { customer: { ...ADA, name: `Ada${NUL}` } }, 'invalid'],
  ['a number for a service', { service: 5 }, 'invalid'],
  ['a list for a customer', { customer: [ADA] }, 'invalid'],
  ['a truth for a start', { start: true }, 'invalid'],
  ['a negative instant', { start: -1 }, 'invalid'],
  ['a year of six digits', { start: '+102026-03-30T10:00' }, 'invalid'],
  ['a day that does not exist', { start: '2026-02-30T10:00' }, 'invalid'],
  ['a zone in odd case', { start: '2026-03-30T10:00[europe/berlin]' }, 'invalid'],
  ['an unknown zone', { start: '2026-03-30T10:00[Mars/Olympus]' }, 'invalid'],
  ['an offset beyond all', { start: '2026-03-30T10:00+99:00' }, 'invalid'],
  ['an unknown service', { service: 'haircut' }, 'unknown-service'],
  ['an unknown branch', { branch: 'south' }, 'unknown-branch'],
  ['yesterday', { start: '2026-03-26T10:00' }, 'past'],
  ['a start too soon', { start: '2026-03-27T09:15' }, 'too-soon'],
  ['a start beyond the horizon', { start: '2026-12-30T10:00' }, 'beyond-horizon'],
  ['a start off the grid', { start: '2026-03-30T10:07' }, 'off-grid'],
  ['a Sunday', { start: '2026-04-05T10:00' }, 'closed'],
] as const)('%s is refused for a hold and for a booking', async (_what, given, code) => {
  refusedWith(await hold(given), code);
  refusedWith(await garage.book(given), code);
});

test('a time in a gap is refused with the nearest two, one that comes twice with both', async () => {
  for (const [start, code, choices] of [
    ['2026-03-29T02:30', 'gap', ['01:45', '03:00']],
    ['2026-10-25T02:30', 'repeated', ['02:30:00+02:00', '02:30:00+01:00']],
  ] as const) {
    for (const answer of [await hold({ start }), await garage.book({ start })]) {
      refusedWith(answer, code);
      for (const choice of choices) expect(JSON.stringify(answer.body)).toContain(choice);
    }
  }
});

test.each([
  ['a window of ten years', { from: '2026-03-30', to: '2036-03-30' }],
  ['an end before its beginning', { from: '2026-03-30', to: '2026-03-29' }],
  ['no window at all', {}],
  ['a NUL in the service', { service: `oil${NUL}`, from: '2026-03-30', to: '2026-03-30' }],
  ['no such day', { from: '2026-02-30', to: '2026-03-30' }],
  ['a beginning in a gap', { from: '2026-03-29T02:30', to: '2026-03-30' }],
])('availability of %s is refused', async (_what, query: Record<string, string>) => {
  const asked = new URLSearchParams({ service: 'oil-change', ...query });
  const { status, body } = await garage.get(`/availability?${asked.toString()}`);
  expect(status).toBe(422);
  expect([typeof body['code'], typeof body['rule']]).toEqual(['string', 'string']);
});

test('ids that are none are told from ids that nobody has', async () => {
  const codes = [];
  for (const id of [randomUUID(), 'x', `x${'%00'}`, '1 OR 1=1', 'x'.repeat(5000), '..%2F..%2Fetc']) {
    const { status } = await garage.patch(id, { start: '2026-03-30T10:00' });
    codes.push(status);
  }
  for (const status of codes) expect([400, 404, 422]).toContain(status);
});
