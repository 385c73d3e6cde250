/** The WebSocket half of Direct Line 3.0: lets in who shows a stream address that was made for them. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import {
  DIRECT_LINE_ERRORS,
  errorBody,
  originTrusted,
  parseWatermark,
  verifyToken,
} from '../../channels/webchat';
import { DirectLineFailure } from './failure';
import type { DirectLineOptions } from './options';
import { ActivityStream, type StreamOpening } from './stream';

/** Clients send empty frames; a larger one ends the stream with 1009. Bytes. */
const LARGEST_FRAME = 4096;
/** Browser tabs of one visitor; beyond it somebody plays. */
const MOST_STREAMS = 20;
const PATH = /^\/v3\/directline\/conversations\/([^/?]+)\/stream$/;

export class StreamDoor {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
  });
  readonly #open = new Map<string, Set<WebSocket>>();
  #closed = false;

  constructor(private readonly options: DirectLineOptions) {}

  /** For the server's 'upgrade' event. False where the address is not a stream's, and the socket was left alone. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
    const conversationId = PATH.exec(path)?.[1];
    if (conversationId === undefined) return false;
    socket.on('error', () => socket.destroy());
    this.#opening(decoded(conversationId), new URLSearchParams(query), request.headers.origin)
      .then((opening) => this.#server.handleUpgrade(request, socket, head, (ws) => this.#begin(ws, opening)))
      .catch((error: unknown) => this.#refuse(socket, error));
    return true;
  }

  /** Ends every stream with 1001 "going away", so that clients come back to whoever serves next. */
  async close(graceMillis = 1000): Promise<void> {
    this.#closed = true;
    const streams = [...this.#open.values()].flatMap((sockets) => [...sockets]);
    const gone = streams.map((ws) => new Promise<void>((resolve) => ws.once('close', () => resolve())));
    streams.forEach((ws) => ws.close(1001));
    const late = setTimeout(() => streams.forEach((ws) => ws.terminate()), graceMillis);
    await Promise.all(gone);
    clearTimeout(late);
  }

  async #opening(
    conversationId: string,
    query: URLSearchParams,
    origin: string | undefined,
  ): Promise<StreamOpening> {
    const { port, clock, secretKey } = this.options;
    if (this.#closed) throw new DirectLineFailure('ServiceError', 'going away');
    const check = { purpose: 'stream', now: clock.now(), conversationId } as const;
    const verdict = verifyToken(query.get('t') ?? '', check, secretKey);
    if (verdict.kind === 'malformed')
      throw new DirectLineFailure('Unauthorized', 'the stream address is not ours');
    if (verdict.kind === 'expired')
      throw new DirectLineFailure('TokenExpired', 'the stream address has expired');
    if (verdict.kind !== 'ok' || !originTrusted(verdict.claims, origin)) {
      throw new DirectLineFailure(
        'Forbidden',
        'the stream address was made for another conversation or page',
      );
    }
    const { tenantId } = verdict.claims;
    const seen = await port.conversation(tenantId, conversationId);
    if (seen === null) throw new DirectLineFailure('ConversationNotFound', 'there is no such conversation');
    if (this.#streamsOf(conversationId).size >= MOST_STREAMS) {
      throw new DirectLineFailure('TooManyStreams', 'too many streams of one conversation');
    }
    const after = Math.min(parseWatermark(query.get('watermark')), seen.lastNumber);
    return {
      tenantId,
      after,
      speakers: { conversationId, userId: seen.userId, businessName: seen.businessName },
    };
  }

  #begin(ws: WebSocket, opening: StreamOpening): void {
    const { conversationId } = opening.speakers;
    const streams = this.#streamsOf(conversationId);
    this.#open.set(conversationId, streams.add(ws));
    ws.once('close', () => {
      streams.delete(ws);
      if (streams.size === 0) this.#open.delete(conversationId);
    });
    new ActivityStream(ws, opening, this.options).run();
    // Whoever came in while the door was closing goes with the others.
    if (this.#closed) ws.close(1001);
  }

  #streamsOf(conversationId: string): Set<WebSocket> {
    return this.#open.get(conversationId) ?? new Set();
  }

  #refuse(socket: Duplex, error: unknown): void {
    const known = error instanceof DirectLineFailure;
    if (!known) this.options.log.error({ err: error }, 'a Direct Line stream could not be opened');
    const code = known ? error.code : 'ServiceError';
    const body = JSON.stringify(errorBody(code, known ? error.message : 'the request failed; try again'));
    const head = [
      `HTTP/1.1 ${DIRECT_LINE_ERRORS[code]} ${code}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
  }
}

/** An address that cannot be decoded names no conversation. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
