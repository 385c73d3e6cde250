/** Claims about /openapi.json and /docs: they tell of every address there is, of no other, and what they tell is so. */
import { randomUUID } from 'node:crypto';
import { loadConfig } from '../../../platform/config';
import { openDoors } from '../../../wiring';
import { testProduct, type Answer, type TestProduct } from '../../setup/product';
import { callerOf, textAt, WISH, type Caller } from './support/caller';
import { faultsOf, type Document } from './support/contract';
import { ordersAndEstimates } from './support/orderAnswers';
import { firstTurn, talked } from './support/talked';
import { routesOf, type Layer } from './support/routesOf';

let product: TestProduct;
let garage: Caller;
let document: Document;

beforeAll(async () => {
  product = await testProduct();
  garage = callerOf(product);
  document = (await product.get('/openapi.json')).body as unknown as Document;
});
afterAll(() => product.stop());

/** Spoken by others' rules, or made for people: not part of the API. */
const NOT_API = /^\w+ (\/v3\/directline|\/webhooks\/|\/desk|\/docs|\/openapi\.json$|\/$|\/demo\/)/;

test('every address that is answered is documented, and none that is not', () => {
  const config = loadConfig({ CLOCK: '2026-03-27T08:00:00Z', DATA_DIR: '.data' });
  const secretKey = new Uint8Array(32);
  const { app } = openDoors({ house: product.house, config, secretKey, accepting: () => true });
  const routes = routesOf((app as unknown as { router: { stack: Layer[] } }).router.stack);
  expect(routes.length).toBeGreaterThan(20);
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(documented.sort()).toEqual(routes.filter((route) => !NOT_API.test(route)).sort());
});

test('it is OpenAPI 3.1 whose references lead somewhere and whose operations have names of their own', async () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  const text = JSON.stringify(document);
  const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(new Set(names)).toEqual(new Set(Object.keys(document.components.schemas)));
  expect(text).not.toContain('$defs');
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
});

/** Real answers, each with the address it is one of. */
async function talk(): Promise<[method: string, path: string, Answer][]> {
  const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });
  const read = { 'x-tenant': 'garage' };
  const slots = 'service=oil-change&from=2026-03-30&to=2026-03-30';
  const resource = 'ali';
  const booked = await garage.book({ resource });
  const held = await garage.post('/holds', { ...WISH, start: '2026-03-30T12:00' });
  const id = textAt(booked, 'id');
  const stale = { 'if-match': '"9"' };
  const authorization = 'Bearer demo-garage';
  const release = (hold: string): Promise<Answer> =>
    product.send('DELETE', `/api/v1/holds/${hold}`, undefined, { authorization });
  const [list, one] = ['/api/v1/bookings', '/api/v1/bookings/{id}'];
  return [
    ['get', '/api/v1/tenants/{slug}', await product.get('/api/v1/tenants/clinic')],
    ['get', '/api/v1/tenants/{slug}', await product.get('/api/v1/tenants/nobody')],
    ['get', '/api/v1/services', await product.get('/api/v1/services', read)],
    ['get', '/api/v1/services', await product.get('/api/v1/services')],
    ['get', '/api/v1/branches', await product.get('/api/v1/branches', read)],
    ['get', '/api/v1/resources', await product.get('/api/v1/resources', read)],
    ['get', '/api/v1/availability', await garage.get(`/availability?${slots}&explain=2026-03-30T10:00`)],
    ['get', '/api/v1/availability', await garage.get(`/availability?${slots}&explain=2026-03-29T10:07`)],
    ['get', '/api/v1/availability', await garage.get(`/availability?${slots}&resource=nobody`)],
    ['get', '/api/v1/availability', await garage.get(`/availability?${slots}&vehicle=tank`)],
    ['get', '/api/v1/availability', await garage.get('/availability')],
    ['post', list, booked],
    ['post', list, await garage.book({ resource })],
    ['post', list, await garage.book({ start: '2026-03-29T02:30' })],
    ['post', list, await garage.book({ customer: 7, start: 'soon' })],
    ['post', list, await garage.post('/bookings', WISH)],
    ['post', list, await garage.post('/bookings', { hold: 'x' }, key())],
    ['post', list, await garage.post('/bookings', '{', key())],
    ['post', list, await garage.post('/bookings', 'x', { ...key(), 'content-type': 'text/plain' })],
    ['post', list, await product.post(list, WISH, key())],
    ['get', list, await garage.get('/bookings?limit=1')],
    ['get', list, await garage.get('/bookings?limit=0')],
    ['get', one, await garage.get(`/bookings/${id}`)],
    ['get', one, await garage.get('/bookings/x')],
    ['patch', one, await garage.patch(id, { start: '2026-03-30T14:00' })],
    ['patch', one, await garage.patch(id, { start: '2026-03-29T14:00' })],
    ['patch', one, await garage.patch(id, { start: '2026-03-30T15:00' }, stale)],
    ['delete', one, await garage.cancel(id, stale)],
    ['delete', one, await garage.cancel(id)],
    ['patch', one, await garage.patch(id, { start: '2026-03-30T15:00' })],
    ['post', '/api/v1/holds', held],
    ...(await visits()),
    ...(await waits()),
    ...(await plansAndSeries()),
    ...(await ordersAndEstimates(product, garage)),
    ['post', '/api/v1/holds', await garage.post('/holds', {})],
    ['get', '/api/v1/holds/{id}', await garage.get(`/holds/${textAt(held, 'id')}`)],
    ['get', '/api/v1/holds/{id}', await garage.get('/holds/x')],
    ['delete', '/api/v1/holds/{id}', await release(textAt(held, 'id'))],
    ['delete', '/api/v1/holds/{id}', await release('x')],
    ['post', '/api/v1/webchat/token', await product.post('/api/v1/webchat/token', { tenant: 'salon' })],
    ['post', '/api/v1/webchat/token', await product.post('/api/v1/webchat/token', {})],
    ['get', '/healthz', await product.get('/healthz')],
    ['get', '/readyz', await product.get('/readyz')],
  ];
}

/** A visit that runs its course, and one that is too early to be called missed. */
async function visits(): Promise<[method: string, path: string, Answer][]> {
  const one = '/api/v1/bookings/{id}';
  const move = (id: string, name: string, stale = {}): Promise<Answer> =>
    garage.post(`/bookings/${id}/${name}`, undefined, stale);
  const id = textAt(await garage.book({ start: '2026-03-31T10:00' }), 'id');
  const missed = textAt(await garage.book({ start: '2026-04-01T10:00' }), 'id');
  const early = await move(missed, 'no-show');
  await beganLastWeek(missed);
  return [
    ['post', `${one}/no-show`, early],
    ['post', `${one}/no-show`, await move(missed, 'no-show')],
    ['post', `${one}/no-show`, await move('x', 'no-show')],
    ['post', `${one}/check-in`, await move(missed, 'check-in')],
    ['post', `${one}/check-in`, await move(id, 'check-in', { 'if-match': '"9"' })],
    ['post', `${one}/check-in`, await move(id, 'check-in')],
    ['post', `${one}/start`, await move(id, 'start')],
    ['post', `${one}/done`, await move(id, 'done')],
  ];
}

/** The server's clock runs on by itself: what was to come is made the past. */
async function beganLastWeek(id: string): Promise<void> {
  const business = await product.house.businesses.bySlug('garage');
  const text =
    'UPDATE bookings SET start_minute = start_minute - 10080, end_minute = end_minute - 10080 WHERE id = $1';
  await product.house.parts.database.inTenant(business?.tenantId ?? '', (tx) =>
    tx.query({ name: 'test-last-week', text }, [id]),
  );
}

async function waits(): Promise<[method: string, path: string, Answer][]> {
  const list = '/api/v1/waitlist';
  const one = `${list}/{id}`;
  const wish = {
    service: 'brake-check',
    customer: WISH.customer,
    windows: [{ from: '2026-04-06', to: '2026-04-10', weekdays: [2], earliest: '15:00' }],
  };
  const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });
  const joined = await garage.post('/waitlist', wish, key());
  const authorization = 'Bearer demo-garage';
  const leave = (id: string): Promise<Answer> =>
    product.send('DELETE', `${list}/${id}`, undefined, { authorization });
  return [
    ['post', list, joined],
    ['post', list, await garage.post('/waitlist', { ...wish, windows: [] }, key())],
    ['post', list, await garage.post('/waitlist', { ...wish, service: 'sauna' }, key())],
    ['post', list, await garage.post('/waitlist', wish)],
    ['get', list, await garage.get('/waitlist')],
    ['delete', one, await leave(textAt(joined, 'id'))],
    ['delete', one, await leave('x')],
  ];
}

async function plansAndSeries(): Promise<[method: string, path: string, Answer][]> {
  const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });
  const start = '2026-04-14T14:00';
  const item = { id: 'golf', service: 'brake-check' };
  const window = { from: '2026-04-14', to: '2026-04-14' };
  const series = { service: 'brake-check', first: start, rule: { every: 1, unit: 'month', count: 2 } };
  const plan = { items: [{ ...item, start }], customer: WISH.customer };
  return [
    ['post', '/api/v1/plans/quote', await garage.post('/plans/quote', { items: [item], ...window })],
    ['post', '/api/v1/plans', await garage.post('/plans', plan, key())],
    ['post', '/api/v1/plans', await garage.post('/plans', { ...plan, items: [] }, key())],
    ['post', '/api/v1/series/check', await garage.post('/series/check', series)],
    ['post', '/api/v1/series', await garage.post('/series', { ...series, customer: WISH.customer }, key())],
  ];
}

test('real answers are as they are documented, and every documented success was seen', async () => {
  const turn = await firstTurn(product, await talked(product, 'hello'));
  const said = [...(await talk()), ['get', '/api/v1/conversations/{id}/turns/{turn}', turn] as const];
  const faults = said.flatMap(([method, path, answer]) =>
    faultsOf(document, method, path, answer).map(
      (fault) => `${method} ${path} ${String(answer.status)}: ${fault}`,
    ),
  );
  expect(faults).toEqual([]);
  const seen = new Set(said.map(([method, path, { status }]) => `${method} ${path} ${String(status)}`));
  const successes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.keys(responses).flatMap((status) =>
        status.startsWith('2') ? [`${method} ${path} ${status}`] : [],
      ),
    ),
  );
  expect(successes.filter((success) => !seen.has(success))).toEqual([]);
});

test('an answer that is not as documented is found out', async () => {
  const answer = await garage.get('/services');
  const judge = (body: unknown): string[] =>
    faultsOf(document, 'get', '/api/v1/services', { ...answer, body: body as Answer['body'] });
  expect(judge(answer.body)).toEqual([]);
  expect(judge({ services: [{ id: 1 }] })).not.toEqual([]);
  expect(judge({ services: [], secret: 1 })).not.toEqual([]);
});

test('the page names every address, loads nothing from elsewhere and runs no script', async () => {
  const page = await product.get('/docs');
  const html = page.body as unknown as string;
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  for (const path of Object.keys(document.paths)) expect(html).toContain(path);
  for (const name of Object.keys(document.components.schemas)) expect(html).toContain(`id="${name}"`);
  expect(html).not.toMatch(/<script|style=|<style|https?:\/\/|undefined|\[object/);
  const loaded = [...html.matchAll(/<link[^>]* href="([^"]+)"/g)].map(([, address]) => address ?? '');
  expect(loaded).toEqual(['/docs/style.css']);
  const style = await product.get('/docs/style.css');
  expect(style.headers.get('content-type')).toMatch(/^text\/css/);
  expect(page.headers.get('content-security-policy')).toMatch(/style-src 'self'/);
});
