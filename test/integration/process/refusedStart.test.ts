/** A start that cannot be says why in one sentence, exits with 1, and harms nobody who is running. */

import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { discard, newDataDir, processesOn, startServer, type ServerProcess } from './support/serverProcess';

const dataDir = newDataDir();
const empty = newDataDir();
afterAll(() => discard(dataDir, empty));

async function refused(server: ServerProcess): Promise<string> {
  expect(await server.ended()).toBe(1);
  expect(server.complained().trim().split('\n')).toHaveLength(1);
  return server.complained();
}

it('of two that start at once on an empty folder one runs, and the other says that it does', async () => {
  const both = [startServer({ DATA_DIR: empty }), startServer({ DATA_DIR: empty })];
  const outcomes = await Promise.allSettled(both.map((one) => one.url()));
  const winner = both[outcomes.findIndex(({ status }) => status === 'fulfilled')];
  const loser = both[outcomes.findIndex(({ status }) => status === 'rejected')];
  if (winner === undefined || loser === undefined)
    throw new Error(both.map((one) => one.complained()).join());
  expect(await refused(loser)).toContain(`Another nobat (process ${winner.pid}) is already running`);
  winner.signal('SIGINT');
  expect(await winner.ended()).toBe(0);
});

describe('beside a server that is running', () => {
  let first: ServerProcess;
  beforeAll(async () => {
    first = startServer({ DATA_DIR: dataDir });
    await first.url();
  });

  it('a second on the same data names the first, which goes on', async () => {
    const second = startServer({ DATA_DIR: dataDir });
    expect(await refused(second)).toContain(
      `process ${first.pid}) is already running on the data in ${dataDir}`,
    );
    expect((await fetch(await first.url())).status).toBe(200);
  });

  it('a second on the same port names the port, and leaves no database server', async () => {
    const port = new URL(await first.url()).port;
    const second = startServer({ DATA_DIR: empty, PORT: port });
    expect(await refused(second)).toContain(`Port ${port} is already in use`);
    expect(processesOn(empty)).toEqual([]);
    expect((await fetch(await first.url())).status).toBe(200);
  });
});

describe('a variable', () => {
  let silent: Server;
  beforeAll(async () => {
    silent = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(silent, 'listening');
  });
  afterAll(() => silent.close());

  it.each([
    ['PORT', '70000'],
    ['DATA_DIR', '/proc/nobat'],
    ['CLOCK', 'tomorrow'],
    ['SECRET_KEY', 'hunter2'],
    ['DATABASE_URL', 'postgresql://me:hunter2@127.0.0.1:1/shop'],
  ])('%s that cannot be used is named, and no secret is told', async (name, value) => {
    const said = await refused(startServer({ DATA_DIR: empty, [name]: value }));
    expect(said).toMatch(new RegExp(`^nobat: ${name}\\b`));
    expect(said).not.toContain('hunter2');
  });

  it('DATABASE_URL of something that is no PostgreSQL is named too', async () => {
    const { port } = silent.address() as AddressInfo;
    const url = `postgresql://me:hunter2@127.0.0.1:${String(port)}/shop`;
    const said = await refused(startServer({ DATA_DIR: empty, DATABASE_URL: url }));
    expect(said).toMatch(/^nobat: DATABASE_URL: .* cannot be reached/);
    expect(said).not.toContain('hunter2');
  });
});
