/** Reads a PostgreSQL connection address the way libpq does, for a driver that is given its parts. */

import type { ConnectionOptions as TlsOptions } from 'node:tls';

export interface DatabaseAddress {
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly ssl: false | TlsOptions;
}

const DEFAULT_PORT = 5432;

/** Those of libpq, and no-verify, which is the driver's own. */
export const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'no-verify', 'verify-ca', 'verify-full'];

/** True when `connectionOptions` can read it: a mode that is not known must not turn into no encryption at all. */
export function isDatabaseUrl(url: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) return false;
  try {
    connectionOptions(url);
    return SSL_MODES.includes(new URL(url).searchParams.get('sslmode') ?? 'disable');
  } catch {
    // A percent sign that begins no code.
    return false;
  }
}

/**
 * Splits `postgresql://user:password@host:port/name?host=&sslmode=`.
 * Source of the rules: PostgreSQL manual, "Connection URIs" and "SSL Support" (require encrypts without checking
 * whom it speaks to; verify-ca and verify-full check the certificate).
 */
export function connectionOptions(url: string): DatabaseAddress {
  const parts = new URL(url);
  const username = decodeURIComponent(parts.username) || (parts.searchParams.get('user') ?? '');
  return {
    username,
    password: decodeURIComponent(parts.password) || (parts.searchParams.get('password') ?? ''),
    host: parts.searchParams.get('host') ?? (hostName(parts) || 'localhost'),
    port: Number(parts.port || parts.searchParams.get('port') || DEFAULT_PORT),
    database: decodeURIComponent(parts.pathname.slice(1)) || username,
    ssl: tlsFor(parts.searchParams.get('sslmode') ?? 'disable'),
  };
}

/** An IPv6 address stands in brackets in a URL, and without them everywhere else. */
function hostName(parts: URL): string {
  return decodeURIComponent(parts.hostname).replace(/^\[|\]$/g, '');
}

function tlsFor(mode: string): false | TlsOptions {
  if (mode === 'require' || mode === 'no-verify') return { rejectUnauthorized: false };
  if (mode === 'verify-ca' || mode === 'verify-full') return { rejectUnauthorized: true };
  return false;
}
