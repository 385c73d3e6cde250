/** Finds out who calls: a visitor with a token, or the business itself with its secret. */
import type { Request } from 'express';
import { originTrusted, verifyToken, type VerifiedToken } from '../../channels/webchat';
import { DirectLineFailure } from './failure';
import type { DirectLineOptions } from './options';

export type Caller =
  | { readonly kind: 'visitor'; readonly claims: VerifiedToken }
  | { readonly kind: 'business'; readonly tenantId: string };

const LONGEST_SECRET = 512;

/**
 * @param conversationId the conversation in the address, if there is one; a token opens only its own
 * @throws DirectLineFailure 401 without acceptable credentials, 403 for an expired token, a token of another
 * conversation, or a page that the token was not made for
 */
export async function callerOf(
  options: DirectLineOptions,
  request: Request,
  conversationId?: string,
): Promise<Caller> {
  const bearer = /^Bearer +([^\s]+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer === undefined)
    throw new DirectLineFailure('Unauthorized', 'send Authorization: Bearer with a token');
  const check = { purpose: 'conversation', now: options.clock.now() } as const;
  const ofConversation = conversationId === undefined ? check : { ...check, conversationId };
  const verdict = verifyToken(bearer, ofConversation, options.secretKey);
  switch (verdict.kind) {
    case 'ok':
      if (originTrusted(verdict.claims, request.headers.origin))
        return { kind: 'visitor', claims: verdict.claims };
      throw new DirectLineFailure('Forbidden', 'the token was not made for pages of this origin');
    case 'expired':
      throw new DirectLineFailure('TokenExpired', 'the token has expired');
    case 'other-conversation':
      throw new DirectLineFailure('Forbidden', 'the token belongs to another conversation');
    case 'malformed':
      return business(options, bearer);
  }
}

async function business(options: DirectLineOptions, secret: string): Promise<Caller> {
  const tenantId = secret.length > LONGEST_SECRET ? null : await options.port.tenantOfSecret(secret);
  if (tenantId === null) throw new DirectLineFailure('Unauthorized', 'the token or secret is not known');
  return { kind: 'business', tenantId };
}
