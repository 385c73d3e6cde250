/** Direct Line conversations: begun, and gone on with after a break. */
import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { parseWatermark } from '../../channels/webchat';
import { callerOf, type Caller } from './caller';
import { DirectLineFailure } from './failure';
import type { DirectLineOptions } from './options';
import type { SeenConversation } from './port';
import { newVisitor, sessionOf, streamUrl, type Visitor } from './session';
import { givenUserId, parsed, userSchema } from './tokens';

const startSchema = z
  .object({ user: userSchema, locale: z.string().max(35).nullish().catch(null) })
  .nullish();

/** 201 for a new conversation; 200, from its first message on, where the token's conversation is open already. */
export function startConversation(options: DirectLineOptions): RequestHandler {
  return async (request, response) => {
    const caller = await callerOf(options, request);
    const body = parsed(startSchema, request.body);
    const visitor = starting(options, caller, givenUserId(caller.kind === 'business' ? body?.user : null));
    const { tenantId, conversationId, userId } = visitor;
    const locale = body?.locale ?? undefined;
    const opened = await options.port.openConversation({
      tenantId,
      conversationId,
      userId,
      ...(locale && { locale }),
    });
    const address = { streamUrl: streamUrl(options, visitor, 0, request.headers.host) };
    response.status(opened === 'opened' ? 201 : 200).json({ ...sessionOf(options, visitor), ...address });
  };
}

/**
 * A new token and stream for a conversation, after the watermark; without the parameter, only what comes from now on.
 * An empty one is that of a client that has seen nothing yet: it gets everything.
 */
export function reconnect(options: DirectLineOptions): RequestHandler {
  return async (request, response) => {
    const { visitor, seen } = await conversationOf(options, request);
    const after = afterWatermark(request, seen, seen.lastNumber);
    const address = { streamUrl: streamUrl(options, visitor, after, request.headers.host) };
    response.json({ ...sessionOf(options, visitor), ...address });
  };
}

export interface CalledConversation {
  readonly visitor: Visitor;
  readonly seen: SeenConversation;
}

/**
 * The conversation in the address, with the visitor it belongs to.
 * @throws DirectLineFailure as `callerOf` does, and 404 where the caller's tenant has no such open conversation
 */
export async function conversationOf(
  options: DirectLineOptions,
  request: Request,
): Promise<CalledConversation> {
  const conversationId = String(request.params['conversationId']);
  const caller = await callerOf(options, request, conversationId);
  const tenantId = caller.kind === 'visitor' ? caller.claims.tenantId : caller.tenantId;
  const seen = await options.port.conversation(tenantId, conversationId);
  if (seen === null) throw new DirectLineFailure('ConversationNotFound', 'there is no such conversation');
  const trustedOrigins = caller.kind === 'visitor' ? caller.claims.trustedOrigins : [];
  return { visitor: { tenantId, conversationId, userId: seen.userId, trustedOrigins }, seen };
}

/** Who posts to the conversation in the address. Of a visitor with a token it is not asked here whether it is open: `post` tells. */
export async function visitorOf(options: DirectLineOptions, request: Request): Promise<Visitor> {
  const caller = await callerOf(options, request, String(request.params['conversationId']));
  return caller.kind === 'visitor' ? caller.claims : (await conversationOf(options, request)).visitor;
}

/** A watermark beyond the newest message is none of ours: taken at its word it would hide what comes next. */
export function afterWatermark(request: Request, seen: SeenConversation, withoutOne: number): number {
  const { watermark } = request.query;
  if (watermark === undefined) return withoutOne;
  return Math.min(parseWatermark(typeof watermark === 'string' ? watermark : null), seen.lastNumber);
}

function starting(options: DirectLineOptions, caller: Caller, userId: string | undefined): Visitor {
  if (caller.kind === 'visitor') return caller.claims;
  return newVisitor(options, caller.tenantId, userId === undefined ? {} : { userId });
}
