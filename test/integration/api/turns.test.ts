/** Claims about /conversations/{id}/turns/{n}: it tells what led to a reply, to the business alone, in documented form. */
import { testProduct, type Answer, type TestProduct } from '../../setup/product';
import { faultsOf, type Document } from './support/contract';
import { firstTurn, talked } from './support/talked';

const PATH = '/api/v1/conversations/{id}/turns/{turn}';
const GARAGE = { authorization: 'Bearer demo-garage' };

let product: TestProduct;
let conversation: string;

beforeAll(async () => {
  product = await testProduct();
  conversation = await talked(product, 'I need an oil change at Mitte on Monday at 10');
});
afterAll(() => product.stop());

const turnAt = (path: string, headers: Record<string, string> = GARAGE): Promise<Answer> =>
  product.get(`/api/v1/conversations/${path}`, headers);

test('a turn tells what was understood, what decided, what was done and said, and how long it took', async () => {
  const { status, body, headers } = await firstTurn(product, conversation);
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toMatchObject({
    turn: 1,
    at: expect.stringMatching(/^2026-03-27T09:00:.*\+01:00$/),
    section: 'talk',
    language: 'en',
    heard: [{ text: 'I need an oil change at Mitte on Monday at 10' }],
    before: [],
    after: { frames: [{ flow: 'book' }] },
    replies: [{ text: expect.stringContaining('automated assistant') }],
    spent: { turn: expect.any(Number), understanding: expect.any(Number) },
  });
  expect(body['heard']?.[0]?.['acts']).toContainEqual({
    act: 'inform',
    slot: 'service',
    value: 'oil-change',
  });
  expect(body['decided']).toContainEqual(
    expect.objectContaining({ kind: 'step', flow: 'book', step: 'service', outcome: 'settled' }),
  );
});

test('agents who are signed in need no key, here and at the desk', async () => {
  await firstTurn(product, conversation);
  const signedIn = await product.post('/desk/session', {
    email: 'agent@garage.example',
    password: 'nobat-demo',
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  expect((await turnAt(`${conversation}/turns/1`, { cookie })).status).toBe(200);
  const atDesk = await product.get(`/desk/conversations/${conversation}/turns/1`, { cookie });
  expect([atDesk.status, atDesk.body['turn']]).toEqual([200, 1]);
});

test('other businesses are told nothing, not even that there is something', async () => {
  await firstTurn(product, conversation);
  const theirs = await turnAt(`${conversation}/turns/1`, { authorization: 'Bearer demo-salon' });
  const nobodys = await turnAt('00000000-0000-4000-8000-000000000000/turns/1', {
    authorization: 'Bearer demo-salon',
  });
  expect([theirs.status, theirs.body['code']]).toEqual([404, 'unknown-turn']);
  expect(theirs.body['detail']).toEqual(nobodys.body['detail']);
  const signedIn = await product.post('/desk/session', {
    email: 'agent@salon.example',
    password: 'nobat-demo',
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  expect((await turnAt(`${conversation}/turns/1`, { cookie })).status).toBe(404);
  expect((await product.get(`/desk/conversations/${conversation}/turns/1`, { cookie })).status).toBe(404);
});

test.each(['turns/2', 'turns/0', 'turns/-1', 'turns/1e3', 'turns/99999999999', 'turns/x'])(
  '%s is 404',
  async (rest) => {
    expect((await turnAt(`${conversation}/${rest}`)).body['code']).toBe('unknown-turn');
  },
);

test('without key and session it is 401, with a wrong key too', async () => {
  for (const [headers, code] of [
    [{}, 'key-required'],
    [{ cookie: 'nobat_desk=forged.forged' }, 'key-required'],
    [{ authorization: 'Bearer nonsense' }, 'unknown-key'],
  ] as const) {
    const answer = await turnAt(`${conversation}/turns/1`, headers);
    expect([answer.status, answer.body['code']]).toEqual([401, code]);
  }
  expect((await product.get(`/desk/conversations/${conversation}/turns/1`)).status).toBe(401);
});

test('every answer is as it is documented', async () => {
  const document = (await product.get('/openapi.json')).body as unknown as Document;
  const answers = [
    await firstTurn(product, conversation),
    await turnAt(`${conversation}/turns/7`),
    await turnAt(`${conversation}/turns/1`, {}),
    await turnAt('not-an-id/turns/1'),
  ];
  expect(answers.flatMap((answer) => faultsOf(document, 'get', PATH, answer))).toEqual([]);
});
