/** One WebSocket of a conversation, from opening to closing: frames out, keep-alives in. */

import { type ActivitySet, readActivitySet } from './activity';

export interface StreamEnd {
  /** False where the socket never opened: then something between us does not let sockets through. */
  readonly opened: boolean;
}

export interface Stream {
  readonly ended: Promise<StreamEnd>;
  close(): void;
}

export interface StreamListener {
  opened(): void;
  frame(set: ActivitySet): void;
}

const KEEP_ALIVE_MILLIS = 20_000;
const OPEN_WITHIN_MILLIS = 5_000;

/** The socket is asked for where the REST answers come from, whatever host name the server knows itself by. */
export function streamAddress(base: string, streamUrl: string): string {
  const { pathname, search } = new URL(streamUrl, base);
  const address = new URL(pathname + search, base);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return address.href;
}

/** Frames are ActivitySet JSON or empty keep-alives; what is not JSON is dropped. */
function readFrame(data: unknown): ActivitySet | null {
  if (typeof data !== 'string' || data === '') return null;
  try {
    return readActivitySet(JSON.parse(data));
  } catch {
    return null;
  }
}

const NEVER_OPENED: Stream = { ended: Promise.resolve({ opened: false }), close: () => undefined };

/** A page's policy may refuse a socket by throwing: that is a socket that never opened. */
function tryToOpen(address: string): WebSocket | null {
  try {
    return new WebSocket(address);
  } catch {
    return null;
  }
}

/** Closing ends it at once: a socket whose network is gone would only notice after minutes. */
export function openStream(address: string, listener: StreamListener): Stream {
  const socket = tryToOpen(address);
  if (!socket) return NEVER_OPENED;
  const life = new AbortController();
  const until = { signal: life.signal };
  let opened = false;
  let close = (): void => undefined;
  const ended = new Promise<StreamEnd>((resolve) => {
    close = () => {
      life.abort();
      socket.close();
      resolve({ opened });
    };
  });
  whileOpening(socket, () => close(), life.signal);
  socket.addEventListener('close', () => close(), until);
  socket.addEventListener('open', () => ((opened = true), listener.opened()), until);
  socket.addEventListener('message', (event) => pass(event, listener), until);
  return { ended, close: () => close() };
}

function pass(event: MessageEvent, listener: StreamListener): void {
  const set = readFrame(event.data);
  if (set) listener.frame(set);
}

/** A socket that neither opens nor fails is given up; an open one is kept alive. */
function whileOpening(socket: WebSocket, giveUp: () => void, life: AbortSignal): void {
  const tooSlow = setTimeout(giveUp, OPEN_WITHIN_MILLIS);
  const keepAlive = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) socket.send('');
  }, KEEP_ALIVE_MILLIS);
  socket.addEventListener('open', () => clearTimeout(tooSlow), { signal: life });
  life.addEventListener('abort', () => {
    clearTimeout(tooSlow);
    clearInterval(keepAlive);
  });
}
