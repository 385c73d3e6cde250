/** The body of a request to the API: JSON in a sensible size, or a refusal before anything else is done. */
import { text, type RequestHandler } from 'express';
import { BadRequest, UnsupportedMediaType } from '../platform/errors';
import { strictJson } from './strictJson';

/** What is sent here is a booking, not a film. The limit counts after decompression. */
const LIMIT = '32kb';
const JSON_TYPES = ['application/json', 'application/*+json'];

/** @throws UnsupportedMediaType, PayloadTooLarge, BadRequest `malformed-json` */
export const jsonBody: readonly RequestHandler[] = [
  (request, _response, next) => {
    const type = request.is(JSON_TYPES);
    if (type === null) throw new BadRequest('body-required', 'send a body');
    if (type === false)
      throw new UnsupportedMediaType('unsupported-media-type', 'send the body as application/json');
    next();
  },
  text({ limit: LIMIT, type: JSON_TYPES }),
  (request, _response, next) => {
    request.body = strictJson(typeof request.body === 'string' ? request.body : '');
    next();
  },
];
