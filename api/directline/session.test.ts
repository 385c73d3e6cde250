/** Stream addresses come from configuration, and a resume mark opens its own conversation only. */
import { TestClock } from '../../platform/clock';
import { AT, MemoryPort } from './memoryPort.fixture';
import { newVisitor, resumedSession, sessionOf, streamUrl } from './session';

let ids = 0;
const clock = new TestClock(AT);
const base = {
  port: new MemoryPort(),
  secretKey: 'k'.repeat(32),
  clock,
  newId: () => `id-${(ids += 1)}`,
  log: { error: () => undefined },
};
const visitor = newVisitor(base, 'tenant-1');

function address(publicUrl: string, host: string | undefined): string {
  return streamUrl({ ...base, publicUrl }, visitor, 7, host).split('?')[0] ?? '';
}

const path = `/v3/directline/conversations/${visitor.conversationId}/stream`;

it.each(['evil.example', 'localhost:3000', 'shop.example@evil.example', '', undefined])(
  'a Host of %j changes nothing at a public address',
  (host) => expect(address('https://shop.example/', host)).toBe(`wss://shop.example${path}`),
);

it('on this machine the name the page was loaded from stays, and no other is taken', () => {
  expect(address('http://localhost:3000', '127.0.0.1:3000')).toBe(`ws://127.0.0.1:3000${path}`);
  expect(address('http://localhost:3000', 'localhost:3000')).toBe(`ws://localhost:3000${path}`);
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    'localhost@evil.example',
    'local host',
    '/',
    undefined,
  ]) {
    expect(address('http://localhost:3000', host)).toBe(`ws://localhost:3000${path}`);
  }
});

it('says where the stream goes on', () => {
  expect(streamUrl({ ...base, publicUrl: 'https://shop.example' }, visitor, 7, undefined)).toContain(
    '?watermark=7&t=',
  );
});

it('a resume mark gives a new session for the same visitor, for 30 days, to the same tenant', () => {
  const { resume, token } = sessionOf(base, visitor);
  clock.advance(29 * 86_400_000);
  expect(resumedSession(base, 'tenant-1', resume)).toMatchObject({ conversationId: visitor.conversationId });
  expect(resumedSession(base, 'tenant-2', resume)).toBeNull();
  expect(resumedSession(base, 'tenant-1', token)).toBeNull();
  clock.advance(86_400_000);
  expect(resumedSession(base, 'tenant-1', resume)).toBeNull();
});
