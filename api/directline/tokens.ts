/** Direct Line tokens: made for a business that shows its secret, renewed for a visitor while they are good. */
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { callerOf } from './caller';
import { DirectLineFailure } from './failure';
import type { DirectLineOptions } from './options';
import { newVisitor, sessionOf } from './session';

const userSchema = z.object({ id: z.string().max(128).nullish() }).nullish();
const generateSchema = z
  .object({ user: userSchema, trustedOrigins: z.array(z.url().max(256)).max(20).nullish() })
  .nullish();

/** The conversation begins only when the token is first used for it. */
export function generateToken(options: DirectLineOptions): RequestHandler {
  return async (request, response) => {
    const caller = await callerOf(options, request);
    if (caller.kind !== 'business') throw new DirectLineFailure('Forbidden', 'a token cannot make another');
    const body = parsed(generateSchema, request.body);
    const userId = givenUserId(body?.user);
    const trustedOrigins = (body?.trustedOrigins ?? []).map((origin) => new URL(origin).origin);
    const visitor = newVisitor(options, caller.tenantId, { ...(userId && { userId }), trustedOrigins });
    response.json(sessionOf(options, visitor));
  };
}

/** An expired token cannot be renewed: 403 TokenExpired. */
export function refreshToken(options: DirectLineOptions): RequestHandler {
  return async (request, response) => {
    const caller = await callerOf(options, request);
    if (caller.kind !== 'visitor') throw new DirectLineFailure('Forbidden', 'a secret is not renewed');
    response.json(sessionOf(options, caller.claims));
  };
}

/** @throws DirectLineFailure 400 naming the field that breaks the schema */
export function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new DirectLineFailure(
    'BadArgument',
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not accepted'}`,
  );
}

/** The user id a business chose for its visitor; the protocol asks for the prefix, which no other id has. */
export function givenUserId(user: z.infer<typeof userSchema>): string | undefined {
  const id = user?.id ?? undefined;
  if (id === undefined || /^dl_[\x21-\x7e]{1,125}$/.test(id)) return id;
  throw new DirectLineFailure('BadArgument', 'user.id: must begin with dl_');
}

export { userSchema };
