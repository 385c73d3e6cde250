/** A migrated database of its own for a test file, copied from a template that the first one to ask makes. */

import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { connect, type ConnectOptions, type Database } from '../../platform/database';
import { migrate } from '../../models/migrate';
import { serverUrl } from './server';

const TEMPLATE = 'nobat_template';
/** Advisory lock of the maintenance database under which databases are made; any number that nobody else uses. */
const MAKING_DATABASES = 7_164_001;

/** Of its own for ever: what one file leaves behind must not fail the next. */
function freshName(prefix: string): string {
  return `${prefix}_${randomBytes(8).toString('hex')}`;
}

/** A fresh, migrated, empty database; `close()` drops it. */
export async function testDatabase(options: Partial<ConnectOptions> = {}): Promise<Database> {
  const url = await testDatabaseUrl();
  const database = connect({ url, poolSize: 10, ...options });
  return {
    ...database,
    async close() {
      await database.close();
      await dropDatabase(url);
    },
  };
}

/** The address of a fresh, migrated, empty database, for tests that start a whole process on it. */
export async function testDatabaseUrl(): Promise<string> {
  const name = freshName('w');
  await underLock(async (maintenance) => {
    await ensureTemplate(maintenance);
    await maintenance.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  });
  return urlOf(name);
}

/** An empty database without any schema, for tests of the migrations themselves. */
export async function emptyDatabaseUrl(): Promise<string> {
  const name = freshName('e');
  await underLock(async (maintenance) => {
    await maintenance.query(`CREATE DATABASE ${name}`);
  });
  return urlOf(name);
}

/** Ends whatever is still connected, and drops. */
export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await underLock(async (maintenance) => {
    await maintenance.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}

/** A worker that died while migrating leaves a draft behind, never a half-made template. */
async function ensureTemplate(maintenance: Client): Promise<void> {
  const found = await maintenance.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (found.rows.length > 0) return;
  const draft = `${TEMPLATE}_draft`;
  await maintenance.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await maintenance.query(`CREATE DATABASE ${draft}`);
  const database = connect({ url: urlOf(draft), poolSize: 2, statementTimeout: 0 });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  await maintenance.query(`ALTER DATABASE ${draft} RENAME TO ${TEMPLATE}`);
}

async function underLock(work: (maintenance: Client) => Promise<void>): Promise<void> {
  const maintenance = new Client(serverUrl());
  await maintenance.connect();
  try {
    await maintenance.query('SELECT pg_advisory_lock($1)', [MAKING_DATABASES]);
    await work(maintenance);
  } finally {
    await maintenance.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}
