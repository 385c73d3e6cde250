/** Claims about the desk's door: only who signs in sees the day, guessing is slowed, and the cookie is of no use to scripts. */
import { testProduct, type TestProduct } from '../../setup/product';

let product: TestProduct;

beforeEach(async () => {
  product = await testProduct();
});
afterEach(() => product.stop());

const signIn = (email: string, password: string) => product.post('/desk/session', { email, password });

async function cookieOf(email: string): Promise<string> {
  const answer = await signIn(email, 'nobat-demo');
  expect(answer.status).toBe(204);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

test('the demo’s agents and managers sign in, and see their own business alone', async () => {
  for (const [tenant, name] of [
    ['garage', 'Autohaus Linden'],
    ['clinic', 'Al Noor Clinic'],
  ] as const) {
    const cookie = await cookieOf(`agent@${tenant}.example`);
    const { status, body } = await product.get('/desk/data', { cookie });
    expect([status, body]).toEqual([200, { tenant: { name }, date: '2026-03-27', bookings: [], tasks: [] }]);
  }
});

test('the cookie is HttpOnly, SameSite=Strict and only for the desk', async () => {
  const answer = await signIn('manager@garage.example', 'nobat-demo');
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/);
  expect(answer.headers.get('set-cookie')).toMatch(/SameSite=Strict/);
  expect(answer.headers.get('set-cookie')).toMatch(/Path=\/desk/);
});

test.each([
  ['a wrong password', 'agent@garage.example', 'guess'],
  ['an unknown business', 'agent@nobody.example', 'nobat-demo'],
  ['an unknown person', 'boss@garage.example', 'nobat-demo'],
  ['nothing', '', ''],
])('%s is 401', async (_what, email, password) => {
  const answer = await signIn(email, password);
  expect([answer.status, answer.body['code']]).toEqual([401, 'sign-in-failed']);
});

test('without a session, with a forged one, and after signing out, the day is 401', async () => {
  const cookie = await cookieOf('agent@garage.example');
  const forged = `${cookie.slice(0, -4)}AAAA`;
  for (const headers of [{}, { cookie: forged }, { cookie: 'nobat_desk=' }] as Record<string, string>[])
    expect((await product.get('/desk/data', headers)).status).toBe(401);
  const out = await fetch(`${product.url}/desk/session`, { method: 'DELETE', headers: { cookie } });
  expect(out.headers.get('set-cookie')).toMatch(/nobat_desk=;/);
});

test('after ten wrong passwords the caller waits, and is told how long', async () => {
  for (let i = 0; i < 10; i += 1) expect((await signIn('agent@garage.example', 'guess')).status).toBe(401);
  const answer = await signIn('agent@garage.example', 'nobat-demo');
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  const colleague = await signIn('manager@garage.example', 'nobat-demo');
  expect(colleague.status).toBe(204);
});

test('a day that does not exist is 422', async () => {
  const cookie = await cookieOf('agent@garage.example');
  expect((await product.get('/desk/data?date=2026-02-31', { cookie })).status).toBe(422);
});
