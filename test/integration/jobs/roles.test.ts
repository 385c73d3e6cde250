/** A web process takes messages in and a worker answers them: nothing between the two but the database. */
import { startProduct, type Product } from '../../../server';
import { eventually } from '../../browser/support/eventually';
import { BEGINS, testProduct, type TestProduct } from '../../setup/product';

let web: TestProduct;
let worker: Product;

beforeAll(async () => {
  web = await testProduct({ ROLE: 'web' });
  worker = await startProduct({
    ROLE: 'worker',
    DATABASE_URL: web.databaseUrl,
    CLOCK: BEGINS,
    LOG_LEVEL: 'silent',
  });
});
afterAll(async () => {
  await worker.stop();
  await web.stop();
});

test('what is written to the web process is answered by the worker', async () => {
  expect(worker.url).toBe('');
  const session = await web.post('/api/v1/webchat/token', { tenant: 'garage' });
  const { token, conversationId } = session.body as unknown as { token: string; conversationId: string };
  const authorization = `Bearer ${token}`;
  await web.post('/v3/directline/conversations', {}, { authorization });
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  await web.post(path, { type: 'message', text: 'hello', from: { id: 'dl_me' } }, { authorization });
  await eventually(async () => {
    const { body } = await web.get(path, { authorization });
    expect(body['activities']).toMatchObject([
      { text: 'hello' },
      { text: expect.stringMatching(/automated assistant/) },
    ]);
  });
});
