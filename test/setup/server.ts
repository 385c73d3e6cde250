/** Hands the test server from setup to teardown, and its address to the workers: they are separate module worlds. */

import type { EmbeddedPostgres } from '../../platform/embeddedPostgres';

export interface TestServer {
  readonly postgres: EmbeddedPostgres;
  readonly dataDir: string;
}

const KEY = Symbol.for('nobat.testServer');
const VARIABLE = 'NOBAT_TEST_DATABASE_URL';

type World = Record<symbol, TestServer | undefined>;

/** Called by setup, before the workers are forked: they inherit the variable. */
export function keepServer(server: TestServer): void {
  (globalThis as unknown as World)[KEY] = server;
  process.env[VARIABLE] = server.postgres.url;
}

export function keptServer(): TestServer | undefined {
  return (globalThis as unknown as World)[KEY];
}

/** The address of the maintenance database of this run's server. */
export function serverUrl(): string {
  const url = process.env[VARIABLE];
  if (url === undefined) throw new Error('no test server: this test runs outside the jest project "real"');
  return url;
}
