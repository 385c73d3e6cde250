/** The database: one pool of connections, transactions inside a tenant, and single statements outside of one. */

import { Sequelize, type Options } from 'sequelize';
import type { Client } from 'pg';
import { driver, prepareConnection, type QueryListener } from './databaseConnection';
import { refuseSecondConnection, TenantTransactions } from './inTenant';
import type { Log } from './log';
import { connectionOptions } from './databaseUrl';
import type { InTenantOptions, Statement, Tx } from './tx';

export type { InTenantOptions, Opening, Statement, Tx } from './tx';

export interface Database {
  readonly sequelize: Sequelize;
  /**
   * Runs `fn` in one transaction as role `nobat_app` with `app.tenant` set, both local to it; commits what it did,
   * or rolls back and throws what it threw. Deadlocks (40P01) and serialization failures (40001) run the
   * whole of `fn` again, so it must hold no effects outside the database. Opening costs one round trip, committing one.
   * A transaction never waits for a second connection: calling this or `statement` inside `fn` throws.
   * @param tenantId a uuid
   */
  inTenant<Result>(
    tenantId: string,
    fn: (tx: Tx, opened: Record<string, unknown>[]) => Promise<Result>,
    options?: InTenantOptions,
  ): Promise<Result>;
  /** Runs one prepared statement outside any tenant, for the definer functions: one round trip. */
  statement<Row extends object>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** Hears every query that goes over the wire, one call a round trip; the returned function stops it. */
  onQuery(listener: QueryListener): () => void;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** `postgresql://user:password@host:port/name`, with `sslmode` as libpq knows it. */
  readonly url: string;
  /** Most connections held at once. */
  readonly poolSize?: number;
  /** How long a transaction waits for a free connection, in milliseconds. */
  readonly acquireTimeout?: number;
  /** Longest time for one statement, in milliseconds; 0 is for ever (migrations). */
  readonly statementTimeout?: number;
  readonly log?: Log;
  /** Jitter of the pauses before a retry, in [0, 1). */
  readonly random?: () => number;
}

const DEFAULT_POOL_SIZE = 10;
const DEFAULT_ACQUIRE_TIMEOUT = 10_000;
const DEFAULT_STATEMENT_TIMEOUT = 10_000;
const LOCK_TIMEOUT = 5_000;
const IDLE_IN_TRANSACTION_TIMEOUT = 15_000;

/** Sequelize reads these but does not type them: the zone is in the startup packet, the version need not be asked. */
const NO_QUERIES_OF_ITS_OWN = { keepDefaultTimezone: true, databaseVersion: '15.0.0' };

/** Makes the pool; the first query opens the first connection. */
export function connect(options: ConnectOptions): Database {
  const listeners = new Set<QueryListener>();
  const sequelize = new Sequelize(sequelizeOptions(options));
  sequelize.addHook('afterConnect', (connection: unknown) => {
    prepareConnection(connection as Client, (query) => listeners.forEach((listener) => listener(query)));
  });
  sequelize.addHook('beforePoolAcquire', refuseSecondConnection);
  const transactions = new TenantTransactions(sequelize, options.random ?? Math.random, options.log);
  return {
    sequelize,
    inTenant: (tenantId, fn, inTenantOptions) => transactions.run(tenantId, fn, inTenantOptions),
    statement: (statement, values) => transactions.statement(statement, values),
    onQuery(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => sequelize.close(),
  };
}

function sequelizeOptions(options: ConnectOptions): Options {
  const { ssl, ...address } = connectionOptions(options.url);
  return {
    ...address,
    dialect: 'postgres',
    dialectModule: driver,
    logging: false,
    ...NO_QUERIES_OF_ITS_OWN,
    pool: {
      max: options.poolSize ?? DEFAULT_POOL_SIZE,
      min: 0,
      idle: 60_000,
      acquire: options.acquireTimeout ?? DEFAULT_ACQUIRE_TIMEOUT,
    },
    dialectOptions: {
      application_name: 'nobat',
      clientMinMessages: 'ignore',
      keepAlive: true,
      ssl,
      connectionTimeoutMillis: options.acquireTimeout ?? DEFAULT_ACQUIRE_TIMEOUT,
      statement_timeout: options.statementTimeout ?? DEFAULT_STATEMENT_TIMEOUT,
      lock_timeout: LOCK_TIMEOUT,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT,
      options: '-c TimeZone=UTC',
    },
  };
}
