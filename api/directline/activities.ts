/** Direct Line activities: posted by visitors, and read by those who poll. */
import type { RequestHandler } from 'express';
import { activityId, activitySet, receiveActivity } from '../../channels/webchat';
import { afterWatermark, conversationOf, visitorOf } from './conversations';
import { DirectLineFailure } from './failure';
import type { DirectLineOptions } from './options';
import type { Visitor } from './session';

/**
 * Messages in one answer; a client asks again until an answer is empty. Few enough that botframework-directlinejs, which
 * hands them on a millisecond apart and polls up to five times a second, is done with one answer before the next.
 */
const PAGE = 50;

export function readActivities(options: DirectLineOptions): RequestHandler {
  return async (request, response) => {
    const { visitor, seen } = await conversationOf(options, request);
    const { tenantId, conversationId } = visitor;
    const after = afterWatermark(request, seen, 0);
    const messages =
      after < seen.lastNumber
        ? await options.port.messagesAfter({ tenantId, conversationId, after, upTo: Infinity }, PAGE)
        : [];
    const speakers = { conversationId, userId: seen.userId, businessName: seen.businessName };
    response.json(activitySet(messages, after, speakers));
  };
}

/** Typing and events are answered like messages; nothing of them is kept. */
export function postActivity(options: DirectLineOptions): RequestHandler {
  return async (request, response) => {
    const visitor = await visitorOf(options, request);
    const { tenantId, conversationId, userId } = visitor;
    const generatedId = options.newId();
    const posted = receiveActivity(request.body, { account: tenantId, conversationId, userId, generatedId });
    switch (posted.kind) {
      case 'message':
        return void response.json({ id: await stored(options, visitor, posted.received) });
      case 'typing':
        options.port.visitorTyping(tenantId, conversationId);
        return void response.json({ id: `${conversationId}|${generatedId}` });
      case 'ignored':
        return void response.json({ id: `${conversationId}|${generatedId}` });
      case 'malformed':
        throw new DirectLineFailure('BadArgument', posted.reason);
    }
  };
}

type Message = Extract<ReturnType<typeof receiveActivity>, { kind: 'message' }>['received'];

async function stored(
  options: DirectLineOptions,
  { tenantId, conversationId }: Visitor,
  received: Message,
): Promise<string> {
  const result = await options.port.post(tenantId, conversationId, received);
  switch (result.kind) {
    case 'stored':
      return activityId(conversationId, result.number);
    case 'no-conversation':
      throw new DirectLineFailure('ConversationNotFound', 'there is no such conversation');
    case 'refused':
      throw new DirectLineFailure('BotRejectedActivity', result.reason);
  }
}

/** Said plainly, so that the client shows the file as not sent instead of trying for ever. */
export function refuseUpload(options: DirectLineOptions): RequestHandler {
  return async (request) => {
    await conversationOf(options, request);
    throw new DirectLineFailure(
      'UploadNotSupported',
      'files are not accepted here; please describe it in words',
    );
  };
}
