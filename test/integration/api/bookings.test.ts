/** Claims about /bookings: made as the contract says, read back, moved with the reference kept, cancelled for a fee. */
import { testProduct, type Answer, type TestProduct } from '../../setup/product';
import { ADA, callerOf, type Caller, countOf, textAt } from './support/caller';

let product: TestProduct;
let garage: Caller;

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
});
afterAll(() => product.stop());

const idOf = (answer: Answer): string => textAt(answer, 'id');
const outcome = ({ status, body }: Answer): unknown[] => [status, body['code'] ?? body['status']];

test('a wish is booked with all that it says', async () => {
  const asset = { label: 'Transit', class: 'van', plate: 'B-XY 123' };
  const answer = await garage.book({
    start: '2026-03-30T08:00:00+02:00',
    resource: 'jana',
    asset,
    notes: 'ring twice',
  });
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    reference: expect.stringMatching(/^[A-Z2-9]{6}$/),
    service: 'brake-check',
    status: 'confirmed',
    start: '2026-03-30T08:00:00+02:00',
    end: '2026-03-30T08:45:00+02:00',
    branch: 'mitte',
    people: ['Jana'],
    asset: 'Transit B-XY 123',
    attendee: 'Ada Lovelace',
    price: 58.5,
    fee: 0,
    currency: 'EUR',
  });
  expect(answer.headers.get('etag')).toBe('"1"');
  expect(answer.headers.get('location')).toBe(`/api/v1/bookings/${idOf(answer)}`);
  const read = await garage.get(`/bookings/${idOf(answer)}`);
  expect([read.status, read.body]).toEqual([200, answer.body]);
});

test('a taken time is a 409 with alternatives that can be had', async () => {
  await garage.book({ start: '2026-03-30T12:00', resource: 'ali' });
  const refused = await garage.book({ start: '2026-03-30T12:00', resource: 'ali' });
  expect(outcome(refused)).toEqual([409, 'slot-taken']);
  const [first] = refused.body['alternatives'] as unknown as { start: string; branch: string }[];
  const { start, branch } = first ?? { start: '', branch: '' };
  expect(outcome(await garage.book({ start, branch, resource: 'ali' }))).toEqual([201, 'confirmed']);
});

test('without a branch the next one is taken when the first is full', async () => {
  const start = '2026-03-31T08:00';
  const branches: unknown[] = [];
  for (let time = 1; time <= 4; time += 1) {
    const answer = await garage.book({ start, branch: undefined });
    branches.push(answer.body['branch'] ?? answer.body['code']);
  }
  expect(branches).toEqual(['mitte', 'mitte', 'nord', 'slot-taken']);
});

test.each([
  ['minimum notice', { start: '2026-03-27T09:45' }, 'too-soon'],
  ['the horizon', { start: '2026-08-03T10:00' }, 'beyond-horizon'],
  ['opening hours', { start: '2026-03-29T10:00' }, 'closed'],
  ['the grid', { start: '2026-03-30T10:07' }, 'off-grid'],
  ['the past', { start: '2026-03-26T10:00' }, 'past'],
  ['an unknown service', { service: 'massage' }, 'unknown-service'],
  ['an unknown branch', { branch: 'ost' }, 'unknown-branch'],
  ['an unknown person', { resource: 'nobody' }, 'unknown-resource'],
  ['a person of another branch', { resource: 'tom' }, 'wrong-branch'],
  ['a local time in a gap', { start: '2026-03-29T02:30' }, 'gap'],
])('%s refuses by its own name, and nothing is written', async (_rule, given, code) => {
  const before = [await countOf(product, 'bookings'), await countOf(product, 'customers')];
  const { status, body } = await garage.book({ ...given, customer: { ...ADA, name: 'Nobody Yet' } });
  expect([status, body['code'], body['rule']]).toEqual([422, code, code]);
  expect([await countOf(product, 'bookings'), await countOf(product, 'customers')]).toEqual(before);
});

test('a gap is refused with the two starts around it', async () => {
  const { body } = await garage.book({ start: '2026-03-29T02:30' });
  expect(body['choices']).toEqual(['2026-03-29T01:45:00+01:00', '2026-03-29T03:00:00+02:00']);
});

test('another time keeps the reference, and a taken one leaves the old', async () => {
  const made = await garage.book({ start: '2026-04-01T10:00', resource: 'ali' });
  const moved = await garage.patch(idOf(made), { start: '2026-04-01T11:00', resource: 'jana' });
  expect(moved.body).toEqual({
    ...made.body,
    start: '2026-04-01T11:00:00+02:00',
    end: '2026-04-01T11:30:00+02:00',
    people: ['Jana'],
  });
  await garage.book({ start: '2026-04-01T12:00', resource: 'jana' });
  const refused = await garage.patch(idOf(made), { start: '2026-04-01T12:00' });
  expect(outcome(refused)).toEqual([409, 'slot-taken']);
  expect(refused.body['alternatives']).not.toHaveLength(0);
  expect((await garage.get(`/bookings/${idOf(made)}`)).body).toEqual(moved.body);
});

test('of two who change the same version at once, the second is told to look again', async () => {
  const made = await garage.book({ start: '2026-04-02T10:00' });
  const tag = { 'if-match': made.headers.get('etag') ?? '' };
  const answers = await Promise.all([
    garage.patch(idOf(made), { start: '2026-04-02T11:00' }, tag),
    garage.patch(idOf(made), { start: '2026-04-02T12:00' }, tag),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect(answers.find(({ status }) => status === 412)?.body['code']).toBe('changed-meanwhile');
  expect(outcome(await garage.cancel(idOf(made), tag))).toEqual([412, 'changed-meanwhile']);
});

test('cancelling costs nothing a day before, and thirty percent later; asked twice it tells the same', async () => {
  const free = await garage.cancel(idOf(await garage.book({ start: '2026-04-02T15:00' })));
  expect([free.status, free.body['status'], free.body['fee']]).toEqual([200, 'cancelled', 0]);
  const late = await garage.book({ start: '2026-03-27T14:00' });
  const ended = await garage.cancel(idOf(late));
  expect([ended.status, ended.body['status'], ended.body['fee']]).toEqual([200, 'cancelled', 11.7]);
  expect((await garage.cancel(idOf(late))).body).toEqual(ended.body);
  expect(outcome(await garage.patch(idOf(late), { start: '2026-04-02T16:00' }))).toEqual([409, 'over']);
});

test.each(['4a7d0e0f-7c5e-4a7b-9a57-6d9b1b7f2a11', 'x', '%27%3B--', 'undefined'])(
  'nothing is told of a booking called %s, nor of another business’s',
  async (unknown) => {
    const made = await garage.book({ start: '2026-04-03T10:00' });
    const salon = callerOf(product, 'salon');
    for (const [caller, id] of [
      [garage, unknown],
      [salon, idOf(made)],
    ] as const) {
      const change = { start: '2026-04-03T11:00' };
      for (const answer of [
        await caller.get(`/bookings/${id}`),
        await caller.patch(id, change),
        await caller.cancel(id),
      ]) {
        const { instance, ...problem } = answer.body;
        expect(instance).toBeDefined();
        expect(problem).toMatchObject({
          status: 404,
          code: 'unknown-booking',
          detail: 'there is no such booking',
        });
      }
    }
    expect((await garage.cancel(idOf(made))).status).toBe(200);
  },
);
