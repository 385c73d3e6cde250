/** Brings the schema to its newest version: once, however many processes start at the same moment. */
import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import { MigrationError, SequelizeStorage, Umzug, type RunnableMigration } from 'umzug';
import type { Database } from '../platform/database';
import { migrations } from './migrations';
import type { Migration } from './migrations/migration';
import { actingAsRelay, ensureRoles } from './roles';

/** Any number that nobody else uses in this database. */
const MIGRATING = 7_164_002;
const PATIENT = ['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout']
  .map((limit) => `SET LOCAL ${limit} = 0`)
  .join('; ');

export type Progress = (line: string) => void;

type Migrator = Awaited<ReturnType<typeof ensureRoles>>;

/**
 * Runs what has not run yet, each migration in a transaction of its own, under a lock that all processes share. Needs two
 * connections. Throws `StartRefused` when the user may not make roles.
 * @param progress told one line for each migration
 * @returns the names of what was run
 */
export async function migrate(database: Database, progress?: Progress): Promise<readonly string[]> {
  return alone(database.sequelize, progress, (umzug) => umzug.up());
}

/** Takes everything back, newest first, down to an empty database; for tests and throw-away data. */
export async function migrateDown(database: Database, progress?: Progress): Promise<readonly string[]> {
  return alone(database.sequelize, progress, (umzug) => umzug.down({ to: 0 }));
}

/** The lock is held by a transaction that does nothing else, and ends with it, also when the process is killed. */
async function alone(
  sequelize: Sequelize,
  progress: Progress | undefined,
  work: (umzug: Umzug<Sequelize>) => Promise<readonly { readonly name: string }[]>,
): Promise<readonly string[]> {
  return sequelize.transaction(async (transaction) => {
    await sequelize.query(`${PATIENT}; SELECT pg_advisory_xact_lock(${String(MIGRATING)})`, { transaction });
    const migrator = await ensureRoles(sequelize);
    await sequelize.query('CREATE SCHEMA IF NOT EXISTS system');
    const done = await work(umzugOn(sequelize, migrator, progress)).catch(withoutItsSql);
    return done.map((each) => each.name);
  });
}

/** The library's error carries the whole migration several times over; what matters is which one, and what was said. */
function withoutItsSql(error: unknown): never {
  if (!(error instanceof MigrationError)) throw error;
  const cause: unknown = error.cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  throw new Error(`migration ${error.migration.name} failed: ${said}`, { cause });
}

/** Remembers what ran in the transaction in which it ran, so that a kill between the two cannot part them. */
class StorageInTransaction extends SequelizeStorage {
  override async logMigration(): Promise<void> {}
  override async unlogMigration(): Promise<void> {}
}

function umzugOn(sequelize: Sequelize, migrator: Migrator, progress: Progress | undefined): Umzug<Sequelize> {
  const storage = new StorageInTransaction({
    sequelize,
    schema: 'system',
    modelName: 'SchemaMigration',
    tableName: 'migrations',
  });
  return new Umzug({
    context: sequelize,
    storage,
    logger: undefined,
    migrations: migrations.map((migration) => runnable(migration, sequelize, migrator, progress)),
  });
}

function runnable(
  migration: Migration,
  sequelize: Sequelize,
  migrator: Migrator,
  progress: Progress | undefined,
): RunnableMigration<Sequelize> {
  const { name } = migration;
  const run = async (sql: string, remember: string, verb: string): Promise<void> => {
    await sequelize.transaction(async (transaction) => {
      await sequelize.query(PATIENT, { transaction });
      await perform(migration, sql, sequelize, migrator, transaction);
      await sequelize.query(remember, { transaction, replacements: { name }, type: QueryTypes.RAW });
    });
    progress?.(`${verb} ${name}`);
  };
  return {
    name,
    up: () =>
      run(migration.up(migrator.quoted), 'INSERT INTO system.migrations (name) VALUES (:name)', 'applied'),
    down: () => run(migration.down, 'DELETE FROM system.migrations WHERE name = :name', 'reverted'),
  };
}

async function perform(
  migration: Migration,
  sql: string,
  sequelize: Sequelize,
  migrator: Migrator,
  transaction: Transaction,
): Promise<void> {
  const work = async (): Promise<void> => {
    await sequelize.query(sql, { transaction });
  };
  if (migration.as === 'relay') return actingAsRelay(sequelize, migrator, transaction, work);
  return work();
}
