/** Gives every request an id of ours, which its log lines, its problem and its answer carry. */
import type { RequestHandler, Response } from 'express';

const REQUEST_ID = 'requestId';

export function requestIds(newId: () => string): RequestHandler {
  return (_request, response, next) => {
    const id = newId();
    response.locals[REQUEST_ID] = id;
    response.setHeader('X-Request-Id', id);
    next();
  };
}

export function requestIdOf(response: Response): string {
  const id: unknown = response.locals[REQUEST_ID];
  return typeof id === 'string' ? id : '';
}
