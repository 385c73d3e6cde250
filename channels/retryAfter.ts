/** Reads the header Retry-After of a provider that asks for patience. */
import type { Millis } from '../platform/clock';

const LONGEST_WAIT = 3_600_000;

/** Seconds or an HTTP date (RFC 9110, 10.2.3) as milliseconds from `now`, at most an hour; undefined if unreadable. */
export function retryAfterMillis(header: string | undefined, now: Millis): Millis | undefined {
  if (header === undefined) return undefined;
  const millis = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  if (Number.isNaN(millis)) return undefined;
  return Math.min(Math.max(millis, 0), LONGEST_WAIT);
}
