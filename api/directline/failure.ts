/** Refusals of the Direct Line server, in the form its clients act on. */
import type { ErrorRequestHandler } from 'express';
import { DIRECT_LINE_ERRORS, errorBody, type DirectLineErrorCode } from '../../channels/webchat';
import type { Log } from '../../platform/log';

/** Thrown by a handler; the answer is `{error: {code, message}}` with the status of the code. */
export class DirectLineFailure extends Error {
  constructor(
    readonly code: DirectLineErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'DirectLineFailure';
  }

  get status(): number {
    return DIRECT_LINE_ERRORS[this.code];
  }
}

/** The last handler of the router: whatever was thrown is answered in Direct Line's form, and surprises are logged. */
export function answerFailure(log: Pick<Log, 'error'>): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const failure = failureOf(error);
    if (failure.status >= 500) log.error({ err: error }, 'a Direct Line request failed');
    if (response.headersSent) return next(error);
    if (failure.status === 401) response.set('WWW-Authenticate', 'Bearer');
    response.status(failure.status).json(errorBody(failure.code, failure.message));
  };
}

/** The body parser's errors carry a status; anything else unknown is ours and says nothing of itself. */
function failureOf(error: unknown): DirectLineFailure {
  if (error instanceof DirectLineFailure) return error;
  const status = error instanceof Error && 'status' in error ? error.status : 500;
  if (status === 413) return new DirectLineFailure('PayloadTooLarge', 'the body is too large');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new DirectLineFailure('MalformedData', 'the body is not readable JSON');
  }
  return new DirectLineFailure('ServiceError', 'the request failed; try again');
}
