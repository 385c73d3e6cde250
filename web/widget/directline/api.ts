/** The HTTP half of Direct Line 3.0: each request once, its answer as a tagged result; who repeats it decides elsewhere. */

import { type ActivitySet, readActivitySet } from './activity';

export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** The token is no longer good (401, 403): a new one is needed. */
  | { readonly kind: 'expired' }
  /** The conversation is over (404). */
  | { readonly kind: 'ended' }
  /** Never for this request (any other 4xx). */
  | { readonly kind: 'refused'; readonly status: number }
  /** No answer, or the server's own trouble: the request may have arrived. */
  | { readonly kind: 'unreachable'; readonly retryAfterMillis: number | null };

export interface Grant {
  readonly token: string;
  readonly conversationId: string;
  readonly expiresInSeconds: number;
  readonly streamUrl: string | null;
}

export interface Posting {
  readonly clientId: string;
  readonly text: string;
  readonly locale: string;
}

const ANSWER_WITHIN_MILLIS = 15_000;

interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Codes that ask for patience rather than say no: request timeout, too early, too many requests. */
const PATIENCE = new Set([408, 425, 429]);

function failureOf(response: Response): Exclude<Answer<never>, { kind: 'ok' }> {
  const { status } = response;
  if (status === 401 || status === 403) return { kind: 'expired' };
  if (status === 404) return { kind: 'ended' };
  if (status < 500 && !PATIENCE.has(status)) return { kind: 'refused', status };
  const seconds = Number(response.headers.get('retry-after'));
  return { kind: 'unreachable', retryAfterMillis: seconds > 0 ? seconds * 1000 : null };
}

function readGrant(value: unknown): Grant {
  const fields = value as Fields;
  return {
    token: String(fields['token']),
    conversationId: String(fields['conversationId']),
    expiresInSeconds: Number(fields['expires_in']) || 1800,
    streamUrl: typeof fields['streamUrl'] === 'string' ? fields['streamUrl'] : null,
  };
}

const query = (watermark: string | null): string =>
  watermark === null ? '' : `?watermark=${encodeURIComponent(watermark)}`;

const conversationPath = (id: string): string => `/v3/directline/conversations/${encodeURIComponent(id)}`;

export class DirectLineApi {
  /** `base` is the origin the widget's script came from. */
  constructor(private readonly base: string) {}

  /** With `old` the server is asked to go on with that conversation; it may still answer with a new one. */
  token(tenant: string, old: Grant | null): Promise<Answer<Grant>> {
    const kept = old && { token: old.token, conversationId: old.conversationId };
    return this.ask({ method: 'POST', path: '/api/v1/webchat/token', body: { tenant, ...kept } }, readGrant);
  }

  refresh(token: string): Promise<Answer<Grant>> {
    return this.ask({ method: 'POST', path: '/v3/directline/tokens/refresh', token, body: {} }, readGrant);
  }

  start(token: string, locale: string): Promise<Answer<Grant>> {
    return this.ask(
      { method: 'POST', path: '/v3/directline/conversations', token, body: { locale } },
      readGrant,
    );
  }

  /** A stream address that replays what came after `watermark`, good for a minute. */
  reconnect(token: string, id: string, watermark: string | null): Promise<Answer<Grant>> {
    return this.ask({ method: 'GET', path: conversationPath(id) + query(watermark), token }, readGrant);
  }

  activities(token: string, id: string, watermark: string | null): Promise<Answer<ActivitySet>> {
    const path = `${conversationPath(id)}/activities${query(watermark)}`;
    return this.ask({ method: 'GET', path, token }, readActivitySet);
  }

  /** Answers with the id the server gave the message. */
  post(token: string, id: string, posting: Posting): Promise<Answer<string>> {
    const body = {
      type: 'message',
      text: posting.text,
      locale: posting.locale,
      from: { id: 'visitor', role: 'user' },
      channelData: { clientActivityID: posting.clientId },
    };
    const path = `${conversationPath(id)}/activities`;
    return this.ask({ method: 'POST', path, token, body }, (value) => String((value as Fields)['id']));
  }

  private async ask<T>(request: Request, read: (value: unknown) => T): Promise<Answer<T>> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (request.token !== undefined) headers['authorization'] = `Bearer ${request.token}`;
    if (request.body !== undefined) headers['content-type'] = 'application/json';
    try {
      const response = await fetch(this.base + request.path, {
        method: request.method,
        headers,
        body: request.body === undefined ? null : JSON.stringify(request.body),
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MILLIS),
      });
      return response.ok ? { kind: 'ok', value: read(await response.json()) } : failureOf(response);
    } catch {
      return { kind: 'unreachable', retryAfterMillis: null };
    }
  }
}
