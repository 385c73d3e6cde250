/** A server that ends a connection at the worst moment: whoever asked hears of it, the process lives. */

import { createServer, type AddressInfo, type Server } from 'node:net';
import { connect } from './database';
import { isConnectionLost } from './sqlErrors';

const AUTHENTICATED = message('R', Buffer.from([0, 0, 0, 0]));
const READY = message('Z', Buffer.from('I'));
const ENDED = message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0'));

let server: Server;
let url: string;

beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([AUTHENTICATED, READY, ENDED])));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `postgresql://nobat@127.0.0.1:${(server.address() as AddressInfo).port}/nobat`;
});

afterEach(async () => {
  await new Promise((closed) => server.close(closed));
});

it('a connection ended in the very breath that made it is an error of the statement', async () => {
  const database = connect({ url, poolSize: 1 });
  const asked = database.statement({ name: 'one', text: 'SELECT 1' });
  const error = await asked.then(
    () => null,
    (failure: unknown) => failure,
  );
  await database.close();
  expect(isConnectionLost(error)).toBe(true);
});

/** One message of the protocol: type, length (itself included), body (PostgreSQL, "Message Formats"). */
function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}
