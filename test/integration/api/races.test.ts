/** Claims about many callers at once: as many win as there is time for, and nobody gets a fault for an answer. */
import { testProduct, type Answer, type TestProduct } from '../../setup/product';
import { type Caller, callerOf, countOf, textAt } from './support/caller';

let product: TestProduct;
let garage: Caller;

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
});
afterAll(() => product.stop());

const CLIENTS = 32;
const customer = (index: number): object => ({
  name: `Client ${String(index)}`,
  phone: `+4915112345${String(100 + index)}`,
});

function rush(wish: (index: number) => object): Promise<Answer[]> {
  const all = Array.from({ length: CLIENTS }, (_, index) =>
    garage.book({ customer: customer(index), ...wish(index) }),
  );
  return Promise.all(all);
}

function winners(answers: readonly Answer[]): Answer[] {
  const losers = answers.filter(({ status }) => status !== 201);
  for (const { status, body } of losers) {
    expect([status, body['code']]).toEqual([409, 'slot-taken']);
    expect(body['alternatives']).not.toHaveLength(0);
  }
  return answers.filter(({ status }) => status === 201);
}

test('one person at one time: one has it, the others are offered other times', async () => {
  const answers = await rush(() => ({ start: '2026-03-30T10:00', resource: 'ali' }));
  expect(winners(answers)).toHaveLength(1);
  expect(await countOf(product, 'bookings')).toBe(1);
});

test('two people and two lifts: two have it', async () => {
  const answers = await rush(() => ({ start: '2026-03-31T10:00' }));
  expect(
    winners(answers)
      .flatMap(({ body }) => body['people'])
      .flat()
      .sort(),
  ).toEqual(['Ali', 'Jana']);
});

test('at any branch: as many as there are at all of them', async () => {
  const answers = await rush(() => ({ start: '2026-04-01T10:00', branch: undefined }));
  const branches = winners(answers).map(({ body }) => textAt({ body }, 'branch'));
  expect(branches.sort()).toEqual(['mitte', 'mitte', 'nord']);
});

test('times that overlap: nobody is booked twice', async () => {
  const starts = ['2026-04-02T10:00', '2026-04-02T10:15', '2026-04-02T10:30', '2026-04-02T10:45'];
  const answers = await rush((index) => ({ start: starts[index % starts.length], resource: 'ali' }));
  const begun = winners(answers).map(({ body }) => Date.parse(textAt({ body }, 'start')) / 60_000);
  begun.sort();
  expect(begun.length).toBeGreaterThan(0);
  begun.slice(1).forEach((start, index) => expect(start - (begun[index] ?? 0)).toBeGreaterThanOrEqual(30));
});

test('bookings that trade places never lose their time', async () => {
  const first = await garage.book({ start: '2026-04-07T10:00', resource: 'ali' });
  const second = await garage.book({ start: '2026-04-07T11:00', resource: 'ali' });
  const [one, other] = [first, second].map(({ body }) => textAt({ body }, 'id'));
  const answers = await Promise.all(
    Array.from({ length: CLIENTS }, (_, index) =>
      index % 2 === 0
        ? garage.patch(one ?? '', { start: index % 4 === 0 ? '2026-04-07T11:00' : '2026-04-07T12:00' })
        : garage.patch(other ?? '', { start: index % 4 === 1 ? '2026-04-07T10:00' : '2026-04-07T12:00' }),
    ),
  );
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  const left = await garage.get('/bookings?from=2026-04-07&to=2026-04-07');
  expect(left.body['bookings']).toHaveLength(2);
});
