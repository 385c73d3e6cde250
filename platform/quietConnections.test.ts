/** A server that stops waits for answers, not for connections on which nothing was asked. */

import { once } from 'node:events';
import { createServer, request, Agent, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { watchQuietConnections } from './quietConnections';

let server: Server;
let endQuiet: () => void;
let asked: (response: ServerResponse) => void;

beforeEach(async () => {
  asked = (response) => response.end('answered');
  server = createServer((_request, response) => asked(response));
  endQuiet = watchQuietConnections(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.closeAllConnections());

const port = (): number => (server.address() as AddressInfo).port;

function closed(): Promise<unknown> {
  const gone = once(server, 'close');
  server.close();
  endQuiet();
  return gone;
}

describe('a server that stops', () => {
  it('does not wait for a connection on which nothing was ever asked', async () => {
    const socket = connect(port(), '127.0.0.1');
    await once(server, 'connection');
    await closed();
    await ended(socket);
  });

  it('does not wait for one that is kept after an answer', async () => {
    const agent = new Agent({ keepAlive: true });
    expect(await answerVia(agent)).toBe('answered');
    await closed();
    agent.destroy();
  });

  it('gives the answer that is under way, and then ends its connection too', async () => {
    const agent = new Agent({ keepAlive: true });
    const arrived = new Promise<ServerResponse>((resolve) => (asked = resolve));
    const answer = answerVia(agent);
    const response = await arrived;
    const stopped = closed();
    response.end('late');
    expect(await answer).toBe('late');
    await stopped;
    agent.destroy();
  });
});

function answerVia(agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = request({ port: port(), host: '127.0.0.1', agent });
    asking.on('error', reject).on('response', (response) => void text(response).then(resolve, reject));
    asking.end();
  });
}

async function ended(socket: Socket): Promise<void> {
  if (!socket.closed) await once(socket, 'close');
}
