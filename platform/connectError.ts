/** Turns the failure to reach the database of DATABASE_URL into a sentence for the operator; it holds no password. */

import { ConnectionError } from 'sequelize';
import { connectionOptions } from './databaseUrl';
import { StartRefused } from './errors';
import { sqlState } from './sqlErrors';

/** A `StartRefused` for what commonly goes wrong when connecting to `url`; other errors come back as they are. */
export function explainConnectError(error: unknown, url: string): unknown {
  if (!(error instanceof ConnectionError)) return error;
  return new StartRefused('no-database', `DATABASE_URL: ${reasonOf(error, url)}`);
}

/** SQLSTATEs from the PostgreSQL manual, appendix A; error codes of sockets from Node's own. */
function reasonOf(error: ConnectionError, url: string): string {
  const { host, port, username, database } = connectionOptions(url);
  const server = `the PostgreSQL at ${host}:${String(port)}`;
  const code = sqlState(error) ?? (error.parent as NodeJS.ErrnoException).code ?? '';
  const reasons: Readonly<Record<string, string>> = {
    '28P01': `${server} refuses the password of the user ${username}.`,
    '28000': `${server} does not let the user ${username} in (see its pg_hba.conf).`,
    '3D000': `${server} has no database ${database}. Create it, or correct the address.`,
    '53300': `${server} has no connection left. Raise its max_connections, or stop other programs.`,
    '57P03': `${server} is starting or stopping just now. Try again in a moment.`,
    ENOTFOUND: `there is no host named ${host}.`,
    EAI_AGAIN: `the host name ${host} cannot be looked up just now.`,
  };
  return reasons[code] ?? `${server} cannot be reached (${code === '' ? error.message : code}).`;
}
