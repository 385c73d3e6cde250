/** Every variable, read once: what holds without any, and the sentence for each that is wrong. */

import { loadConfig } from './config';

const KEY = 'ab'.repeat(32);

const refusal = (environment: Record<string, string>): string => {
  try {
    loadConfig(environment);
  } catch (error) {
    return String(error);
  }
  throw new Error('it was not refused');
};

describe('without any variable', () => {
  it('is a demo on port 3000 that nobody else can reach', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      dataDir: '.data',
      role: 'all',
      production: false,
      demo: true,
      defaultTenant: 'garage',
      logLevel: 'info',
      warnings: [],
    });
  });

  it('a variable set to nothing counts as left out', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '', SECRET_KEY: '' })).toEqual(loadConfig({}));
  });
});

describe('a bad value', () => {
  it.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PUBLIC_URL', 'booking.example.com'],
    ['PUBLIC_URL', 'ftp://booking.example.com'],
    ['PUBLIC_URL', 'https://booking.example.com/?a=b'],
    ['DATABASE_URL', 'mysql://db/nobat'],
    ['DATABASE_URL', 'postgresql://user:pass/word@:x/nobat'],
    ['DATABASE_URL', 'postgresql://user:100%@db/nobat'],
    ['DATABASE_URL', 'postgresql://user@db/nobat?sslmode=yes'],
    ['REDIS_URL', 'localhost:6379'],
    ['ROLE', 'boss'],
    ['NODE_ENV', 'prod'],
    ['LOG_LEVEL', 'loud'],
    ['CLOCK', '2026-03-27T09:00:00'],
    ['CLOCK', 'tomorrow'],
    ['SECRET_KEY', 'too short'],
    ['DEFAULT_TENANT', 'Garage Linden'],
    ['HOST', 'not a host'],
    ['TWILIO_BASE_URL', 'nowhere'],
    ['SMTP_URL', 'http://mail'],
  ])('of %s (%s) is refused with a sentence that names it', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`\\b${name} must be .+\\.$`));
  });

  it('is told together with all the others', () => {
    const said = refusal({ PORT: 'x', ROLE: 'boss' });
    expect(said).toContain('PORT must be');
    expect(said).toContain('ROLE must be');
  });

  it('is not repeated where it may be a secret', () => {
    const said = refusal({
      SECRET_KEY: 'hunter2',
      DATABASE_URL: 'mysql://me:hunter2@db/x',
      SMTP_URL: 'x:hunter2@y',
    });
    expect(said).not.toContain('hunter2');
  });
});

describe('in production', () => {
  it('a secret key of its own is needed', () => {
    expect(refusal({ NODE_ENV: 'production' })).toContain('SECRET_KEY must be set');
  });

  it('the clock cannot be set', () => {
    const said = refusal({ NODE_ENV: 'production', SECRET_KEY: KEY, CLOCK: '2026-03-27T09:00:00Z' });
    expect(said).toContain('CLOCK must not be set');
  });

  it('there is no demo, even on this machine', () => {
    expect(loadConfig({ NODE_ENV: 'production', SECRET_KEY: KEY })).toMatchObject({
      demo: false,
      production: true,
    });
  });
});

describe('PUBLIC_URL', () => {
  it('elsewhere ends the demo and opens the server to others', () => {
    const config = loadConfig({ PUBLIC_URL: 'https://booking.example.com/' });
    expect(config).toMatchObject({ demo: false, host: '0.0.0.0', publicUrl: 'https://booking.example.com' });
  });

  it.each(['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:3000', 'http://garage.localhost'])(
    '%s is local: the demo goes on, on 127.0.0.1 only',
    (url) => {
      expect(loadConfig({ PUBLIC_URL: url })).toMatchObject({ demo: true, host: '127.0.0.1' });
    },
  );

  it.each(['http://localhost.example.com', 'http://127.example.com', 'http://10.0.0.5'])(
    '%s is not local',
    (url) => {
      expect(loadConfig({ PUBLIC_URL: url }).demo).toBe(false);
    },
  );
});

describe('HOST', () => {
  it('overrides where the demo listens, with a warning', () => {
    const config = loadConfig({ HOST: '0.0.0.0' });
    expect(config).toMatchObject({ demo: true, host: '0.0.0.0' });
    expect(config.warnings).toEqual([expect.stringContaining('HOST is 0.0.0.0')]);
  });

  it('needs no warning in production, which has no demo', () => {
    const config = loadConfig({ HOST: '0.0.0.0', NODE_ENV: 'production', SECRET_KEY: KEY });
    expect(config).toMatchObject({ demo: false, host: '0.0.0.0', warnings: [] });
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('%s needs no warning', (host) => {
    expect(loadConfig({ HOST: host }).warnings).toEqual([]);
  });
});

describe('values', () => {
  it('come as what they are', () => {
    const config = loadConfig({
      CLOCK: '2026-03-27T09:00:00+01:00',
      SECRET_KEY: KEY,
      TWILIO_AUTH_TOKEN: 'new, old',
      TWILIO_BASE_URL: 'http://127.0.0.1:4010/',
    });
    expect(config.clock).toBe(Date.UTC(2026, 2, 27, 8));
    expect(config.secretKey).toEqual(Buffer.alloc(32, 0xab));
    expect(config.providers.twilio).toMatchObject({
      authTokens: ['new', 'old'],
      baseUrl: 'http://127.0.0.1:4010',
    });
  });

  it('accept a secret key in base64 too', () => {
    const bytes = Buffer.alloc(32, 7);
    expect(loadConfig({ SECRET_KEY: bytes.toString('base64') }).secretKey).toEqual(bytes);
    expect(loadConfig({ SECRET_KEY: bytes.toString('base64url') }).secretKey).toEqual(bytes);
  });
});
