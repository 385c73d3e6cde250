/** Expected failures that cross a door: each has a stable code, an HTTP status and details that are safe to show. */

/** What may be told to the outside about a failure; never a secret, a phone number or the text of a message. */
export type SafeDetails = Readonly<Record<string, unknown>>;

/** A failure the caller can act on. Everything else that is thrown is a surprise and becomes a 500 without detail. */
export abstract class Failure extends Error {
  abstract readonly status: number;

  constructor(
    /** Stable, in kebab-case: callers may branch on it, so it never changes. */
    readonly code: string,
    message: string,
    readonly details: SafeDetails = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The request cannot be read: malformed JSON, a header or parameter of the wrong shape. */
export class BadRequest extends Failure {
  readonly status = 400;
}

/** No credentials, or credentials that are not known. */
export class Unauthenticated extends Failure {
  readonly status = 401;
}

/** Known, but not allowed; also a webhook whose signature is wrong. */
export class Forbidden extends Failure {
  readonly status = 403;
}

/** No such thing for this caller. */
export class NotFound extends Failure {
  readonly status = 404;
}

/** The request is fine, but the state is against it: a slot is taken, a key was used for something else. */
export class Conflict extends Failure {
  readonly status = 409;
}

/** The thing is no longer the version that the caller speaks of (RFC 9110, If-Match). */
export class PreconditionFailed extends Failure {
  readonly status = 412;
}

/** The body is of a kind that is not read here. */
export class UnsupportedMediaType extends Failure {
  readonly status = 415;
}

/** The body is larger than this door accepts. */
export class PayloadTooLarge extends Failure {
  readonly status = 413;
}

/** Understood and refused by a rule of the business; the code names the rule. */
export class Unprocessable extends Failure {
  readonly status = 422;
}

/** Too many requests from this caller; `details.retryAfter` is in seconds. */
export class TooManyRequests extends Failure {
  readonly status = 429;
}

/** Something we depend on is not there right now. */
export class Unavailable extends Failure {
  readonly status = 503;
}

/** The process must not start, and the message is a sentence that tells its operator why and what to do. */
export class StartRefused extends Failure {
  readonly status = 503;
}
