/** Claims about GET /availability: both days inclusive, instants with the branch's offset, and refusals that say why. */
import { testProduct, type Answer, type TestProduct } from '../../setup/product';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.stop());

function ask(query: Record<string, string>): Promise<Answer> {
  const asked = new URLSearchParams({ service: 'oil-change', ...query });
  return product.get(`/api/v1/availability?${asked.toString()}`, { 'x-tenant': 'garage' });
}

interface Slot {
  readonly start: string;
  readonly end: string;
  readonly branch: string;
  readonly resources: readonly string[];
}

const slotsOf = (answer: Answer): readonly Slot[] => answer.body['slots'] as unknown as readonly Slot[];

test('one slot for each start and branch, with the people who are free', async () => {
  const answer = await ask({ from: '2026-03-30', to: '2026-03-30' });
  expect(answer.body['zone']).toBe('Europe/Berlin');
  const slots = slotsOf(answer);
  expect(slots[0]).toEqual({
    start: '2026-03-30T07:30:00+02:00',
    end: '2026-03-30T08:15:00+02:00',
    branch: 'nord',
    resources: ['tom'],
  });
  expect(slots).toContainEqual(
    expect.objectContaining({
      start: '2026-03-30T10:00:00+02:00',
      branch: 'mitte',
      resources: ['ali', 'jana'],
    }),
  );
  expect(new Set(slots.map((slot) => `${slot.start} ${slot.branch}`)).size).toBe(slots.length);
});

test('days before and after the clock change carry their own offsets', async () => {
  const slots = slotsOf(await ask({ from: '2026-03-28', to: '2026-03-30', branch: 'mitte' }));
  const days = new Set(slots.map((slot) => slot.start.slice(0, 10) + slot.start.slice(19)));
  expect([...days]).toEqual(['2026-03-28+01:00', '2026-03-30+02:00']);
});

test('minimum notice is inclusive', async () => {
  const slots = slotsOf(await ask({ from: '2026-03-27', to: '2026-03-27', branch: 'mitte' }));
  expect(slots[0]?.start).toMatch(/T10:(00|15)/);
});

test('a person and a class of vehicle narrow it down', async () => {
  const mine = slotsOf(await ask({ from: '2026-03-30', to: '2026-03-30', resource: 'jana' }));
  expect(new Set(mine.flatMap((slot) => slot.resources))).toEqual(new Set(['jana']));
  const [van] = slotsOf(await ask({ from: '2026-03-30', to: '2026-03-30', branch: 'mitte', vehicle: 'van' }));
  expect(van?.end).toBe('2026-03-30T09:15:00+02:00');
});

test('instants bound the starts, both inclusive', async () => {
  const slots = slotsOf(
    await ask({ from: '2026-03-30T10:00:00+02:00', to: '2026-03-30T08:15:00Z', branch: 'mitte' }),
  );
  expect(slots.map((slot) => slot.start.slice(11, 16))).toEqual(['10:00', '10:15']);
});

test.each([
  ['an unknown service', { service: 'massage', from: '2026-03-30', to: '2026-03-30' }, 'unknown-service'],
  ['an unknown branch', { from: '2026-03-30', to: '2026-03-30', branch: 'ost' }, 'unknown-branch'],
  ['an unknown person', { from: '2026-03-30', to: '2026-03-30', resource: 'nobody' }, 'unknown-resource'],
  ['a day that does not exist', { from: '2026-02-31', to: '2026-03-30' }, 'invalid'],
  ['words', { from: 'tomorrow', to: '2026-03-30' }, 'invalid'],
  ['no days', {}, 'invalid'],
  ['an end before its beginning', { from: '2026-03-31', to: '2026-03-30' }, 'reversed-range'],
  ['a year', { from: '2026-03-31', to: '2027-03-30' }, 'window-too-large'],
  ['a local time in a gap', { from: '2026-03-29T02:30', to: '2026-03-30' }, 'gap'],
  ['a local time that comes twice', { from: '2026-10-25T02:30', to: '2026-10-26' }, 'repeated'],
])('%s is a 422 that names the rule', async (_what, query, code) => {
  const { status, body } = await ask(query);
  expect([status, body['code']]).toEqual([422, code]);
  expect(body['rule'] ?? body['errors']).toBeDefined();
});

test('a gap and a repeat are refused with the two choices', async () => {
  const { body } = await ask({ from: '2026-10-25T02:30', to: '2026-10-26' });
  expect(body['choices']).toEqual(['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00']);
});
