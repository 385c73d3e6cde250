/** A Direct Line 3.0 server: the web chat's door for the widget and for any Bot Framework client. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Router } from 'express';
import type { DirectLineOptions } from './options';
import { directLineRouter } from './router';
import { StreamDoor } from './upgrade';

export type { DirectLineOptions } from './options';
export type { ConversationNews, DirectLinePort, NewsListener } from './port';
export { newVisitor, resumedSession, sessionOf, type Session, type SessionMaker } from './session';

export interface DirectLine {
  /** To be mounted at `/v3/directline`, before any other body parser: it reads and answers in its own way. */
  readonly router: Router;
  /** For the HTTP server's 'upgrade' event; false where the address is somebody else's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Ends all streams with 1001; those that do not answer are cut after a second. */
  close(): Promise<void>;
}

export function directLine(options: DirectLineOptions): DirectLine {
  const door = new StreamDoor(options);
  return {
    router: directLineRouter(options),
    upgrade: (request, socket, head) => door.upgrade(request, socket, head),
    close: () => door.close(),
  };
}
