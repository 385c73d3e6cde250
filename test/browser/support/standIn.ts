/** A small stand-in for the server: Direct Line 3.0 with scripted answers, and switches for all that can go wrong on a wire. */

import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join } from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';
import { buildWeb } from './buildWeb';
import { BUSINESS_ANSWERS, shopPage } from './standInPages';
import {
  type Activity,
  bearer,
  botActivity,
  loseAnswer,
  pageOf,
  readBody,
  type Reply,
  type Said,
  sendJson,
} from './standInWire';

interface Talk {
  readonly id: string;
  readonly activities: Activity[];
  readonly sockets: Set<WebSocket>;
}

interface Request {
  readonly method: string;
  readonly url: URL;
  readonly token: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
};
const STRICT_POLICY = "default-src 'self'";
const POLICY = "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:";

const wrong = (status: number, code: string): Reply => ({ status, body: { error: { code, message: code } } });

export class StandIn {
  /** The server answers nothing: as if its cable were cut. */
  unreachable = false;
  socketsRefused = false;
  /** The next posted messages are taken in, but the connection dies before the answer. */
  answersLost = 0;
  /** Status with which the next posted message is refused. */
  refuseNext: number | null = null;
  /** Whether the door for tokens goes on with the conversation of an old token. */
  goesOn = true;
  answer: (text: string) => readonly Said[] = (text) => [{ text: `You said: ${text}` }];
  readonly tokensGiven: string[] = [];
  private readonly talks = new Map<string, Talk>();
  private readonly tokens = new Map<string, string>();
  private readonly connections = new Set<Socket>();
  private readonly upgrades = new WebSocketServer({ noServer: true });

  private constructor(
    private readonly server: Server,
    private readonly built: string,
  ) {}

  /** Serves the pages as they are in the sources now. */
  static async start(): Promise<StandIn> {
    const server = createServer();
    const standIn = new StandIn(server, await buildWeb());
    server.on('request', (request, response) => void standIn.serve(request, response));
    server.on('upgrade', (request, socket, head) => standIn.upgrade(request, socket as Socket, head));
    server.on('connection', (socket) => {
      standIn.connections.add(socket);
      socket.on('close', () => standIn.connections.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.built, { recursive: true, force: true });
  }

  /** Everything the visitors said, in order. */
  heard(): readonly string[] {
    return [...this.talks.values()].flatMap(({ activities }) =>
      activities.filter((activity) => activity.from.role === 'user').map((activity) => activity.text ?? ''),
    );
  }

  conversations(): number {
    return this.talks.size;
  }

  openSockets(): number {
    return [...this.talks.values()].reduce((sum, talk) => sum + talk.sockets.size, 0);
  }

  /** The bot speaks unasked, in every conversation. */
  say(said: Said): void {
    for (const talk of this.talks.values()) this.put(talk, botActivity(said));
  }

  type(): void {
    for (const talk of this.talks.values())
      this.push(talk, [{ type: 'typing', from: { id: 'bot', role: 'bot' } }], null);
  }

  /** Cuts every open connection, sockets included. */
  cut(): void {
    for (const connection of this.connections) connection.destroy();
  }

  expireTokens(): void {
    this.tokens.clear();
  }

  endTalks(): void {
    this.talks.clear();
    this.cut();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.unreachable) return void request.socket.destroy();
    const url = new URL(request.url ?? '/', this.url);
    if (url.pathname.startsWith('/v3/') || url.pathname === '/api/v1/webchat/token') {
      const body = await readBody(request);
      const reply = this.directLine({ method: request.method ?? 'GET', url, token: bearer(request), body });
      if (reply === null) return loseAnswer(request, response);
      return sendJson(response, reply);
    }
    const known = BUSINESS_ANSWERS.find((entry) =>
      entry.matches(request.method ?? 'GET', url, request.headers),
    );
    if (known) return sendJson(response, known.reply, known.headers);
    return this.sendPage(url, response);
  }

  private async sendPage(url: URL, response: ServerResponse): Promise<void> {
    if (url.pathname === '/shop') {
      response.setHeader('content-security-policy', STRICT_POLICY);
      return void response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(shopPage(url.searchParams));
    }
    const name = pageOf(url.pathname);
    const file = await readFile(join(this.built, name)).catch(() => null);
    response.setHeader('content-security-policy', POLICY);
    response.statusCode = file ? 200 : 404;
    response.setHeader('content-type', TYPES[extname(name)] ?? 'text/plain');
    response.end(file ?? 'not found');
  }

  /** Null: the connection dies without an answer. */
  private directLine(request: Request): Reply | null {
    const path = request.url.pathname;
    if (path === '/api/v1/webchat/token') return this.giveToken(request);
    const id = this.tokens.get(request.token);
    if (id === undefined) return wrong(403, 'TokenExpired');
    if (path === '/v3/directline/tokens/refresh') return { status: 200, body: this.grant(id) };
    if (path === '/v3/directline/conversations') return this.startTalk(id);
    const talk = this.talks.get(id);
    if (!talk || !path.startsWith(`/v3/directline/conversations/${id}`))
      return wrong(404, 'ConversationNotFound');
    if (!path.endsWith('/activities'))
      return { status: 200, body: this.grant(id, request.url.searchParams.get('watermark')) };
    return request.method === 'POST' ? this.take(talk, request.body) : this.activities(talk, request.url);
  }

  private giveToken({ body }: Request): Reply {
    if (body['tenant'] !== 'garage') return wrong(404, 'UnknownTenant');
    const old = typeof body['conversationId'] === 'string' && this.goesOn ? body['conversationId'] : null;
    return { status: 200, body: this.grant(old ?? randomBytes(6).toString('hex')) };
  }

  private grant(id: string, watermark: string | null = null): object {
    const token = randomBytes(9).toString('hex');
    this.tokens.set(token, id);
    this.tokensGiven.push(token);
    const from = watermark === null ? '' : `&watermark=${watermark}`;
    // Another host name than the page's, as behind a proxy: the widget must ask where its answers come from.
    const streamUrl = `ws://nobat.invalid/v3/directline/conversations/${id}/stream?t=${token}${from}`;
    return { conversationId: id, token, expires_in: 1800, streamUrl };
  }

  private startTalk(id: string): Reply {
    if (!this.talks.has(id)) this.talks.set(id, { id, activities: [], sockets: new Set() });
    return { status: 201, body: this.grant(id) };
  }

  private take(talk: Talk, body: Readonly<Record<string, unknown>>): Reply | null {
    if (this.refuseNext !== null) {
      const status = this.refuseNext;
      this.refuseNext = null;
      return wrong(status, 'Refused');
    }
    const text = String(body['text']);
    const channelData = body['channelData'] as { readonly clientActivityID?: string };
    const activity = this.put(talk, {
      type: 'message',
      text,
      from: { id: 'dl_1', role: 'user' },
      channelData,
    });
    for (const said of this.answer(text)) this.put(talk, botActivity(said));
    if (this.answersLost > 0) {
      this.answersLost -= 1;
      return null;
    }
    return { status: 200, body: { id: activity.id } };
  }

  private activities(talk: Talk, url: URL): Reply {
    const from = Number(url.searchParams.get('watermark') ?? 0);
    // Small pages, so that a history is more than one.
    const activities = talk.activities.slice(from, from + 4);
    return { status: 200, body: { activities, watermark: String(from + activities.length) } };
  }

  private put(talk: Talk, part: Omit<Activity, 'id' | 'timestamp'>): Activity {
    const number = String(talk.activities.length + 1).padStart(7, '0');
    const activity = { ...part, id: `${talk.id}|${number}`, timestamp: new Date().toISOString() };
    talk.activities.push(activity);
    this.push(talk, [activity], String(talk.activities.length));
    return activity;
  }

  private push(talk: Talk, activities: readonly object[], watermark: string | null): void {
    for (const socket of talk.sockets) socket.send(JSON.stringify({ activities, watermark }));
  }

  private upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const url = new URL(request.url ?? '/', this.url);
    const talk = this.talks.get(this.tokens.get(url.searchParams.get('t') ?? '') ?? '');
    if (this.unreachable || this.socketsRefused || !talk) return void socket.destroy();
    this.upgrades.handleUpgrade(request, socket, head, (opened) => {
      const from = Number(url.searchParams.get('watermark') ?? talk.activities.length);
      talk.sockets.add(opened);
      opened.on('close', () => talk.sockets.delete(opened));
      opened.send('');
      const missed = talk.activities.slice(from);
      if (missed.length > 0)
        opened.send(JSON.stringify({ activities: missed, watermark: String(talk.activities.length) }));
    });
  }
}
