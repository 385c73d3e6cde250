/** Claims about the doors as such: headers, limits, malformed requests, pages, health, and a start that is refused. */
import { StartRefused } from '../../../platform/errors';
import { startProduct } from '../../../server';
import { testProduct, type TestProduct } from '../../setup/product';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.stop());

test('every answer carries a strict policy, an id of its own and no word about what serves it', async () => {
  const [one, other] = [await product.get('/'), await product.get('/api/v1/services')];
  for (const { headers } of [one, other]) {
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'.*script-src 'self'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  }
  expect(one.headers.get('x-request-id')).not.toBe(other.headers.get('x-request-id'));
});

test.each(['/', '/desk', '/demo/garage', '/demo/salon', '/demo/clinic'])('%s is a page', async (path) => {
  const { status, headers } = await product.get(path);
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching('text/html')]);
});

test('the widget’s script may be loaded by any site, and its calls may come from any site', async () => {
  const script = await product.get('/widget.js');
  expect([script.status, script.headers.get('cross-origin-resource-policy')]).toEqual([200, 'cross-origin']);
  const asked = await fetch(`${product.url}/api/v1/webchat/token`, {
    method: 'OPTIONS',
    headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
  });
  expect(asked.headers.get('access-control-allow-origin')).toBe('*');
  expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
});

test('the desk answers no other site', async () => {
  const { headers } = await product.get('/desk/data', { origin: 'https://shop.example' });
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test.each([
  ['malformed JSON', '/api/v1/webchat/token', '{', 400, 'malformed-json'],
  ['JSON of another shape', '/api/v1/webchat/token', '[1]', 422, 'invalid'],
  ['no object at all', '/desk/session', '"x"', 400, 'malformed-json'],
  ['a body too large', '/api/v1/webchat/token', `"${'x'.repeat(40_000)}"`, 413, 'too-large'],
  ['a sign-in too large', '/desk/session', `"${'x'.repeat(40_000)}"`, 413, 'too-large'],
  ['a prototype', '/api/v1/webchat/token', '{"__proto__":{"tenant":"garage"}}', 422, 'invalid'],
])('%s is refused as a problem', async (_what, path, body, status, code) => {
  const answer = await product.post(path, body);
  expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  expect([answer.status, answer.body['code'], answer.body['status']]).toEqual([status, code, status]);
});

test('alive needs nothing, ready needs the database', async () => {
  expect((await product.get('/healthz')).status).toBe(200);
  expect((await product.get('/readyz')).status).toBe(200);
});

describe('a start that is refused says why, and leaves nothing running', () => {
  const refusal = (environment: Record<string, string>): Promise<unknown> =>
    startProduct({ LOG_LEVEL: 'silent', ...environment }).then(
      (started) => started.stop().then(() => new Error('it started')),
      (error: unknown) => error,
    );

  test.each([
    ['PORT', 'eighty'],
    ['PUBLIC_URL', 'booking'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['ROLE', 'queen'],
    ['CLOCK', 'yesterday'],
    ['SECRET_KEY', 'short'],
  ])('%s=%s', async (name, value) => {
    const error = await refusal({ [name]: value });
    expect(error).toBeInstanceOf(StartRefused);
    expect(String((error as Error).message)).toContain(name);
  });

  test('a port that is in use', async () => {
    const { port } = new URL(product.url);
    const error = await testProduct({ PORT: port }).then(
      (started) => started.stop(),
      (refused: unknown) => refused,
    );
    expect(error).toBeInstanceOf(StartRefused);
    expect(String((error as Error).message)).toMatch(`Port ${port} is already in use`);
  });
});
