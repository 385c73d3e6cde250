/** Proves that a webhook really comes from Twilio: X-Twilio-Signature over the public URL and the fields. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { parseForm, type FormParams } from './form';

export interface SignedRequest {
  /** The header X-Twilio-Signature as it came. */
  readonly signature: string | undefined;
  /** `publicAddress(PUBLIC_URL, path and query as received)`: the Host header takes no part in it. */
  readonly url: string;
  /** The bytes of the body before anything parsed them. */
  readonly rawBody: Uint8Array;
}

export type Verdict =
  | { readonly kind: 'ok'; readonly params: FormParams }
  | { readonly kind: 'missing' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'not-configured' };

/**
 * Checks the signature against every auth token (several while one is being rotated), in constant time.
 * No token means nobody can be believed: 'not-configured', never 'ok'.
 * Source: twilio.com/docs/usage/security; the URL counts with and without its port, because Twilio is inconsistent.
 */
export function verifyTwilio(request: SignedRequest, authTokens: readonly string[]): Verdict {
  const tokens = authTokens.filter((token) => token !== '');
  if (tokens.length === 0) return { kind: 'not-configured' };
  const { signature, url, rawBody } = request;
  if (signature === undefined || signature === '') return { kind: 'missing' };
  const hash = claimedBodyHash(url);
  const params = parseForm(rawBody);
  if (hash !== null && !sameText(hash, sha256Hex(rawBody))) return { kind: 'wrong' };
  if (hash === null && params === null) return { kind: 'wrong' };
  const signed = hash === null && params !== null ? params : {};
  const matches = tokens.flatMap((token) => spellings(url).map((spelling) => [token, spelling] as const));
  // Every candidate is compared, so that the time taken says nothing about which one was near.
  const hits = matches.filter(([token, spelling]) =>
    sameText(signature, getExpectedTwilioSignature(token, spelling, signed)),
  );
  return hits.length > 0 ? { kind: 'ok', params: params ?? {} } : { kind: 'wrong' };
}

/** The address that Twilio called, made from configuration; `target` is the request's path and query as received. */
export function publicAddress(publicUrl: string, target: string): string {
  return publicUrl.replace(/\/+$/, '') + (target.startsWith('/') ? target : `/${target}`);
}

/** JSON bodies are not in the signature; their hash is, as a query parameter. */
function claimedBodyHash(url: string): string | null {
  const query = url.split('?').slice(1).join('?');
  return new URLSearchParams(query).get('bodySHA256');
}

function spellings(url: string): string[] {
  const ports = [url, ...portSpellings(url)];
  return [...new Set(ports.flatMap(quoteSpellings))];
}

function portSpellings(url: string): string[] {
  const parts = /^(https?):\/\/([^/?#]*)(.*)$/is.exec(url);
  if (parts === null) return [];
  const [, scheme = '', authority = '', rest = ''] = parts;
  const host = authority.replace(/:\d+$/, '');
  const port = scheme.toLowerCase() === 'https' ? 443 : 80;
  const withPort = host === authority ? [`${scheme}://${host}:${port}${rest}`] : [];
  return [`${scheme}://${host}${rest}`, ...withPort];
}

/** Twilio signs a single quote in the query sometimes escaped and sometimes not. */
function quoteSpellings(url: string): string[] {
  const start = url.indexOf('?');
  if (start === -1) return [url];
  const [path, query] = [url.slice(0, start), url.slice(start)];
  return [url, path + query.replaceAll("'", '%27'), path + query.replaceAll('%27', "'")];
}

/** Both sides are hashed first: timingSafeEqual throws on unequal lengths, and the length should not show either. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

function sha256Hex(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
