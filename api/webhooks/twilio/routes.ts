/** Twilio's webhooks: verify, store, ring the bell, answer; nothing else. */
import express, { Router, type RequestHandler } from 'express';
import {
  meaningOf,
  receiveTwilioMessage,
  receiveTwilioStatus,
  type StatusReport,
} from '../../../channels/twilioSms';
import type { Received } from '../../../channels/channel';
import { Forbidden } from '../../../platform/errors';
import type { Log } from '../../../platform/log';
import { emptyTwiml, paramsOf, signedByTwilio, type TwilioDoor } from './door';

export interface TwilioParts extends TwilioDoor {
  readonly accountSid: string | undefined;
  /** Durable when it resolves; 'unknown-account' for a number that is not ours. */
  readonly receive: (received: Received) => Promise<'stored' | 'unknown-account'>;
  /** @param optedOut whether the provider says that this address takes no more messages */
  readonly report: (report: StatusReport, optedOut: boolean) => Promise<void>;
  readonly log: Log;
}

/** Far more than a message with ten media has. */
const LARGEST_BODY = '64kb';

export function twilioRoutes(parts: TwilioParts): Router {
  const router = Router();
  const signed: RequestHandler[] = [
    express.raw({ type: () => true, limit: LARGEST_BODY }),
    signedByTwilio(parts),
  ];
  router.post('/messages', signed, messages(parts));
  router.post('/status', signed, status(parts));
  return router;
}

/**
 * What is signed but of no use to us is answered 200 and logged, or Twilio would send it again and again; only what could
 * not be stored is a 5xx, so that it does.
 */
function messages({ receive, accountSid, log }: TwilioParts): RequestHandler {
  return async (_request, response) => {
    const message = receiveTwilioMessage(paramsOf(response));
    switch (message.kind) {
      case 'message': {
        const sender = message.received.details?.['accountSid'];
        if (accountSid !== undefined && sender !== undefined && sender !== accountSid)
          throw new Forbidden('other-account', 'the message is of another Twilio account');
        if ((await receive(message.received)) === 'unknown-account')
          log.warn(
            { provider: 'twilio', id: message.received.providerId },
            'a message to a number that is not ours',
          );
        break;
      }
      case 'other-channel':
        log.warn(
          { provider: 'twilio', channel: message.channel },
          'a message of a channel that is not set up',
        );
        break;
      case 'malformed':
        log.warn({ provider: 'twilio', field: message.field }, 'a signed message that cannot be read');
        break;
    }
    emptyTwiml(response);
  };
}

function status({ report, log }: TwilioParts): RequestHandler {
  return async (request, response) => {
    const found = receiveTwilioStatus(request.originalUrl, paramsOf(response));
    if (found.kind === 'malformed')
      log.warn({ provider: 'twilio', field: found.field }, 'a delivery report that cannot be read');
    else await report(found.report, optedOutBy(found.report));
    response.status(204).end();
  };
}

function optedOutBy({ errorCode }: StatusReport): boolean {
  return errorCode !== null && meaningOf(errorCode) === 'opted-out';
}
