/** An address at which no database answers stops the start with a sentence that names the variable and no password. */

import { connect } from './database';
import { explainConnectError } from './connectError';
import { StartRefused } from './errors';
import { serverUrl } from '../test/setup/server';

async function toldAbout(url: string): Promise<string> {
  const database = connect({ url });
  const error: unknown = await database.sequelize.query('SELECT 1').then(
    () => new Error('it answered'),
    (refused: unknown) => explainConnectError(refused, url),
  );
  await database.close();
  expect(error).toBeInstanceOf(StartRefused);
  return String(error);
}

function serverWith(change: (url: URL) => void): string {
  const url = new URL(serverUrl());
  change(url);
  return url.href;
}

describe('a DATABASE_URL', () => {
  it('with a wrong password is refused, and the password stays unsaid', async () => {
    const told = await toldAbout(serverWith((url) => (url.password = 'wrong-guess')));
    expect(told).toMatch(/DATABASE_URL: .* refuses the password of the user nobat/);
    expect(told).not.toContain('wrong-guess');
  });

  it('with a database that is not there is refused by its name', async () => {
    expect(await toldAbout(serverWith((url) => (url.pathname = '/nowhere')))).toContain(
      'has no database nowhere',
    );
  });

  it('at which nobody listens is refused with host and port', async () => {
    const told = await toldAbout('postgresql://nobat:hush@127.0.0.1:1/nobat');
    expect(told).toContain('the PostgreSQL at 127.0.0.1:1 cannot be reached (ECONNREFUSED)');
    expect(told).not.toContain('hush');
  });

  it('of a server without TLS that asks for it is refused with what the server said', async () => {
    const told = await toldAbout(serverWith((url) => url.searchParams.set('sslmode', 'require')));
    expect(told).toContain('does not support SSL');
  });
});

it('any other error comes back as it was', () => {
  const error = new Error('a surprise');
  expect(explainConnectError(error, 'postgresql://nobat@localhost/nobat')).toBe(error);
});
