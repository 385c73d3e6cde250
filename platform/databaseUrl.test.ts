/** Connection addresses as libpq reads them. */

import { connectionOptions } from './databaseUrl';

describe('a connection address', () => {
  it('is split into its parts, percent-encoding undone', () => {
    expect(connectionOptions('postgresql://me:p%40ss@db.example.com:6543/shop')).toEqual({
      username: 'me',
      password: 'p@ss',
      host: 'db.example.com',
      port: 6543,
      database: 'shop',
      ssl: false,
    });
  });

  it('defaults to port 5432 and the database of the user’s name', () => {
    expect(connectionOptions('postgres://me@localhost')).toMatchObject({
      port: 5432,
      database: 'me',
      password: '',
    });
  });

  it.each([
    ['require', { rejectUnauthorized: false }],
    ['verify-full', { rejectUnauthorized: true }],
    ['disable', false],
  ])('with sslmode=%s is encrypted as libpq would', (mode, ssl) => {
    expect(connectionOptions(`postgresql://me@db/shop?sslmode=${mode}`).ssl).toEqual(ssl);
  });

  it('may name a socket folder or an IPv6 address', () => {
    const socket = connectionOptions('postgresql:///shop?host=/run/postgresql&user=me');
    expect(socket).toMatchObject({ host: '/run/postgresql', username: 'me', database: 'shop' });
    expect(connectionOptions('postgresql://me@[::1]:5433/shop').host).toBe('::1');
  });
});
