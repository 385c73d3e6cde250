/** What the outside is told of one address of the API; the document and the page are made from these. */
import type { z } from 'zod';

export type Method = 'get' | 'post' | 'patch' | 'delete';

/** `none`: asks for no business; `public`: an API key or X-Tenant; `key`: an API key. */
export type Access = 'none' | 'public' | 'key';

export interface Reply {
  readonly says: string;
  /** Absent: there is no body. */
  readonly schema?: z.ZodType;
  /** Names of `HEADERS` in document.ts. */
  readonly headers?: readonly HeaderName[];
}

export type HeaderName = 'ETag' | 'Location' | 'Idempotency-Replayed';

export interface Endpoint {
  readonly method: Method;
  /** With parameters in braces: `/api/v1/bookings/{id}`. */
  readonly path: string;
  /** For generated clients: unique, a verb first. */
  readonly operation: string;
  readonly group: string;
  readonly summary: string;
  readonly explains?: string;
  readonly access: Access;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** By HTTP status; what is refused is in `problems`. */
  readonly replies: Readonly<Record<number, Reply>>;
  /** Codes of the problems that this address has beside those of its access, by HTTP status. */
  readonly problems?: Readonly<Record<number, readonly string[]>>;
}

/** Of every address that reads a JSON body. */
export const BODY_PROBLEMS = {
  400: ['malformed-json', 'body-required'],
  413: ['too-large'],
  415: ['unsupported-media-type'],
} as const;

/** Of every address where a time is wished for. */
export const TIME_RULES = [
  'invalid',
  'unknown-service',
  'unknown-branch',
  'unknown-resource',
  'wrong-person',
  'wrong-branch',
  'past',
  'too-soon',
  'beyond-horizon',
  'closed',
  'off-grid',
  'gap',
  'repeated',
  'limit-reached',
] as const;
