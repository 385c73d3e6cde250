/** Makes what a client needs to begin or go on with a conversation: tokens and the address of its stream. */
import {
  signToken,
  TOKEN_SECONDS,
  verifyToken,
  watermarkOf,
  type TokenClaims,
  type TokenPurpose,
} from '../../channels/webchat';
import { isLocalUrl } from '../../platform/local';
import type { DirectLineOptions } from './options';

/** As Direct Line 3.0 gives it; `resume` is ours. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
  /** For 30 days good for one thing: a new token for the same conversation, when the old one has expired. */
  readonly resume: string;
}

export type SessionMaker = Pick<DirectLineOptions, 'secretKey' | 'clock' | 'newId'>;
export type Visitor = Omit<TokenClaims, 'purpose'>;

/** A visitor nobody has seen before, with a conversation that is not open yet. */
export function newVisitor(
  maker: SessionMaker,
  tenantId: string,
  given: { readonly userId?: string; readonly trustedOrigins?: readonly string[] } = {},
): Visitor {
  const { userId = `dl_${maker.newId()}`, trustedOrigins = [] } = given;
  return { tenantId, conversationId: maker.newId(), userId, trustedOrigins };
}

export function sessionOf(maker: SessionMaker, visitor: Visitor): Session {
  return {
    conversationId: visitor.conversationId,
    token: signed(maker, visitor, 'conversation'),
    expires_in: TOKEN_SECONDS.conversation,
    resume: signed(maker, visitor, 'resume'),
  };
}

/**
 * The session of a visitor who comes back after the token expired (a laptop that slept). Null where the mark is not
 * ours, too old, or another tenant's: then a new session is due.
 */
export function resumedSession(maker: SessionMaker, tenantId: string, resume: string): Session | null {
  const verdict = verifyToken(resume, { purpose: 'resume', now: maker.clock.now() }, maker.secretKey);
  if (verdict.kind !== 'ok' || verdict.claims.tenantId !== tenantId) return null;
  return sessionOf(maker, verdict.claims);
}

/**
 * The pre-authorised address of one conversation's stream, valid for a minute, from message `after` on. It is made
 * from PUBLIC_URL; only a demo on this machine keeps the local name that the browser uses (`localhost`, `127.0.0.1`),
 * because its page may open streams to no other.
 */
export function streamUrl(
  options: DirectLineOptions,
  visitor: Visitor,
  after: number,
  host: string | undefined,
): string {
  const base = localBase(options.publicUrl, host) ?? options.publicUrl.replace(/\/+$/, '');
  const query = new URLSearchParams({
    watermark: watermarkOf(after),
    t: signed(options, visitor, 'stream'),
  });
  const path = `/v3/directline/conversations/${encodeURIComponent(visitor.conversationId)}/stream`;
  return `${base.replace(/^http/i, 'ws')}${path}?${query.toString()}`;
}

function localBase(publicUrl: string, host: string | undefined): string | null {
  const asked = `${new URL(publicUrl).protocol}//${host ?? ''}`;
  return isLocalUrl(publicUrl) && URL.canParse(asked) && isLocalUrl(asked) ? new URL(asked).origin : null;
}

function signed(maker: SessionMaker, visitor: Visitor, purpose: TokenPurpose): string {
  const { tenantId, conversationId, userId, trustedOrigins } = visitor;
  const claims = { purpose, tenantId, conversationId, userId, trustedOrigins };
  return signToken(claims, maker.clock.now(), maker.secretKey);
}
