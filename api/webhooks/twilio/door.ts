/** The door of Twilio's webhooks: lets in only what Twilio signed for the address we gave it. */
import type { Request, RequestHandler, Response } from 'express';
import { publicAddress, verifyTwilio, type FormParams } from '../../../channels/twilioSms';
import { BadRequest, Forbidden } from '../../../platform/errors';

export interface TwilioDoor {
  /** PUBLIC_URL: signatures are over it, never over the Host header. */
  readonly publicUrl: string;
  /** Several while one is being rotated. */
  readonly authTokens: readonly string[];
}

const PARAMS = 'twilioParams';

/**
 * Needs the raw body. 400 without a signature, 403 for a wrong one; without a token of ours nobody can be believed, which
 * is a 403 too, so that a forgotten setting never opens the door.
 */
export function signedByTwilio({ publicUrl, authTokens }: TwilioDoor): RequestHandler {
  return (request, response, next) => {
    const signature = request.get('x-twilio-signature');
    if (!signature) throw new BadRequest('signature-missing', 'X-Twilio-Signature is missing');
    const url = publicAddress(publicUrl, request.originalUrl);
    const verdict = verifyTwilio({ signature, url, rawBody: rawBody(request) }, authTokens);
    switch (verdict.kind) {
      case 'ok':
        response.locals[PARAMS] = verdict.params;
        return next();
      case 'missing':
        throw new BadRequest('signature-missing', 'X-Twilio-Signature is missing');
      case 'wrong':
        throw new Forbidden('signature-wrong', 'the signature does not fit this request');
      case 'not-configured':
        throw new Forbidden('not-configured', 'TWILIO_AUTH_TOKEN is not set');
    }
  };
}

export function paramsOf(response: Response): FormParams {
  return response.locals[PARAMS] as FormParams;
}

/** What answers a message webhook: nothing to do, the reply comes by the REST API. */
export function emptyTwiml(response: Response): void {
  response.type('text/xml').send('<?xml version="1.0" encoding="UTF-8"?><Response/>');
}

function rawBody(request: Request): Uint8Array {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}
