/** The desk behind its page: signing in and out, and a day of bookings and tasks. */
import { json, Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { ListedBooking, ListedTask } from '../../models/statements/lists';
import type { Clock } from '../../platform/clock';
import { Forbidden, TooManyRequests, Unauthenticated } from '../../platform/errors';
import { isLocalDate } from '../../scheduling/localDate';
import type { Business } from '../../scheduling/business';
import { dayBounds, toLocalDate } from '../../scheduling/zone';
import { languageOf } from '../language';
import { parsed } from '../parse';
import { presentDay } from './present';
import {
  cookieValue,
  readSession,
  SESSION_COOKIE,
  SESSION_MILLIS,
  signSession,
  type DeskSession,
} from './session';
import type { SignIn } from './signIn';
import { createThrottle } from './throttle';

export interface DeskParts {
  readonly clock: Clock;
  readonly secretKey: string | Uint8Array;
  /** Whether visitors reach us by https: the cookie then travels no other way. */
  readonly secure: boolean;
  readonly signIn: SignIn;
  readonly businessBySlug: (slug: string) => Promise<Business | null>;
  readonly bookings: (
    business: Business,
    window: { from: number; to: number },
  ) => Promise<readonly ListedBooking[]>;
  readonly tasks: (business: Business) => Promise<readonly ListedTask[]>;
  /** What led to a reply. @throws NotFound */
  readonly turn: (business: Business, conversation: string, turn: string) => Promise<object>;
}

const signInBody = z.object({ email: z.string().max(254), password: z.string().max(256) });
const dayQuery = z.object({
  date: z
    .string()
    .refine(
      (text) => /^(19|2[01])/.test(text) && isLocalDate(text),
      'must be a day (YYYY-MM-DD) between 1900 and 2199',
    )
    .optional(),
});

/** Ten wrong passwords from one caller for one address in a quarter of an hour, then a pause. */
const RULES = { failures: 10, windowMillis: 15 * 60_000 };

export function deskRoutes(parts: DeskParts): Router {
  const router = Router();
  const throttle = createThrottle(parts.clock, RULES);
  router.post('/session', json({ limit: '4kb' }), async (request, response) => {
    const { email, password } = parsed(signInBody, request.body ?? {});
    // By both: behind one proxy nobody locks out another, and a valid sign-in forgives no guesses at someone else's.
    const who = `${request.socket.remoteAddress ?? 'unknown'} ${email.toLowerCase()}`;
    const retryAfter = throttle.wait(who);
    if (retryAfter > 0) throw new TooManyRequests('too-many-attempts', 'wait a while', { retryAfter });
    const agent = await parts.signIn(email, password);
    if (agent === null) {
      throttle.failed(who);
      throw new Unauthenticated('sign-in-failed', 'this address and password do not fit');
    }
    throttle.succeeded(who);
    const session = { ...agent, expiresAt: parts.clock.now() + SESSION_MILLIS };
    setCookie(response, parts, signSession(session, parts.secretKey), SESSION_MILLIS);
    response.status(204).end();
  });
  router.delete('/session', (_request, response) => {
    setCookie(response, parts, '', 0);
    response.status(204).end();
  });
  router.get('/conversations/:id/turns/:turn', async (request, response) => {
    const { id, turn } = request.params as { readonly id: string; readonly turn: string };
    const told = await parts.turn(await businessSignedInTo(request, parts), id, turn);
    response.set('Cache-Control', 'no-store').json(told);
  });
  router.get('/data', async (request, response) => {
    const business = await businessSignedInTo(request, parts);
    const { date } = parsed(dayQuery, request.query);
    const day = await dayOf(business, date, parts);
    response.set('Cache-Control', 'no-store').json(presentDay(day, languageOf(request)));
  });
  return router;
}

async function dayOf(
  business: Business,
  date: string | undefined,
  parts: DeskParts,
): Promise<Parameters<typeof presentDay>[0]> {
  const zone = business.branches[0]?.zone ?? 'UTC';
  const asked = date ?? toLocalDate(parts.clock.now() / 60_000, zone);
  const [bookings, tasks] = await Promise.all([
    parts.bookings(business, dayBounds(asked, zone)),
    parts.tasks(business),
  ]);
  return { business, date: asked, bookings, tasks };
}

async function businessSignedInTo(request: Request, parts: DeskParts): Promise<Business> {
  const session = sessionOf(request, parts);
  if (session === null) throw new Unauthenticated('sign-in-required', 'sign in at /desk');
  const business = await parts.businessBySlug(session.tenant);
  if (business === null) throw new Forbidden('unknown-tenant', 'this business is no longer here');
  return business;
}

type Door = Pick<DeskParts, 'clock' | 'secretKey' | 'businessBySlug'>;

/** The business of whoever is signed in at the desk; null for everybody else. */
export async function agentsBusiness(request: Request, parts: Door): Promise<Business | null> {
  const session = sessionOf(request, parts);
  return session && parts.businessBySlug(session.tenant);
}

function sessionOf(request: Request, { clock, secretKey }: Door): DeskSession | null {
  const value = cookieValue(request.get('cookie'), SESSION_COOKIE);
  return value === null ? null : readSession(value, clock.now(), secretKey);
}

function setCookie(response: Response, { secure }: DeskParts, value: string, maxAge: number): void {
  response.cookie(SESSION_COOKIE, value, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/desk',
    maxAge,
  });
}
