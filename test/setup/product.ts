/** The whole product in this process, on a database of its own and a free port, for tests over HTTP. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct, type Product } from '../../server';
import { dropDatabase, testDatabaseUrl } from './database';

/** Friday 27 March 2026, 09:00 in Berlin; the clock starts there and runs. */
export const BEGINS = '2026-03-27T08:00:00Z';

export interface TestProduct {
  /** Where it really listens: `http://127.0.0.1:…`. */
  readonly url: string;
  readonly house: Product['house'];
  /** For another process of the same product. */
  readonly databaseUrl: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Any method; a body that is a string is sent as it is. */
  send(method: string, path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else the text itself. */
  readonly body: Json;
}

export async function testProduct(environment: Readonly<Record<string, string>> = {}): Promise<TestProduct> {
  const databaseUrl = await testDatabaseUrl();
  const dataDir = await mkdtemp(join(tmpdir(), 'nobat-product-'));
  const product = await startProduct({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    CLOCK: BEGINS,
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const ask = async (path: string, init: RequestInit): Promise<Answer> =>
    answerOf(await fetch(product.url + path, init));
  const send: TestProduct['send'] = (method, path, body, headers = {}) =>
    ask(path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return {
    url: product.url,
    house: product.house,
    databaseUrl,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers) => send('POST', path, body, headers),
    send,
    async stop() {
      await product.stop();
      await dropDatabase(databaseUrl);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}

/** What an expectation looks into; a path that is not there is undefined. */
export type Json = { readonly [name: string]: Json } & { readonly [index: number]: Json };
