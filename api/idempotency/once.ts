/** Answers a request once: its repeat gets the very same answer, and nothing is done a second time. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { CommandContext } from '../../commands/types';
import {
  beginRequest,
  keepAnswer,
  type KeptAnswer,
  type RequestKey,
} from '../../models/statements/idempotency';
import { BadRequest, Conflict, Unprocessable } from '../../platform/errors';
import { callerOf } from '../tenant';
import { fingerprint } from './fingerprint';

/** What a route answers before it is written out. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** Visible ASCII, as long as anybody needs (draft-ietf-httpapi-idempotency-key-header). */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/, '1 to 255 visible ASCII characters');

/** A request that may be repeated. */
export interface Repeatable extends RequestKey {
  readonly bodyHash: string;
}

/**
 * @param route method and path, under which the key is kept: the same key elsewhere is another one
 * @throws BadRequest `idempotency-key-required`, `idempotency-key-malformed`
 */
export function requiredKey(route: string, request: Request, response: Response): Repeatable {
  const found = optionalKey(route, request, response);
  if (found) return found;
  throw new BadRequest('idempotency-key-required', 'send an Idempotency-Key: a retry must not book twice', {
    place: 'Idempotency-Key',
    rule: 'required',
  });
}

/** Null where the caller does not mean to repeat the request. */
export function optionalKey(route: string, request: Request, response: Response): Repeatable | null {
  const key = request.get('idempotency-key');
  if (key === undefined) return null;
  const checked = idempotencyKey.safeParse(key);
  if (!checked.success)
    throw new BadRequest('idempotency-key-malformed', 'this Idempotency-Key cannot be kept', {
      place: 'Idempotency-Key',
      value: key.slice(0, 100),
      rule: '1 to 255 visible ASCII characters',
    });
  return { caller: callerOf(response) ?? '', route, key, bodyHash: fingerprint(request.body) };
}

/**
 * Runs `work` in the transaction of the context and keeps its answer there. What `work` throws undoes all of it: a request that
 * was refused may come again, corrected, under the same key.
 * @throws Conflict `in-progress`, Unprocessable `idempotency-key-reused`
 */
export async function once(
  { tx, clock }: CommandContext,
  request: Repeatable | null,
  work: () => Promise<Answer>,
): Promise<KeptAnswer> {
  if (request === null) return written(await work());
  const begun = await beginRequest(tx, request);
  switch (begun.kind) {
    case 'busy':
      throw new Conflict('in-progress', 'the same request is being answered just now', { retryAfter: 1 });
    case 'done':
      if (begun.bodyHash === request.bodyHash) return replayed(begun);
      throw new Unprocessable('idempotency-key-reused', 'this key was sent with another body before', {
        place: 'Idempotency-Key',
        value: request.key.slice(0, 100),
        rule: 'a new key for a new request',
      });
    case 'new': {
      const answer = written(await work());
      await keepAnswer(tx, request, { ...answer, bodyHash: request.bodyHash, at: clock.now() });
      return answer;
    }
  }
}

export function send(response: Response, { status, headers, body }: KeptAnswer): void {
  response.status(status).set(headers).type('application/json').send(body);
}

function written({ status, headers, body }: Answer): KeptAnswer {
  return { status, headers, body: JSON.stringify(body) };
}

function replayed({ status, headers, body }: KeptAnswer): KeptAnswer {
  return { status, headers: { ...headers, 'Idempotency-Replayed': 'true' }, body };
}
