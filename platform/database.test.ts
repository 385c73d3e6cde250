/** One pool, transactions inside a tenant: on a real server. */

import { randomUUID } from 'node:crypto';
import { DataTypes } from 'sequelize';
import { Client } from 'pg';
import { connect, type Database } from './database';
import { dropDatabase, emptyDatabaseUrl } from '../test/setup/database';

const TENANT = randomUUID();
const WHO = {
  name: 'who',
  text: `SELECT current_user AS role, current_setting('app.tenant', true) AS tenant`,
};

let url: string;
let database: Database;

beforeAll(async () => {
  url = await emptyDatabaseUrl();
  database = connect({ url, poolSize: 4, acquireTimeout: 2_000, random: () => 0.5 });
  await database.sequelize.query(`
    DO $$ BEGIN
      CREATE ROLE nobat_app NOLOGIN;
      GRANT nobat_app TO CURRENT_USER;
    EXCEPTION WHEN duplicate_object THEN NULL; END $$;
    CREATE TABLE counters (id integer PRIMARY KEY, n bigint NOT NULL);
    INSERT INTO counters VALUES (1, 0), (2, 0);
    GRANT SELECT, INSERT, UPDATE ON counters TO nobat_app;
  `);
});

afterAll(async () => {
  await database.close();
  await dropDatabase(url);
});

describe('inTenant', () => {
  it('runs as nobat_app with the tenant set', async () => {
    const rows = await database.inTenant(TENANT, (tx) => tx.query(WHO));
    expect(rows).toEqual([{ role: 'nobat_app', tenant: TENANT }]);
  });

  it('leaves neither role nor tenant on the connection, after a commit and after a rollback', async () => {
    const one = connect({ url, poolSize: 1 });
    await one.inTenant(TENANT, () => Promise.resolve());
    const after = await one.statement<{ role: string; tenant: string | null }>(WHO);
    await expect(one.inTenant(TENANT, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const later = await one.statement<{ role: string; tenant: string | null }>(WHO);
    await one.close();
    expect([...after, ...later].map(({ role, tenant }) => [role, tenant ?? ''])).toEqual([
      ['nobat', ''],
      ['nobat', ''],
    ]);
  });

  it('costs one round trip to open, with the opening statement in it, and one to commit', async () => {
    const heard: string[] = [];
    const stop = database.onQuery((query) => heard.push(query.text));
    const opening = { text: 'SELECT $1::uuid AS id, $2::integer AS n', values: [TENANT, 7] };
    const opened = await database.inTenant(TENANT, (_tx, rows) => Promise.resolve(rows), { opening });
    stop();
    expect(opened).toEqual([{ id: TENANT, n: 7 }]);
    expect(heard).toHaveLength(2);
    expect(heard[1]).toBe('COMMIT');
  });

  it('refuses anything but uuids and safe integers in what it writes out as literals', async () => {
    const never = jest.fn();
    await expect(database.inTenant(`' OR true --`, never)).rejects.toThrow(TypeError);
    for (const value of [`'; DROP TABLE counters; --`, 0.5, Number.NaN]) {
      const opening = { text: 'SELECT $1', values: [value] };
      await expect(database.inTenant(TENANT, never, { opening })).rejects.toThrow(TypeError);
    }
    expect(never).not.toHaveBeenCalled();
  });

  it('serves models on the very same connection', async () => {
    const Counter = database.sequelize.define(
      'counter',
      { id: { type: DataTypes.INTEGER, primaryKey: true }, n: DataTypes.BIGINT },
      { timestamps: false },
    );
    const seen = await database.inTenant(TENANT, async (tx) => {
      await tx.query({ name: 'put', text: 'INSERT INTO counters VALUES ($1, $2)' }, [30, 5]);
      return Counter.findByPk(30, { transaction: tx.transaction });
    });
    expect(seen?.get('n')).toBe(5);
  });

  it('rolls back what was done when the work throws', async () => {
    const failed = database.inTenant(TENANT, async (tx) => {
      await tx.simple('UPDATE counters SET n = 99 WHERE id = 2');
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await valueOf(2)).toBe(0);
  });

  it('does not take a swallowed error for a success', async () => {
    const swallowed = database.inTenant(TENANT, async (tx) => {
      await tx.simple('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow('already aborted');
  });

  it('refuses a second connection inside, and allows it again afterwards', async () => {
    const nested = database.inTenant(TENANT, () => database.inTenant(TENANT, () => Promise.resolve(1)));
    await expect(nested).rejects.toThrow('second connection');
    const beside = database.inTenant(TENANT, () => database.statement(WHO));
    await expect(beside).rejects.toThrow('second connection');
    const model = database.inTenant(TENANT, () => database.sequelize.query('SELECT 1'));
    await expect(model).rejects.toThrow('second connection');
    await expect(database.inTenant(TENANT, () => Promise.resolve(2))).resolves.toBe(2);
  });

  it('does not let a transaction be used after it ended', async () => {
    const kept = await database.inTenant(TENANT, (tx) => Promise.resolve(tx));
    await expect(kept.query(WHO)).rejects.toThrow('has ended');
  });
});

describe('retries', () => {
  it('runs both transactions of a deadlock to their end', async () => {
    let attempts = 0;
    const bothHold = meeting(2);
    const add = (first: number, second: number): Promise<void> =>
      database.inTenant(TENANT, async (tx) => {
        attempts += 1;
        await tx.query(ADD, [first]);
        await bothHold();
        await tx.query(ADD, [second]);
      });
    const before = await valueOf(1);
    await Promise.all([add(1, 2), add(2, 1)]);
    expect(await valueOf(1)).toBe(before + 2);
    expect(attempts).toBe(3);
  });

  it('throws other errors at once', async () => {
    let attempts = 0;
    const failing = database.inTenant(TENANT, async (tx) => {
      attempts += 1;
      await tx.simple('SELECT 1 / 0');
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(attempts).toBe(1);
  });
});

describe('connections', () => {
  it('does not give a killed connection to the next transaction', async () => {
    const one = connect({ url, poolSize: 1 });
    const killed = one.inTenant(TENANT, async (tx) => {
      const [own] = await tx.query<{ pid: number }>({ name: 'pid', text: 'SELECT pg_backend_pid() AS pid' });
      await terminate(own?.pid ?? 0);
      await tx.query(WHO);
    });
    await expect(killed).rejects.toThrow(/terminat|not queryable/i);
    await expect(one.inTenant(TENANT, (tx) => tx.query(WHO))).resolves.toHaveLength(1);
    await one.close();
  });

  it('replaces a connection that died idle in the pool', async () => {
    const one = connect({ url, poolSize: 1 });
    const [own] = await one.statement<{ pid: number }>({
      name: 'pid',
      text: 'SELECT pg_backend_pid() AS pid',
    });
    await terminate(own?.pid ?? 0);
    await expect(one.statement(WHO)).resolves.toHaveLength(1);
    await one.close();
  });

  it('reads bigints as numbers while they are exact, and as text beyond', async () => {
    const text = `SELECT 9007199254740991::bigint AS safe, 9007199254740993::bigint AS large, '{1,NULL}'::bigint[] AS many`;
    const rows = await database.statement({ name: 'bigints', text });
    expect(rows).toEqual([{ safe: 9007199254740991, large: '9007199254740993', many: [1, null] }]);
  });

  it('sets its time limits and UTC when it connects', async () => {
    const names = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'TimeZone'];
    const text = `SELECT ${names.map((name) => `current_setting('${name}') AS "${name}"`).join(', ')}`;
    const [limits] = await database.statement({ name: 'limits', text });
    expect(Object.values(limits ?? {})).toEqual(['10s', '5s', '15s', 'UTC']);
  });
});

const ADD = { name: 'add', text: 'UPDATE counters SET n = n + 1 WHERE id = $1' };

async function valueOf(id: number): Promise<number> {
  const text = 'SELECT n FROM counters WHERE id = $1';
  const [row] = await database.statement<{ n: number }>({ name: 'value', text }, [id]);
  return row?.n ?? -1;
}

/** Waits until `people` are there; whoever comes later goes straight on. */
function meeting(people: number): () => Promise<void> {
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let there = 0;
  return () => {
    there += 1;
    if (there >= people) open();
    return opened;
  };
}

/** Ends a session and waits until it is gone for the server; same owner, so no superuser is needed. */
async function terminate(pid: number): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
  await client.end();
}
