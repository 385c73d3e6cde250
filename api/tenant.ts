/** Whose business a request is about: by API key, or for public reads by the header X-Tenant. */
import type { Request, RequestHandler, Response } from 'express';
import { BadRequest, Forbidden, NotFound, Unauthenticated } from '../platform/errors';
import { apiKeyHash } from '../models/apiKey';
import type { Business } from '../scheduling/business';

export interface TenantParts {
  /** The business of a slug, in its newest version; null when there is none. */
  readonly businessBySlug: (slug: string) => Promise<Business | null>;
  /** The slug that an API key belongs to; null when the key is not known. */
  readonly tenantOfKey: (key: string) => Promise<string | null>;
}

const BUSINESS = 'business';
const CALLER = 'caller';

/** For public reads: the key's tenant, or the one that X-Tenant names. */
export function publicTenant(parts: TenantParts): RequestHandler {
  return async (request, response, next) => {
    const key = bearerKey(request);
    const named = request.get('x-tenant');
    if (key === null && named === undefined)
      throw new BadRequest('tenant-required', 'name the business by X-Tenant or by an API key');
    if (key === null) await keep(parts, response, named ?? '');
    else await keepKeyed(parts, response, key, named);
    next();
  };
}

/** For everything else: the key's tenant. */
export function keyedTenant(parts: TenantParts): RequestHandler {
  return async (request, response, next) => {
    const key = bearerKey(request);
    if (key === null) throw new Unauthenticated('key-required', 'send an API key as Authorization: Bearer …');
    await keepKeyed(parts, response, key, request.get('x-tenant'));
    next();
  };
}

/** The business that one of the two handlers above found. */
export function businessOf(response: Response): Business {
  const business: unknown = response.locals[BUSINESS];
  if (business === undefined) throw new Error('this route has no tenant handler before it');
  return business as Business;
}

/** For a caller who has shown by other means than a key whose business it is. */
export function actFor(response: Response, business: Business): void {
  response.locals[BUSINESS] = business;
}

/** Who calls, told apart without telling the key; null for a public read. */
export function callerOf(response: Response): string | null {
  const caller: unknown = response.locals[CALLER];
  return typeof caller === 'string' ? caller : null;
}

async function keep(parts: TenantParts, response: Response, slug: string): Promise<void> {
  const business = await parts.businessBySlug(slug);
  if (business === null) throw new NotFound('unknown-tenant', `no business is called ${slug.slice(0, 64)}`);
  response.locals[BUSINESS] = business;
}

async function keepKeyed(
  parts: TenantParts,
  response: Response,
  key: string,
  named: string | undefined,
): Promise<void> {
  await keep(parts, response, await slugOfKey(parts, key, named));
  response.locals[CALLER] = apiKeyHash(key).slice(0, 16);
}

async function slugOfKey(parts: TenantParts, key: string, named: string | undefined): Promise<string> {
  const slug = await parts.tenantOfKey(key);
  if (slug === null) throw new Unauthenticated('unknown-key', 'this API key is not known');
  if (named !== undefined && named !== slug)
    throw new Forbidden('other-tenant', 'this API key is of another business than X-Tenant names');
  return slug;
}

function bearerKey(request: Request): string | null {
  const found = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '');
  return found?.[1] ?? null;
}
