/** How the stand-in reads and writes HTTP, and what it puts on the wire. */

import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Said {
  readonly text: string;
  readonly choices?: readonly string[];
}

export interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly timestamp: string;
  readonly from: { readonly id: string; readonly role: 'user' | 'bot' };
  readonly channelData?: { readonly clientActivityID?: string };
  readonly suggestedActions?: { readonly actions: readonly object[] };
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export function botActivity({ text, choices }: Said): Omit<Activity, 'id' | 'timestamp'> {
  const actions = choices?.map((title) => ({ type: 'imBack', title, value: title }));
  return {
    type: 'message',
    text,
    from: { id: 'bot', role: 'bot' },
    ...(actions ? { suggestedActions: { actions } } : {}),
  };
}

export const bearer = (request: IncomingMessage): string =>
  (request.headers.authorization ?? '').replace(/^Bearer /, '');

export async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

export function sendJson(
  response: ServerResponse,
  { status, body }: Reply,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(status === 204 ? undefined : JSON.stringify(body));
}

/** The answer begins before the connection dies: a browser itself repeats a request that nothing came back for. */
export function loseAnswer(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{', () => request.socket.destroy());
}

export function pageOf(path: string): string {
  if (path === '/') return 'index.html';
  if (path.startsWith('/demo/')) return 'demo.html';
  return path === '/desk' ? 'desk.html' : path.slice(1);
}
