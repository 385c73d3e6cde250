/** Signs and checks the tokens that open one conversation of the web chat to one visitor. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Millis } from '../../platform/clock';

/** A token of one purpose never passes for another: a stream address cannot post, a resume mark cannot read. */
export const TOKEN_PURPOSES = ['conversation', 'stream', 'resume'] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** Lifetimes in seconds. Conversation and stream: Direct Line 3.0 reference. */
export const TOKEN_SECONDS: Readonly<Record<TokenPurpose, number>> = {
  conversation: 1800,
  stream: 60,
  resume: 30 * 24 * 3600,
};

export interface TokenClaims {
  readonly purpose: TokenPurpose;
  readonly tenantId: string;
  readonly conversationId: string;
  /** `dl_…`: what is posted with this token is from this user, whatever the activity says. */
  readonly userId: string;
  /** Empty: any origin. */
  readonly trustedOrigins: readonly string[];
}

export interface VerifiedToken extends TokenClaims {
  readonly expiresAt: Millis;
}

export type TokenVerdict =
  | { readonly kind: 'ok'; readonly claims: VerifiedToken }
  /** Not ours, changed, or made for another purpose. */
  | { readonly kind: 'malformed' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'other-conversation' };

export interface TokenCheck {
  readonly purpose: TokenPurpose;
  readonly now: Millis;
  /** Where the request names a conversation. */
  readonly conversationId?: string;
}

export type TokenKey = string | Uint8Array;

const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');
const LONGEST = 4096;
const payloadSchema = z.object({
  purpose: z.enum(TOKEN_PURPOSES),
  tenant: z.string(),
  conv: z.string(),
  user: z.string(),
  origins: z.array(z.string()),
  exp: z.number(),
});

/**
 * A JSON web token (RFC 7519) with HMAC-SHA256: the unmodified client looks into it for `user`. It lives from `now`
 * for the seconds of its purpose; `key` is SECRET_KEY, from which a key for tokens alone is derived.
 */
export function signToken(claims: TokenClaims, now: Millis, key: TokenKey): string {
  const payload: z.infer<typeof payloadSchema> = {
    purpose: claims.purpose,
    tenant: claims.tenantId,
    conv: claims.conversationId,
    user: claims.userId,
    origins: [...claims.trustedOrigins],
    exp: Math.floor(now / 1000) + TOKEN_SECONDS[claims.purpose],
  };
  const body = `${HEADER}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${body}.${signature(body, key)}`;
}

/** The signature is judged before anything in the token is believed; the header must be the one we write. */
export function verifyToken(token: string, check: TokenCheck, key: TokenKey): TokenVerdict {
  const parts = token.length > LONGEST ? [] : token.split('.');
  const [header, body, given] = parts;
  if (parts.length !== 3 || header !== HEADER || body === undefined || given === undefined)
    return { kind: 'malformed' };
  if (!sameText(given, signature(`${header}.${body}`, key))) return { kind: 'malformed' };
  const payload = payloadSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  if (!payload.success || payload.data.purpose !== check.purpose) return { kind: 'malformed' };
  const { tenant, conv, user, origins, exp, purpose } = payload.data;
  if (exp * 1000 <= check.now) return { kind: 'expired' };
  if (check.conversationId !== undefined && check.conversationId !== conv)
    return { kind: 'other-conversation' };
  const claims = { purpose, tenantId: tenant, conversationId: conv, userId: user, trustedOrigins: origins };
  return { kind: 'ok', claims: { ...claims, expiresAt: exp * 1000 } };
}

/** True when a browser at `origin` may use the token; a request without the header is not from another site's page. */
export function originTrusted(claims: TokenClaims, origin: string | undefined): boolean {
  return claims.trustedOrigins.length === 0 || origin === undefined || claims.trustedOrigins.includes(origin);
}

function signature(body: string, key: TokenKey): string {
  const own = createHmac('sha256', key).update('nobat webchat token').digest();
  return createHmac('sha256', own).update(body).digest('base64url');
}

function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
