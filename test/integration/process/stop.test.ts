/** A server that is asked to stop leaves no process behind; one that is killed is started again as if nothing had been. */

import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import {
  databaseServerOf,
  discard,
  newDataDir,
  pidFileOf,
  processesOn,
  startServer,
  until,
  type ServerProcess,
  type Variables,
} from './support/serverProcess';

/** Friday 27 March 2026, 09:00 in Berlin. */
const CLOCK = '2026-03-27T08:00:00Z';
const THAT_DAY = '/api/v1/availability?service=oil-change&from=2026-03-27&to=2026-03-27';

const dataDir = newDataDir();
afterAll(() => discard(dataDir));

const start = (variables: Variables = {}): ServerProcess => startServer({ DATA_DIR: dataDir, ...variables });

async function stopped(server: ServerProcess, ...signals: NodeJS.Signals[]): Promise<void> {
  signals.forEach((signal) => server.signal(signal));
  expect(await server.ended()).toBe(0);
  expect(processesOn(dataDir)).toEqual([]);
}

/** How many starts are free on the day the clock was set to: none on any other clock. */
async function freeThatDay(url: string): Promise<number> {
  const answer = await fetch(`${url}${THAT_DAY}`, { headers: { 'X-Tenant': 'garage' } });
  const { slots } = (await answer.json()) as { slots: unknown[] };
  return slots.length;
}

it('names the addresses to open, and each of them answers', async () => {
  const server = start({ CLOCK });
  await server.url();
  const pages = [...server.said().matchAll(/http:\/\/\S+/g)].map(([page]) => page);
  expect(pages).toHaveLength(5);
  for (const page of pages) expect((await fetch(page)).status).toBe(200);
  await stopped(server, 'SIGINT');
});

it.each<NodeJS.Signals[]>([['SIGTERM'], ['SIGHUP'], ['SIGINT', 'SIGINT']])(
  'stops by %s %s with nothing left, whoever is still connected',
  async (...signals) => {
    const server = start();
    const socket = connect(Number(new URL(await server.url()).port), '127.0.0.1');
    await once(socket, 'connect');
    await stopped(server, ...signals);
    socket.destroy();
  },
);

it('asked to stop while it starts, it leaves nothing, and the next start stands', async () => {
  const broken = start();
  await until(() => existsSync(pidFileOf(dataDir)));
  await stopped(broken, 'SIGINT');
  const next = start();
  expect(await next.url()).toContain('http://');
  await stopped(next, 'SIGINT');
});

it('killed, its database with it, it starts again on what was kept, the clock included', async () => {
  const killed = start();
  expect(await freeThatDay(await killed.url())).toBeGreaterThan(0);
  process.kill(databaseServerOf(dataDir), 'SIGKILL');
  killed.signal('SIGKILL');
  await killed.ended();
  const next = start();
  expect(await freeThatDay(await next.url())).toBeGreaterThan(0);
  await stopped(next, 'SIGTERM');
});

it('killed alone, it takes its database server along', async () => {
  const server = start();
  await server.url();
  server.signal('SIGKILL');
  await server.ended();
  await until(() => processesOn(dataDir).length === 0);
});

it('ends with 1 and says so when its database server is killed', async () => {
  const server = start();
  await server.url();
  process.kill(databaseServerOf(dataDir), 'SIGKILL');
  expect(await server.ended()).toBe(1);
  expect(server.complained()).toContain('nobat: PostgreSQL ended');
});
