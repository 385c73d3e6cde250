/** The configuration of a process: every variable of the environment, read once; a bad one stops the start by name. */

import { z } from 'zod';
import type { Millis } from './clock';
import { isDatabaseUrl, SSL_MODES } from './databaseUrl';
import { StartRefused } from './errors';
import { isLocalUrl, isLoopback } from './local';
import { providersOf, providerVariables, type Providers } from './providers';
import { burstWindow, isoInstant, parseVariables, secretKey, tcpPort, webAddress } from './variables';

const text = z.string();
const postgresAddress = text.refine(
  isDatabaseUrl,
  'an address like postgresql://user:password@host:5432/name, with @ : / ? # % in a password percent-encoded, ' +
    `and an sslmode, if any, of ${SSL_MODES.join(', ')}`,
);
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Each variable with its rule; the messages complete "NAME must be …". */
const rules = {
  PORT: tcpPort,
  HOST: text.regex(/^[\w.:-]+$/, 'the name or number of an address of this machine'),
  PUBLIC_URL: webAddress,
  DATABASE_URL: postgresAddress,
  REDIS_URL: text.regex(/^rediss?:\/\/\S+$/, 'an address like redis://host:6379'),
  DATA_DIR: text,
  ROLE: z.enum(['all', 'web', 'worker'], 'all, web or worker'),
  NODE_ENV: z.enum(['development', 'production', 'test'], 'development, production or test'),
  LOG_LEVEL: z.enum(levels, `one of ${levels.join(', ')}`),
  CLOCK: isoInstant,
  BURST_MILLIS: burstWindow,
  SECRET_KEY: secretKey,
  DEFAULT_TENANT: text.regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'the short name of a tenant, like garage'),
  ...providerVariables,
};

const schema = z.object(rules).partial();

type Variables = z.infer<typeof schema>;

export type Role = 'all' | 'web' | 'worker';

export interface Config {
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** Without a slash at its end; signatures and links are made from it, never from a Host header. */
  readonly publicUrl: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly dataDir: string;
  readonly role: Role;
  readonly production: boolean;
  /** Demo businesses, their sign-ins and keys exist: only where nobody else can come in. */
  readonly demo: boolean;
  readonly logLevel: NonNullable<Variables['LOG_LEVEL']>;
  /** Where the clock starts, if not now. */
  readonly clock: Millis | undefined;
  /** How long further messages are waited for on WhatsApp and SMS; undefined: as the product thinks best. */
  readonly burstMillis: Millis | undefined;
  /** 32 bytes; undefined in the demo, where `keptSecretKey` makes and keeps one. */
  readonly secretKey: Buffer | undefined;
  readonly defaultTenant: string;
  /** Of the tenant that DEFAULT_TENANT names. */
  readonly providers: Providers;
  /** Sentences for the operator; nothing here stops the start. */
  readonly warnings: readonly string[];
}

/**
 * Reads the environment.
 * @throws StartRefused with one sentence for each variable that is wrong; it never repeats a secret
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const variables = parseVariables(schema, environment);
  const production = variables.NODE_ENV === 'production';
  assertProductionRules(variables, production);
  const port = variables.PORT ?? 3000;
  const publicUrl = variables.PUBLIC_URL ?? `http://localhost:${String(port)}`;
  const local = isLocalUrl(publicUrl);
  return {
    ...processPart(variables),
    port,
    publicUrl,
    production,
    demo: local && !production,
    host: variables.HOST ?? (local ? '127.0.0.1' : '0.0.0.0'),
    providers: providersOf(variables),
    warnings: warningsOf(variables, local && !production),
  };
}

function assertProductionRules(variables: Variables, production: boolean): void {
  if (!production) return;
  if (variables.CLOCK !== undefined) {
    throw new StartRefused('bad-configuration', 'CLOCK must not be set when NODE_ENV is production.');
  }
  if (variables.SECRET_KEY === undefined) {
    throw new StartRefused(
      'bad-configuration',
      'SECRET_KEY must be set when NODE_ENV is production: 32 bytes, written as 64 hexadecimal digits or as base64.',
    );
  }
}

function processPart(
  variables: Variables,
): Pick<
  Config,
  | 'databaseUrl'
  | 'redisUrl'
  | 'dataDir'
  | 'role'
  | 'logLevel'
  | 'clock'
  | 'burstMillis'
  | 'secretKey'
  | 'defaultTenant'
> {
  return {
    databaseUrl: variables.DATABASE_URL,
    redisUrl: variables.REDIS_URL,
    dataDir: variables.DATA_DIR ?? '.data',
    role: variables.ROLE ?? 'all',
    logLevel: variables.LOG_LEVEL ?? 'info',
    clock: variables.CLOCK,
    burstMillis: variables.BURST_MILLIS,
    secretKey: variables.SECRET_KEY,
    defaultTenant: variables.DEFAULT_TENANT ?? 'garage',
  };
}

function warningsOf({ HOST: host, REDIS_URL: redisUrl }: Variables, demo: boolean): string[] {
  const open =
    `HOST is ${String(host)}, so others can reach this server while it holds demo businesses with well-known ` +
    'passwords. Set PUBLIC_URL for anything but a trial.';
  const unused = 'REDIS_URL is set, but this version does its jobs without Redis and does not connect to it.';
  return [
    ...(demo && host !== undefined && !isLoopback(host) ? [open] : []),
    ...(redisUrl === undefined ? [] : [unused]),
  ];
}
