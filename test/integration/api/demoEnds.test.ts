/** Claims about the demo's well-known key and password: they open nothing once others can reach the server. */
import { startProduct, type Product } from '../../../server';
import { BEGINS, testProduct, type TestProduct } from '../../setup/product';

let demo: TestProduct;
let open: Product;

beforeAll(async () => {
  demo = await testProduct();
  // The same database, with the demo's businesses in it, behind an address that is not this machine's.
  open = await startProduct({
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'https://booking.example.com',
    SECRET_KEY: 'ab'.repeat(32),
    DATABASE_URL: demo.databaseUrl,
    CLOCK: BEGINS,
    LOG_LEVEL: 'silent',
  });
});
afterAll(async () => {
  await open.stop();
  await demo.stop();
});

const key = { authorization: 'Bearer demo-garage' };
const signIn = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email: 'manager@garage.example', password: 'nobat-demo' }),
};

test('the key', async () => {
  expect((await demo.get('/api/v1/bookings', key)).status).toBe(200);
  expect((await fetch(`${open.url}/api/v1/bookings`, { headers: key })).status).toBe(401);
});

test('the password of the desk', async () => {
  expect((await fetch(`${demo.url}/desk/session`, signIn)).status).toBe(204);
  expect((await fetch(`${open.url}/desk/session`, signIn)).status).toBe(401);
});
