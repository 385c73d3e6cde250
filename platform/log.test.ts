/** The log: one JSON object a line, and nothing in it that belongs to a customer or a provider. */

import { createLog, type LogLevel } from './log';

function logged(write: (log: ReturnType<typeof createLog>) => void, level: LogLevel = 'info'): string[] {
  const lines: string[] = [];
  write(createLog(level, { write: (line: string) => void lines.push(line) }));
  return lines;
}

describe('the log', () => {
  it('writes fields, ids of its child and the message', () => {
    const [line] = logged((log) => log.child({ tenant: 't1', turn: '7' }).info({ count: 3 }, 'turn done'));
    expect(JSON.parse(line ?? '')).toMatchObject({ tenant: 't1', turn: '7', count: 3, msg: 'turn done' });
  });

  it('keeps to its level', () => {
    expect(logged((log) => log.info('quiet'), 'warn')).toEqual([]);
  });

  it.each([
    ['a phone number in the message', 'sent to +49 151 123-45678 twice', '151'],
    ['a password in an address', 'connecting to postgresql://nobat:hunter2@db/x', 'hunter2'],
  ])('hides %s', (_what, message, secret) => {
    const [line] = logged((log) => log.info(message));
    expect(line).not.toContain(secret);
  });

  it('hides secrets, bodies and numbers at any depth', () => {
    const fields = {
      phone: '+4915112345678',
      request: { headers: { authorization: 'Bearer x1' }, body: 'my cat is ill', ids: ['015112345678'] },
      authToken: 'x2',
      kept: 'booking b-17',
    };
    const [line] = logged((log) => log.info(fields, 'in'));
    for (const secret of ['112345678', 'x1', 'is ill', 'x2']) expect(line).not.toContain(secret);
    expect(line).toContain('booking b-17');
  });

  it('keeps of an error its kind, message, code and place, and hides what hangs on it', () => {
    const error = Object.assign(new Error('duplicate key for +4915112345678'), {
      code: '23505',
      detail: 'Key (phone)=(+4915112345678) exists',
      parameters: ['my cat is ill'],
    });
    const [line] = logged((log) => log.error({ err: error }, 'failed'));
    expect(line).not.toContain('4915112345678');
    expect(line).not.toContain('is ill');
    expect(JSON.parse(line ?? '')).toMatchObject({ err: { type: 'Error', code: '23505' } });
  });

  it('treats a bare error like any other, message included', () => {
    const [line] = logged((log) => log.error(new Error('no route to +4915112345678')));
    expect(line).not.toContain('15112345678');
    expect(JSON.parse(line ?? '')).toMatchObject({ msg: 'no route to [hidden]', err: { type: 'Error' } });
  });

  it('leaves ids and instants readable', () => {
    const id = '3f2b8c1e-4a5d-4e6f-8a7b-112233445566';
    const [line] = logged((log) =>
      log.info({ at: '2026-03-27T09:00:00.000Z', day: '2026-03-27', id, millis: 1774598400000 }, 'due'),
    );
    expect(JSON.parse(line ?? '')).toMatchObject({ at: '2026-03-27T09:00:00.000Z', day: '2026-03-27', id });
  });
});
