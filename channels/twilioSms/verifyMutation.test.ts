/** Thousands of requests that differ from a signed one in a single byte: none is believed. */
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { field, parseForm } from './form';
import { verifyTwilio, type SignedRequest } from './verify';

const ROUNDS = process.env['NOBAT_LONG'] ? 10_000 : 2_000;
const TOKEN = 'f5d2c0';
const ORIGIN = 'https://shop.example';
const FIELDS = {
  AccountSid: 'AC0123456789abcdef',
  Body: 'book me in at 10, please + thanks',
  From: '+4915112345678',
  MessageSid: 'SM0123456789abcdef',
  NumMedia: '0',
  To: '+4930123456',
};
const PATH = '/webhooks/twilio/messages?tenant=garage&foo=1';
const BODY = new URLSearchParams(FIELDS).toString();
const SIGNATURE = getExpectedTwilioSignature(TOKEN, ORIGIN + PATH, FIELDS);

/** A small generator with a fixed seed (mulberry32): the same mutations on every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Replaces, inserts or deletes one printable byte. */
function mutated(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const byte = String.fromCharCode(33 + Math.floor(next() * 94));
  const way = Math.floor(next() * 3);
  return text.slice(0, at) + (way === 2 ? '' : byte) + text.slice(way === 1 ? at : at + 1);
}

function mutation(next: () => number): SignedRequest {
  const target = Math.floor(next() * 3);
  return {
    signature: target === 0 ? mutated(SIGNATURE, next) : SIGNATURE,
    url: ORIGIN + (target === 1 ? mutated(PATH, next) : PATH),
    rawBody: Buffer.from(target === 2 ? mutated(BODY, next) : BODY),
  };
}

/** `%2b` for `%2B` is another byte but the same request: the protocol signs what the fields say. */
function sameRequest(request: SignedRequest): boolean {
  const params = parseForm(request.rawBody);
  const same = params !== null && Object.keys(params).length === Object.keys(FIELDS).length;
  const alike = same && Object.entries(FIELDS).every(([name, value]) => field(params, name) === value);
  return alike && request.signature === SIGNATURE && request.url === ORIGIN + PATH;
}

it(`none of ${ROUNDS} mutated requests is accepted, while the genuine one is`, () => {
  const next = random(20260327);
  const mutations = Array.from({ length: ROUNDS * 2 }, () => mutation(next)).filter(
    (one) => !sameRequest(one),
  );
  const tried = mutations.slice(0, ROUNDS);
  expect(tried).toHaveLength(ROUNDS);
  const believed = tried.filter((request) => verifyTwilio(request, [TOKEN, 'rotated']).kind !== 'wrong');
  expect(believed.map((request) => [request.url, Buffer.from(request.rawBody).toString()])).toEqual([]);
  const genuine = { signature: SIGNATURE, url: ORIGIN + PATH, rawBody: Buffer.from(BODY) };
  expect(verifyTwilio(genuine, [TOKEN]).kind).toBe('ok');
});
