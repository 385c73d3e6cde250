/** The two roles behind row-level security: `nobat_app` for work inside a tenant, `nobat_relay` for what crosses tenants. */
import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import { StartRefused } from '../platform/errors';
import { sqlState } from '../platform/sqlErrors';

interface Migrator {
  readonly name: string;
  /** The name as SQL wants it. */
  readonly quoted: string;
  readonly superuser: boolean;
  readonly createsRoles: boolean;
  /** Since PostgreSQL 16 a membership says whether it is inherited and whether one may change into it. */
  readonly serverVersion: number;
}

/** Roles belong to the whole server: two databases that migrate at once meet at them, and the second simply looks again. */
const MET_SOMEBODY = new Set(['23505', '42710', 'XX000', '40001']);
const TRIES = 10;

/**
 * Makes both roles if they are missing, and lets the migrating user change into `nobat_app`.
 * Throws `StartRefused` when that user may not.
 */
export async function ensureRoles(sequelize: Sequelize): Promise<Migrator> {
  const migrator = await whoMigrates(sequelize);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await createMissing(sequelize, migrator);
      return migrator;
    } catch (error) {
      const state = sqlState(error);
      if (state === '42501' || state === '0LP01') throw notAllowed(migrator, error);
      if (attempt >= TRIES || !MET_SOMEBODY.has(state ?? '')) throw error;
    }
  }
}

/**
 * Runs `work` while the migrating user may act as `nobat_relay`. The grant ends with the transaction: as a member the owner
 * would fall under the relay's policy, and its queries outside a tenant would no longer fail.
 */
export async function actingAsRelay(
  sequelize: Sequelize,
  migrator: Migrator,
  transaction: Transaction,
  work: () => Promise<void>,
): Promise<void> {
  const run = (sql: string): Promise<unknown> => sequelize.query(sql, { transaction });
  const member = migrator.superuser ? '' : `GRANT nobat_relay TO ${migrator.quoted}${options(migrator)};`;
  const leave = migrator.superuser ? '' : `REVOKE nobat_relay FROM ${migrator.quoted};`;
  await run(`${member} GRANT USAGE, CREATE ON SCHEMA system TO nobat_relay; SET LOCAL ROLE nobat_relay`);
  await work();
  await run(`RESET ROLE; REVOKE CREATE ON SCHEMA system FROM nobat_relay; ${leave}`);
}

async function whoMigrates(sequelize: Sequelize): Promise<Migrator> {
  const [row] = await sequelize.query<Migrator>(
    `SELECT rolname AS name, quote_ident(rolname) AS quoted, rolsuper AS superuser,
       rolsuper OR rolcreaterole AS "createsRoles", current_setting('server_version_num')::integer AS "serverVersion"
     FROM pg_roles WHERE rolname = session_user`,
    { type: QueryTypes.SELECT },
  );
  if (!row) throw new Error('the database does not know who is connected to it');
  return row;
}

async function createMissing(sequelize: Sequelize, migrator: Migrator): Promise<void> {
  const present = await namesOf(
    sequelize,
    `SELECT rolname AS name FROM pg_roles WHERE rolname LIKE 'nobat\\_%'`,
  );
  for (const role of ['nobat_app', 'nobat_relay']) {
    if (present.includes(role)) continue;
    if (!migrator.createsRoles) throw notAllowed(migrator);
    await sequelize.query(`CREATE ROLE ${role} NOLOGIN NOINHERIT`);
  }
  const right = migrator.serverVersion >= 160_000 ? 'SET' : 'MEMBER';
  const mayBe = await namesOf(
    sequelize,
    `SELECT rolname AS name FROM pg_roles WHERE rolname = 'nobat_app' AND pg_has_role(session_user, oid, '${right}')`,
  );
  if (mayBe.length === 0) await sequelize.query(`GRANT nobat_app TO ${migrator.quoted}${options(migrator)}`);
}

function options(migrator: Migrator): string {
  return migrator.serverVersion >= 160_000 ? ' WITH INHERIT FALSE, SET TRUE' : '';
}

async function namesOf(sequelize: Sequelize, sql: string): Promise<readonly string[]> {
  const rows = await sequelize.query<{ name: string }>(sql, { type: QueryTypes.SELECT });
  return rows.map((row) => row.name);
}

function notAllowed(migrator: Migrator, cause?: unknown): StartRefused {
  const refused = new StartRefused(
    'database-user-rights',
    `The database user "${migrator.name}" must be able to make the roles nobat_app and nobat_relay and to act as them. ` +
      `Give it CREATEROLE (ALTER ROLE ${migrator.quoted} CREATEROLE), or where another user has made these roles: ` +
      `GRANT nobat_app, nobat_relay TO ${migrator.quoted} WITH ADMIN OPTION.`,
  );
  if (cause !== undefined) refused.cause = cause;
  return refused;
}
