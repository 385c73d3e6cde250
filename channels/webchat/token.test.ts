/** Tokens of the web chat: each opens one conversation, for one purpose, for a time, and none can be made up. */
import { jwtDecode } from './token.fixture';
import { originTrusted, signToken, verifyToken, type TokenCheck, type TokenClaims } from './token';

const KEY = 'a'.repeat(32);
const NOW = Date.parse('2026-03-27T09:00:00Z');
const claims: TokenClaims = {
  purpose: 'conversation',
  tenantId: 'tenant-1',
  conversationId: 'conv-1',
  userId: 'dl_user-1',
  trustedOrigins: [],
};
const token = signToken(claims, NOW, KEY);

function verdict(text: string, check: Partial<TokenCheck> = {}, key: string = KEY): string {
  return verifyToken(text, { purpose: 'conversation', now: NOW, ...check }, key).kind;
}

it('gives back what was signed, until half an hour has passed', () => {
  const verified = verifyToken(token, { purpose: 'conversation', now: NOW, conversationId: 'conv-1' }, KEY);
  expect(verified).toEqual({ kind: 'ok', claims: { ...claims, expiresAt: NOW + 1_800_000 } });
  expect(verdict(token, { now: NOW + 1_799_999 })).toBe('ok');
  expect(verdict(token, { now: NOW + 1_800_000 })).toBe('expired');
});

it('shows its user to the unmodified client, which looks for it', () => {
  expect(jwtDecode(token)).toMatchObject({ user: 'dl_user-1' });
});

it('another conversation is not opened by it', () => {
  expect(verdict(token, { conversationId: 'conv-2' })).toBe('other-conversation');
});

it('serves its own purpose only, and a stream address for a minute', () => {
  const stream = signToken({ ...claims, purpose: 'stream' }, NOW, KEY);
  expect(verdict(stream)).toBe('malformed');
  expect(verdict(token, { purpose: 'stream' })).toBe('malformed');
  expect(verdict(stream, { purpose: 'stream', now: NOW + 59_999 })).toBe('ok');
  expect(verdict(stream, { purpose: 'stream', now: NOW + 60_000 })).toBe('expired');
});

it('under another key it is nothing, however old', () => {
  expect(verdict(token, {}, 'b'.repeat(32))).toBe('malformed');
  expect(verdict(token, { now: NOW + 1e9 }, 'b'.repeat(32))).toBe('malformed');
});

it('every single character counts', () => {
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === 'A' ? 'B' : 'A';
    expect(verdict(token.slice(0, at) + other + token.slice(at + 1))).toBe('malformed');
    expect(verdict(token.slice(0, at) + token.slice(at + 1))).toBe('malformed');
  }
});

it('claims cannot be exchanged, nor the algorithm', () => {
  const [header = '', body = '', signature = ''] = token.split('.');
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const forged = encode({ ...jwtDecode(token), conv: 'conv-2' });
  expect(verdict(`${header}.${forged}.${signature}`)).toBe('malformed');
  expect(verdict(`${encode({ alg: 'none', typ: 'JWT' })}.${body}.`)).toBe('malformed');
  expect(verdict(`${encode({ alg: 'none', typ: 'JWT' })}.${body}.${signature}`)).toBe('malformed');
});

it.each([
  '',
  '.',
  '..',
  'a.b.c',
  `${token}.`,
  `${token}=`,
  ` ${token}`,
  'x'.repeat(10_000),
  token.toUpperCase(),
])('rubbish %# is malformed', (text) => expect(verdict(text)).toBe('malformed'));

it('where origins are named a browser must come from one of them', () => {
  const bound = { ...claims, trustedOrigins: ['https://shop.example'] };
  expect(originTrusted(bound, 'https://shop.example')).toBe(true);
  expect(originTrusted(bound, 'https://evil.example')).toBe(false);
  expect(originTrusted(bound, undefined)).toBe(true);
  expect(originTrusted(claims, 'https://any.example')).toBe(true);
});
