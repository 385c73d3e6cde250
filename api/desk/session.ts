/** The desk's session: a signed cookie that says who signed in, for which business, until when. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Millis } from '../../platform/clock';

export const SESSION_COOKIE = 'nobat_desk';
/** A working day; then one signs in again. */
export const SESSION_MILLIS = 12 * 3_600_000;

export interface DeskSession {
  readonly tenant: string;
  readonly role: 'agent' | 'manager';
  readonly expiresAt: Millis;
}

const sessionSchema = z.object({
  tenant: z.string(),
  role: z.enum(['agent', 'manager']),
  expiresAt: z.number(),
});

/** `key` is SECRET_KEY, from which a key for sessions alone is derived. */
export function signSession(session: DeskSession, key: string | Uint8Array): string {
  const body = Buffer.from(JSON.stringify(session)).toString('base64url');
  return `${body}.${signature(body, key)}`;
}

/** The session of a cookie value; null when it is not ours, was changed or is over. */
export function readSession(value: string, now: Millis, key: string | Uint8Array): DeskSession | null {
  const [body, given, ...rest] = value.split('.');
  if (body === undefined || given === undefined || rest.length > 0) return null;
  if (!sameText(given, signature(body, key))) return null;
  const parsed = sessionSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return parsed.success && parsed.data.expiresAt > now ? parsed.data : null;
}

/** The value of one cookie in a Cookie header (RFC 6265). */
export function cookieValue(header: string | undefined, name: string): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/** Compares in constant time, whatever the lengths. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

function signature(body: string, key: string | Uint8Array): string {
  const own = createHmac('sha256', key).update('nobat desk session').digest();
  return createHmac('sha256', own).update(body).digest('base64url');
}
