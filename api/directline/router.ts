/** The REST half of Direct Line 3.0, to be mounted at /v3/directline before any other body parser. */
import cors from 'cors';
import { json, Router, type RequestHandler } from 'express';
import { postActivity, readActivities, refuseUpload } from './activities';
import { reconnect, startConversation } from './conversations';
import { answerFailure, DirectLineFailure } from './failure';
import type { DirectLineOptions } from './options';
import { generateToken, refreshToken } from './tokens';
import { callerOf } from './caller';

/** Ten thousand characters in the widest escape JSON has, and room for the rest of an activity. */
const LARGEST_BODY = 128 * 1024;

export function directLineRouter(options: DirectLineOptions): Router {
  const router = Router();
  const body = [authorised(options), json({ limit: LARGEST_BODY, type: () => true })];
  router.use(crossOrigin, uncached);
  router.post('/tokens/generate', body, generateToken(options));
  router.post('/tokens/refresh', refreshToken(options));
  router.post('/conversations', body, startConversation(options));
  router.get('/conversations/:conversationId', reconnect(options));
  router.get('/conversations/:conversationId/activities', readActivities(options));
  router.post('/conversations/:conversationId/activities', body, postActivity(options));
  router.post('/conversations/:conversationId/upload', refuseUpload(options));
  router.use(() => {
    throw new DirectLineFailure('NotFound', 'there is nothing at this address');
  });
  router.use(answerFailure(options.log));
  return router;
}

/** Any page may hold a widget: what protects is the token, not the origin, and no cookie is ever read. */
const crossOrigin = cors({
  origin: '*',
  methods: ['GET', 'POST'],
  allowedHeaders: ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with'],
  maxAge: 600,
});

const uncached: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** Nobody's body is read before it is known that they may send one. */
function authorised(options: DirectLineOptions): RequestHandler {
  return async (request, _response, next) => {
    await callerOf(options, request);
    next();
  };
}
