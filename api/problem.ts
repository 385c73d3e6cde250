/** Errors to the outside: application/problem+json (RFC 9457) with a stable code, in the reader's language. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { wording } from '../locales';
import { hasSentence } from '../locales/words';
import {
  BadRequest,
  Failure,
  NotFound,
  PayloadTooLarge,
  TooManyRequests,
  Unprocessable,
} from '../platform/errors';
import { isConnectionLost, sqlState } from '../platform/sqlErrors';
import type { Log } from '../platform/log';
import { languageOf } from './language';
import { requestIdOf } from './requestId';

/** Ends a request that no route answered. */
export const notFound: RequestHandler = (request) => {
  throw new NotFound('not-found', `nothing is at ${request.path}`);
};

/** The one funnel to the outside: an expected failure as it says of itself, everything else a 500 without detail. */
export function problems(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const failure = failureOf(error);
    if (failure === null) log.error({ err: error, request: requestIdOf(response) }, 'a request failed');
    if (failure instanceof TooManyRequests) retryAfter(response, failure);
    const status = failure?.status ?? (isDatabaseAway(error) ? 503 : 500);
    const code = failure?.code ?? (status === 503 ? 'unavailable' : 'internal');
    response
      .status(status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: titleOf(code, languageOf(request)),
          status,
          code,
          ...(failure === null ? {} : { detail: failure.message, ...failure.details }),
          instance: requestIdOf(response),
        }),
      );
  };
}

function titleOf(code: string, language: string): string {
  const key = `problem.${code}`;
  return wording(language).say({ key: hasSentence(key) ? key : 'problem.refused', with: {} });
}

/** Errors of Express' own parsers, told by their `type` (body-parser), and malformed addresses. */
function failureOf(error: unknown): Failure | null {
  if (error instanceof Failure) return error;
  if (typeof error !== 'object' || error === null) return null;
  const { type, status } = error as { type?: unknown; status?: unknown };
  if (type === 'entity.too.large')
    return new PayloadTooLarge('too-large', 'the body is larger than is accepted here');
  if (type === 'entity.parse.failed') return new BadRequest('malformed-json', 'the body is not JSON');
  if (error instanceof URIError) return new BadRequest('malformed-address', 'the address cannot be decoded');
  if (status === 415)
    return new Unprocessable('unsupported-encoding', 'the body is encoded in a way that is not read here');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new BadRequest('bad-request', 'the request cannot be read');
  return null;
}

/** The provider of a webhook must try again while the database is away, so that is no ordinary 500. */
function isDatabaseAway(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return isConnectionLost(error) || sqlState(error) === '53300' || /^SequelizeConnection/.test(name);
}

function retryAfter(response: Response, failure: Failure): void {
  const seconds = failure.details['retryAfter'];
  if (typeof seconds === 'number') response.setHeader('Retry-After', String(Math.ceil(seconds)));
}
