/** Connections on which nothing is asked: browsers open some in advance and keep others, and a server that stops must not wait for them. */

import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Watches the connections of a server from its beginning.
 * @returns ends those that are quiet, and each of the others once it is answered
 */
export function watchQuietConnections(server: Server): () => void {
  const quiet = new Set<Socket>();
  let ending = false;
  const rests = (socket: Socket): void => {
    if (socket.destroyed) return;
    if (ending) socket.end();
    else quiet.add(socket);
  };
  server.on('connection', (socket: Socket) => {
    rests(socket);
    socket.once('close', () => quiet.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    quiet.delete(socket);
    response.once('close', () => rests(socket));
  });
  server.on('upgrade', ({ socket }) => quiet.delete(socket));
  return () => {
    ending = true;
    quiet.forEach((socket) => socket.destroy());
  };
}
