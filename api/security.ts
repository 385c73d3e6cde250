/** The headers every answer carries: a strict content security policy, no sniffing, no framing by others. */
import cors from 'cors';
import helmet from 'helmet';
import type { RequestHandler } from 'express';

/** @param publicUrl where visitors reach us: only by https may a browser be told to insist on it */
export function securityHeaders(publicUrl: string): RequestHandler {
  const secure = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        connectSrc: ["'self'", socketOrigin(publicUrl)],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Not every browser takes 'self' for the WebSockets of the same host. */
function socketOrigin(publicUrl: string): string {
  return new URL(publicUrl).origin.replace(/^http/, 'ws');
}

/** What pages of other sites may call: the widget lives there. Credentials never travel along. */
export const openToAllOrigins: RequestHandler = cors({
  origin: '*',
  methods: ['GET', 'POST', 'PATCH', 'DELETE', 'OPTIONS'],
  // The first four are those of botframework-directlinejs.
  allowedHeaders: [
    'authorization',
    'content-type',
    'x-ms-bot-agent',
    'x-requested-with',
    'x-tenant',
    'idempotency-key',
    'if-match',
    'accept-language',
  ],
  exposedHeaders: ['X-Request-Id', 'Retry-After', 'ETag', 'Location', 'Idempotency-Replayed'],
  maxAge: 600,
});

/** The widget's script is loaded by pages of other sites. */
export const loadableFromAnywhere: RequestHandler = (_request, response, next) => {
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  next();
};
