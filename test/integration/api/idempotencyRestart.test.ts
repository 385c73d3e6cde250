/** Claims about Idempotency-Key over the death of a process: the answer is kept with the booking, in the database. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct, type Product } from '../../../server';
import { dropDatabase, testDatabaseUrl } from '../../setup/database';
import { BEGINS } from '../../setup/product';
import { WISH } from './support/caller';

test('a repeat after a restart gets the answer of before', async () => {
  const databaseUrl = await testDatabaseUrl();
  const dataDir = await mkdtemp(join(tmpdir(), 'nobat-product-'));
  const start = (): Promise<Product> =>
    startProduct({
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      CLOCK: BEGINS,
      LOG_LEVEL: 'silent',
    });
  const key = randomUUID();
  const book = async (product: Product): Promise<unknown[]> => {
    const answer = await fetch(`${product.url}/api/v1/bookings`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer demo-garage',
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(WISH),
    });
    return [answer.status, await answer.text()];
  };
  const before = await start();
  const first = await book(before);
  await before.stop();
  const after = await start();
  expect(first[0]).toBe(201);
  expect(await book(after)).toEqual(first);
  await after.stop();
  await dropDatabase(databaseUrl);
  await rm(dataDir, { recursive: true, force: true });
});
