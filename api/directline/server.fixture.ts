/** A Direct Line server on a free port, over conversations in memory, for its tests. */
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import express from 'express';
import { TestClock } from '../../platform/clock';
import { directLine, resumedSession, type DirectLine, type Session } from './index';
import { AT, MemoryPort } from './memoryPort.fixture';

export interface Served {
  /** `http://127.0.0.1:…/v3/directline` */
  readonly domain: string;
  readonly port: MemoryPort;
  readonly clock: TestClock;
  readonly line: DirectLine;
  /** What the log was told. */
  readonly logged: unknown[];
  /** Cuts every connection as a dying network does. */
  cut(): void;
  /** The same server once more on the same port, as after a deploy: nothing is left of streams and connections. */
  restart(): Promise<void>;
  /** What a page gets for its resume mark. */
  resume(mark: string): Session | null;
  /** Calls the API; `bearer` is a token or a secret. */
  call(method: string, path: string, bearer?: string, body?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly token: string;
    readonly resume: string;
    readonly conversationId: string;
    readonly streamUrl: string;
    readonly expires_in: number;
    readonly id: string;
    readonly watermark: string;
    readonly activities: readonly {
      readonly id: string;
      readonly text: string;
      readonly from: { id: string };
    }[];
    readonly error: { readonly code: string; readonly message: string };
  };
}

export async function serve(settings: { keepAliveMillis?: number } = {}): Promise<Served> {
  const port = new MemoryPort();
  const clock = new TestClock(AT);
  const logged: unknown[] = [];
  const options = {
    port,
    clock,
    secretKey: 'k'.repeat(32),
    publicUrl: 'http://localhost:3000',
    newId: randomUUID,
    log: { error: (entry: unknown) => void logged.push(entry) },
    ...settings,
  };
  let running = await listen(directLine(options), 0);
  const domain = `http://127.0.0.1:${running.port}/v3/directline`;
  return {
    domain,
    port,
    clock,
    get line() {
      return running.line;
    },
    logged,
    cut: () => running.cut(),
    restart: async () => {
      await running.close();
      running = await listen(directLine(options), running.port);
    },
    resume: (mark) => resumedSession(options, 'tenant-1', mark),
    call: (method, path, bearer, body) => call(domain + path, method, bearer, body),
    close: () => running.close(),
  };
}

async function listen(line: DirectLine, wanted: number) {
  const app = express().use('/v3/directline', line.router);
  const server = createServer(app);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => {
    if (!line.upgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cut = () => sockets.forEach((socket) => socket.destroy());
  const close = async () => {
    await line.close();
    await new Promise((resolve) => {
      server.close(resolve);
      cut();
    });
  };
  return { line, port, cut, close };
}

async function call(url: string, method: string, bearer?: string, body?: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const answered = (await response.json()) as Answer['body'];
  return { status: response.status, headers: response.headers, body: answered };
}
