/** The product itself on a database and a port of its own, with its clock on the Friday the demo talks begin. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startProduct } from '../../../product';
import { dropDatabase, testDatabaseUrl } from '../../setup/database';

export interface RunningProduct {
  readonly url: string;
  /** Ends the process's work and begins it again on the same data; `meanwhile` happens while nobody answers. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** Friday 27 March 2026, 09:00 in Berlin. */
const BEGINS = '2026-03-27T08:00:00Z';

const BUILD = join(__dirname, '..', '..', '..', 'web', 'build.mjs');

/** With the demo businesses, and the pages as they are in the sources now. */
export async function runProduct(): Promise<RunningProduct> {
  const [databaseUrl, port, dataDir] = await Promise.all([
    testDatabaseUrl(),
    freePort(),
    mkdtemp(join(tmpdir(), 'nobat-product-')),
    promisify(execFile)(process.execPath, [BUILD]),
  ]);
  const environment = {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    CLOCK: BEGINS,
    LOG_LEVEL: 'error',
  };
  let product = await startProduct(environment);
  return {
    url: product.url,
    async restart(meanwhile) {
      await product.stop();
      await meanwhile();
      product = await startProduct(environment);
    },
    async stop() {
      await product.stop();
      await dropDatabase(databaseUrl);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
