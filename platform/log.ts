/** The log: one JSON object a line on standard error, without phone numbers, message bodies or secrets. */

import pino, { type DestinationStream, type Logger } from 'pino';
import { scrubbed, scrubbedText } from './scrub';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** Ids that tie a line to what it is about; nothing of what was said. */
export interface LogIds {
  readonly tenant?: string;
  readonly conversation?: string;
  readonly turn?: string;
  readonly [name: string]: unknown;
}

/** A line is `(fields, message)` or just `(message)`; an error goes into `fields.err`. */
export type Log = Pick<Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'> & {
  child(ids: LogIds): Log;
};

/**
 * Makes the log of a process.
 * Standard output belongs to commands that print results (`--json`), so lines go to standard error.
 */
export function createLog(level: LogLevel = 'info', destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      // Scrubbed by the formatter already; pino's own would read the remains as an error once more.
      serializers: { err: (scrubbedAlready: unknown) => scrubbedAlready },
      formatters: { log: scrubbed, bindings: scrubbed },
      hooks: {
        logMethod(args, method) {
          method.apply(this, safeArguments(args) as typeof args);
        },
      },
    },
    destination ?? standardError(),
  );
}

/** Whoever read it may be gone, a closed terminal or a pipe: that is no reason to fail. */
function standardError(): DestinationStream {
  const stream = pino.destination({ dest: 2, sync: true });
  stream.on('error', () => undefined);
  return stream;
}

/** A bare error becomes a field, and no message keeps a number or a password. */
function safeArguments(args: readonly unknown[]): unknown[] {
  const [first, ...others] = args;
  const withError =
    first instanceof Error ? [{ err: first }, ...(others.length > 0 ? others : [first.message])] : args;
  return withError.map((part) => (typeof part === 'string' ? scrubbedText(part) : part));
}

/** A log that says nothing, for tests and for tools whose output is their result. */
export const silentLog: Log = pino({ level: 'silent' });
