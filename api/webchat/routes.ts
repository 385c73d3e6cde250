/** POST /webchat/token: what the widget needs to talk, in a new conversation or in the one it was in before. */
import { json, Router } from 'express';
import { verifyToken } from '../../channels/webchat';
import { NotFound } from '../../platform/errors';
import { newVisitor, resumedSession, sessionOf, type Session, type SessionMaker } from '../directline';
import { parsed } from '../parse';
import type { TenantParts } from '../tenant';
import { tokenRequest, type TokenRequest } from './schema';

/** How long after its end a token may still be changed for a new one of the same conversation: as long as a resume mark. */
const RESUMABLE_MILLIS = 30 * 24 * 3_600_000;

export interface WebchatParts extends Pick<TenantParts, 'businessBySlug'> {
  readonly sessions: SessionMaker;
}

export function webchatRoutes({ businessBySlug, sessions }: WebchatParts): Router {
  const router = Router();
  router.post('/webchat/token', json({ limit: '16kb', type: () => true }), async (request, response) => {
    const wish = parsed(tokenRequest, request.body);
    const business = await businessBySlug(wish.tenant);
    if (business === null) throw new NotFound('unknown-tenant', 'there is no such business');
    const { tenantId } = business;
    const session =
      goneOnWith(sessions, tenantId, wish) ?? sessionOf(sessions, newVisitor(sessions, tenantId));
    response.set('Cache-Control', 'no-store').json(session);
  });
  return router;
}

/** Null where there is nothing to go on with; a visitor then begins anew, and is not told why. */
function goneOnWith(sessions: SessionMaker, tenantId: string, wish: TokenRequest): Session | null {
  if (wish.resume) return resumedSession(sessions, tenantId, wish.resume);
  if (!wish.token) return null;
  const verdict = verifyToken(wish.token, { purpose: 'conversation', now: 0 }, sessions.secretKey);
  if (verdict.kind !== 'ok' || verdict.claims.tenantId !== tenantId) return null;
  const usable = verdict.claims.expiresAt + RESUMABLE_MILLIS > sessions.clock.now();
  return usable ? sessionOf(sessions, verdict.claims) : null;
}
