/** Reads what PostgreSQL said out of the several shapes of error that pg and Sequelize throw. */

/** SQLSTATE of a whole transaction that may simply be tried again: deadlock, serialization failure. */
const TRY_AGAIN = new Set(['40P01', '40001']);

/** SQLSTATE classes after which the session itself is gone or about to go (08: connection, 57P0x: shutdown). */
const SESSION_LOST = /^(08|57P0[1-4])|^25P03$/;

interface DatabaseFault {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly parent?: unknown;
}

/** The five-letter SQLSTATE of an error, raw from pg or wrapped by Sequelize; undefined when it has none. */
export function sqlState(error: unknown): string | undefined {
  const { code } = faultOf(error);
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** The name of the constraint an error speaks of, if any. */
export function violatedConstraint(error: unknown): string | undefined {
  const { constraint } = faultOf(error);
  return typeof constraint === 'string' ? constraint : undefined;
}

/** True when the same transaction, run again from its start, may well succeed (40P01, 40001). */
export function mayTryAgain(error: unknown): boolean {
  return TRY_AGAIN.has(sqlState(error) ?? '');
}

/** True when the connection that threw this must not be used again; pg reports a dead socket without any code. */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return SESSION_LOST.test(state);
  const fault = faultOf(error);
  if (typeof fault.code === 'string') return /^E[A-Z]+$/.test(fault.code);
  return fault instanceof Error && /terminated|not queryable|read timeout/i.test(fault.message);
}

/** True for whatever went wrong between us and the database (a lock not had in time, no free connection), false for a fault of ours. */
export function isOfDatabase(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return sqlState(error) !== undefined || isConnectionLost(error) || name.startsWith('Sequelize');
}

function faultOf(error: unknown): DatabaseFault {
  if (typeof error !== 'object' || error === null) return {};
  const fault = error as DatabaseFault;
  return typeof fault.parent === 'object' && fault.parent !== null ? fault.parent : fault;
}
