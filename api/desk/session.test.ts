/** Claims about the desk's session: only our own, unchanged and before its end. */
import { cookieValue, readSession, signSession } from './session';

const session = { tenant: 'garage', role: 'agent', expiresAt: 1000 } as const;
const key = 'k'.repeat(32);

test('what was signed is read again until it ends', () => {
  const value = signSession(session, key);
  expect(readSession(value, 999, key)).toEqual(session);
  expect(readSession(value, 1000, key)).toBeNull();
});

test.each([
  ['another key', (value: string) => readSession(value, 0, 'another')],
  ['a changed body', (value: string) => readSession(`x${value}`, 0, key)],
  ['no signature', (value: string) => readSession(value.split('.')[0] ?? '', 0, key)],
  ['nonsense', () => readSession('a.b.c', 0, key)],
  ['nothing', () => readSession('', 0, key)],
])('%s is no session', (_what, read) => {
  expect(read(signSession(session, key))).toBeNull();
});

test('a cookie is found among others', () => {
  expect(cookieValue('a=1; nobat_desk=x.y; b=2', 'nobat_desk')).toBe('x.y');
  expect(cookieValue('not_nobat_desk=1', 'nobat_desk')).toBeNull();
  expect(cookieValue(undefined, 'nobat_desk')).toBeNull();
});
