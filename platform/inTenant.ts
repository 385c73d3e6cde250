/** Transactions inside a tenant: opened in one round trip, retried whole, never holding two connections. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Transaction, type Sequelize } from 'sequelize';
import type { Client, QueryArrayResult, QueryResult } from 'pg';
import type { Log } from './log';
import { isConnectionLost, mayTryAgain, sqlState } from './sqlErrors';
import type { InTenantOptions, Opening, Statement, Tx } from './tx';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ATTEMPTS = 6;
const FIRST_PAUSE = 8;

type Rows = Record<string, unknown>[];
type Work<Result> = (tx: Tx, opened: Rows) => Promise<Result>;

/** Set while `fn` of an `inTenant` runs; `open` goes false when it ended, for promises that outlive it. */
const current = new AsyncLocalStorage<{ open: boolean }>();

/** Hook of the pool: a transaction that waits for a second connection can starve every other, so it may not. */
export function refuseSecondConnection(): void {
  if (current.getStore()?.open) {
    throw new Error('inside inTenant: a second connection was asked for; use the tx that was given');
  }
}

export class TenantTransactions {
  constructor(
    private readonly sequelize: Sequelize,
    private readonly random: () => number,
    private readonly log: Log | undefined,
  ) {}

  /** See `Database.inTenant`. */
  async run<Result>(tenantId: string, fn: Work<Result>, options: InTenantOptions = {}): Promise<Result> {
    const opening = openingText(tenantId, options.opening);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(tenantId, opening, fn);
      } catch (error) {
        if (attempt >= ATTEMPTS || !mayTryAgain(error)) throw error;
        this.log?.debug({ attempt, sqlState: sqlState(error) }, 'transaction runs again');
        await pause(FIRST_PAUSE * 2 ** (attempt - 1) * (0.5 + this.random()));
      }
    }
  }

  /** See `Database.statement`. */
  async statement<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const client = await this.acquire();
    try {
      return await prepared<Row>(client, statement, values);
    } catch (error) {
      if (isConnectionLost(error)) await this.discard(client);
      throw error;
    } finally {
      this.release(client);
    }
  }

  private async attempt<Result>(tenantId: string, opening: string, fn: Work<Result>): Promise<Result> {
    const client = await this.acquire();
    const scope = { open: true };
    const transaction = new Transaction(this.sequelize, {});
    Object.assign(transaction, { connection: client });
    try {
      const opened = lastRows(await simple(client, opening));
      const result = await current.run(scope, () => fn(openTx(client, transaction, tenantId, scope), opened));
      scope.open = false;
      await commit(client);
      return result;
    } catch (error) {
      scope.open = false;
      await this.rollback(client, error);
      throw error;
    } finally {
      Object.assign(transaction, { finished: 'ended' });
      this.release(client);
    }
  }

  private async rollback(client: Client, error: unknown): Promise<void> {
    if (isConnectionLost(error)) return this.discard(client);
    try {
      await simple(client, 'ROLLBACK');
    } catch (failure) {
      this.log?.warn({ err: failure }, 'a transaction could not be rolled back; its connection is closed');
      await this.discard(client);
    }
  }

  private async acquire(): Promise<Client> {
    return (await this.sequelize.connectionManager.getConnection({ type: 'write' })) as Client;
  }

  /** Gives a connection back; one that was discarded before is no longer known to the pool and is ignored. */
  private release(client: Client): void {
    this.sequelize.connectionManager.releaseConnection(client);
  }

  private async discard(client: Client): Promise<void> {
    await this.sequelize.connectionManager.destroyConnection(client);
  }
}

function openTx(client: Client, transaction: Transaction, tenantId: string, scope: { open: boolean }): Tx {
  const whileOpen = (): void => {
    if (!scope.open) throw new Error('this transaction has ended; its connection may already serve another');
  };
  return {
    tenantId,
    transaction,
    async query<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
      whileOpen();
      return prepared<Row>(client, statement, values);
    },
    async simple(sql) {
      whileOpen();
      await simple(client, sql);
    },
  };
}

/** COMMIT of a transaction that an error had already aborted answers ROLLBACK and would pass for success. */
async function commit(client: Client): Promise<void> {
  const answer = await simple(client, 'COMMIT');
  const { command } = Array.isArray(answer) ? (answer.at(-1) ?? { command: '' }) : answer;
  if (command !== 'COMMIT')
    throw new Error('the transaction was already aborted by an error that was swallowed');
}

async function prepared<Row extends object>(
  client: Client,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const { name, text } = statement;
  const answer: QueryResult<Row> = await client.query<Row>({ name, text, values: [...values] });
  return answer.rows;
}

/** The simple protocol: several statements in one round trip, answered by one result each. */
async function simple(client: Client, sql: string): Promise<QueryResult | QueryResult[]> {
  return (await client.query(sql)) as QueryResult | QueryResult[];
}

function lastRows(answer: QueryResult | QueryResult[] | QueryArrayResult): Rows {
  const last = Array.isArray(answer) ? answer.at(-1) : answer;
  return (last?.rows ?? []) as Rows;
}

function openingText(tenantId: string, opening: Opening | undefined): string {
  const begin = `BEGIN; SET LOCAL ROLE nobat_app; SET LOCAL app.tenant = ${literal(uuid(tenantId))}`;
  if (opening === undefined) return begin;
  const text = opening.text.replace(/\$(\d+)/g, (_match, position: string) => {
    return literal(openingValue(opening.values[Number(position) - 1]));
  });
  return `${begin}; ${text}`;
}

function openingValue(value: string | number | undefined): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return uuid(value);
}

function uuid(value: string | number | undefined): string {
  if (typeof value === 'string' && UUID.test(value)) return value;
  throw new TypeError(`opening a transaction: ${JSON.stringify(value)} is neither a uuid nor a safe integer`);
}

/** Quoted even for numbers: an untyped literal takes the type its place wants. */
function literal(checked: string): string {
  return `'${checked}'`;
}
