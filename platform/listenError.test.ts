/** What an operator reads when the port cannot be opened. */

import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { explainListenError } from './listenError';

async function failureOf(port: number, host: string): Promise<unknown> {
  const server = createServer();
  const [error] = (await once(server.listen(port, host), 'listening').catch((error: unknown) => [
    error,
  ])) as unknown[];
  return error;
}

describe('a port that cannot be opened', () => {
  it('because it is busy, is named with the way out', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const explained = explainListenError(await failureOf(port, '127.0.0.1'), port, '127.0.0.1');
    other.close();
    expect(String(explained)).toContain(`Port ${String(port)} is already in use`);
    expect(String(explained)).toContain('PORT');
  });

  it('because the address is not ours, is named by HOST', async () => {
    const explained = explainListenError(await failureOf(0, '192.0.2.1'), 0, '192.0.2.1');
    expect(String(explained)).toContain('HOST is "192.0.2.1"');
  });

  it('for another reason, stays as it was', () => {
    const error = new Error('something else');
    expect(explainListenError(error, 3000, '127.0.0.1')).toBe(error);
  });
});
