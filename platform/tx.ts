/** What the work inside a transaction is given, and how a statement is written down. */

import type { Transaction } from 'sequelize';

/** A prepared statement: its name is its identity on a connection, so one name has one text for ever. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** One open transaction of one tenant, on its own connection. */
export interface Tx {
  readonly tenantId: string;
  /** For models: `{ transaction: tx.transaction }`. */
  readonly transaction: Transaction;
  /** Runs a prepared statement on this transaction's connection: one round trip. */
  query<Row extends object>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs one or more plain statements without parameters: one round trip. */
  simple(sql: string): Promise<void>;
}

/**
 * A statement that rides along with BEGIN. `$1`, `$2` … stand for `values` and are written out as literals, so
 * only uuids and safe integers are allowed.
 */
export interface Opening {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

export interface InTenantOptions {
  readonly opening?: Opening;
}
