/** Claims about what no client of ours would send: names, ids, days and bodies that are none get a refusal, never a 500. */
import { testProduct, type Answer, type TestProduct } from '../../setup/product';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.stop());

/** An address cannot hold half of a surrogate pair; what a client sends instead is U+FFFD. */
const storable = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

const SLUGS = ['\0', 'gar\0age', '\ud800', "garage' OR '1'='1", '__proto__', 'constructor', '\u202eegarag'];

test.each(SLUGS)('a business called %j is unknown everywhere', async (slug) => {
  const path = encodeURIComponent(storable(slug));
  const answers = [
    await product.post('/api/v1/webchat/token', { tenant: slug }),
    await product.get(`/api/v1/tenants/${path}`),
    await product.get(`/demo/${path}`),
  ];
  for (const { status, body } of answers) expect([status, body['code']]).toEqual([404, 'unknown-tenant']);
});

test.each(['9999-12-31', '0000-01-01', '2026-02-30', '%00'])('the day %s is refused', async (day) => {
  const signedIn = await product.post('/desk/session', {
    email: 'agent@garage.example',
    password: 'nobat-demo',
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const authorization = 'Bearer demo-garage';
  const answers = [
    await product.get(`/desk/data?date=${day}`, { cookie }),
    await product.get(`/api/v1/bookings?from=${day}`, { authorization }),
    await product.get(`/api/v1/bookings?to=${day}`, { authorization }),
    await product.get(`/api/v1/availability?service=oil-change&from=${day}&to=${day}`, { authorization }),
  ];
  expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
    answers.map(() => [422, 'invalid']),
  );
});

test('a day has no hour 24', async () => {
  const query = 'service=oil-change&from=2026-03-30T24:00&to=2026-04-01';
  const answer = await product.get(`/api/v1/availability?${query}`, { 'x-tenant': 'garage' });
  expect([answer.status, answer.body['code']]).toEqual([422, 'invalid']);
});

describe('Direct Line', () => {
  const authorization = 'Bearer demo-garage';

  test.each(['abc', '%00', "'%20OR%201=1", 'x'.repeat(300), '..%2f..', '__proto__'])(
    'there is no conversation %s, for whoever holds the secret either',
    async (id) => {
      const path = `/v3/directline/conversations/${id}`;
      const answers = [
        await product.get(path, { authorization }),
        await product.get(`${path}/activities`, { authorization }),
        await product.post(`${path}/activities`, { type: 'message', text: 'hello' }, { authorization }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    },
  );

  test('a value that is nested without end is refused', async () => {
    const { body } = await product.post('/api/v1/webchat/token', { tenant: 'garage' });
    const { token, conversationId } = body as unknown as { token: string; conversationId: string };
    const own = { authorization: `Bearer ${token}` };
    await product.post('/v3/directline/conversations', {}, own);
    const post = (depth: number): Promise<Answer> =>
      product.post(
        `/v3/directline/conversations/${conversationId}/activities`,
        `{"type":"message","value":${'['.repeat(depth)}${']'.repeat(depth)}}`,
        own,
      );
    expect((await post(3)).status).toBe(200);
    expect((await post(60_000)).status).toBe(400);
  });
});
