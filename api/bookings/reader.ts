/** Who reads an answer, and how it is handed over. */
import type { Request, Response } from 'express';
import { languageOf } from '../language';
import type { Answer } from '../idempotency/once';
import { businessOf } from '../tenant';
import type { Reader } from './answers';

export function readerOf(request: Request, response: Response): Reader {
  return { business: businessOf(response), language: languageOf(request) };
}

/** The id in the address; what it is not is nobody's. */
export function idOf(request: Request): string {
  const { id } = request.params;
  return typeof id === 'string' ? id : '';
}

export function sent(response: Response, { status, headers, body }: Answer): void {
  response.status(status).set(headers).json(body);
}
