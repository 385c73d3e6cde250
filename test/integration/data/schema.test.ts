/** What the schema promises of every table, read from the catalog: a table that forgets it fails here. */
import type { MadeTenant } from '../../../models/createTenant';
import { BUSY, PLACES } from '../../../models/statements/time';
import { connect, type Database } from '../../../platform/database';
import { dropDatabase, testDatabaseUrl } from '../../setup/database';
import { newTenant, NOW, receive, rowsOf } from './support/tenant';

let url: string;
let database: Database;

beforeAll(async () => {
  url = await testDatabaseUrl();
  database = connect({ url });
});

afterAll(async () => {
  await database.close();
  await dropDatabase(url);
});

function catalog<Row extends object>(name: string, text: string): Promise<Row[]> {
  return database.statement<Row>({ name: `catalog-${name}`, text });
}

const TENANT_TABLES = `
SELECT c.oid, c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('system', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'`;

describe('every table outside the schema system', () => {
  it('leads its primary key with tenant_id', async () => {
    const found = await catalog<{ name: string; first: string | null }>(
      'primary',
      `SELECT t.name, (SELECT a.attname FROM pg_constraint AS k JOIN pg_attribute AS a
         ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1] WHERE k.conrelid = t.oid AND k.contype = 'p') AS first
       FROM (${TENANT_TABLES}) AS t`,
    );
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter((table) => table.first !== 'tenant_id')).toEqual([]);
  });

  it('leads its unique, exclusion and foreign keys with tenant_id, on both sides', async () => {
    const found = await catalog<{ key: string }>(
      'keys',
      `SELECT k.conname AS key FROM pg_constraint AS k JOIN (${TENANT_TABLES}) AS t ON t.oid = k.conrelid
       WHERE k.contype IN ('u', 'x', 'f') AND ('tenant_id' IS DISTINCT FROM
           (SELECT attname::text FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[1])
         OR (k.contype = 'f' AND 'tenant_id' IS DISTINCT FROM
           (SELECT attname::text FROM pg_attribute WHERE attrelid = k.confrelid AND attnum = k.confkey[1])))`,
    );
    expect(found).toEqual([{ key: 'tenants_slug_key' }]);
  });

  it('has no unique index beside those keys', async () => {
    const found = await catalog(
      'indexes',
      `SELECT i.indexrelid::regclass::text AS index FROM pg_index AS i JOIN (${TENANT_TABLES}) AS t ON t.oid = i.indrelid
       WHERE i.indisunique AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.indexrelid)`,
    );
    expect(found).toEqual([]);
  });

  it('has row security that binds its owner too, with a policy for tenants and one for the relay', async () => {
    const found = await catalog<{ name: string; forced: boolean; policies: string[] }>(
      'policies',
      `SELECT t.name, t.forced, ARRAY(SELECT p.polname::text || ' ' || pg_get_expr(p.polqual, p.polrelid)
         FROM pg_policy AS p WHERE p.polrelid = t.oid ORDER BY p.polname) AS policies FROM (${TENANT_TABLES}) AS t`,
    );
    const policies = ['relay true', `tenant (tenant_id = (current_setting('app.tenant'::text))::uuid)`];
    expect(found.filter((table) => !table.forced)).toEqual([]);
    for (const table of found) expect(table.policies).toEqual(policies);
  });
});

describe('the definer functions', () => {
  it('belong to nobat_relay, pin their search path, and are not for everybody', async () => {
    const found = await catalog<{ name: string; owner: string; config: string[] | null; acl: string }>(
      'definers',
      `SELECT p.proname AS name, p.proowner::regrole::text AS owner, p.proconfig AS config, p.proacl::text AS acl
       FROM pg_proc AS p WHERE p.prosecdef AND p.pronamespace NOT IN ('pg_catalog'::regnamespace)`,
    );
    expect(found.length).toBeGreaterThan(10);
    for (const fn of found) {
      expect(fn).toMatchObject({ owner: 'nobat_relay', config: ['search_path=pg_catalog, public, pg_temp'] });
      expect(fn.acl).not.toMatch(/[{,]=X/);
    }
  });

  it('are the only functions that see across tenants: nobat_app may not call them', async () => {
    const { tenantId } = await newTenant(database);
    const call = { name: 'forbidden', text: 'SELECT * FROM system.list_tenants()' };
    await expect(database.inTenant(tenantId, (tx) => tx.query(call))).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('leave nobody a member of nobat_relay', async () => {
    const found = await catalog(
      'members',
      `SELECT pg_has_role(session_user, 'nobat_relay', 'USAGE') AS usage, r.rolcanlogin AS login
       FROM pg_roles AS r WHERE r.rolname IN ('nobat_relay', 'nobat_app')`,
    );
    expect(found).toEqual([
      { usage: false, login: false },
      { usage: false, login: false },
    ]);
  });
});

describe('a query outside its tenant', () => {
  it('fails aloud when no tenant was ever set, and after one was', async () => {
    const query = { name: 'outside', text: 'SELECT * FROM customers' };
    const { tenantId } = await newTenant(database);
    const one = connect({ url, poolSize: 1 });
    await expect(one.statement(query)).rejects.toThrow('app.tenant');
    await one.inTenant(tenantId, (tx) => tx.query(query));
    await expect(one.statement(query)).rejects.toThrow('invalid input syntax for type uuid');
    await one.close();
  });

  it('sees nothing of another tenant and writes nothing to it', async () => {
    const [mine, other] = [await newTenant(database), await newTenant(database)];
    await receive(database, other);
    expect(await rowsOf(database, mine, 'SELECT * FROM messages')).toEqual([]);
    expect(await rowsOf(database, other, 'SELECT number FROM messages')).toEqual([{ number: 1 }]);
    const insert = 'INSERT INTO customers (tenant_id, id, created_at) VALUES ($1, $1, instant($2))';
    await expect(rowsOf(database, mine, insert, [other.tenantId, NOW])).rejects.toMatchObject({
      code: '42501',
    });
    await rowsOf(database, mine, `UPDATE tenants SET version = 99`);
    expect(await rowsOf(database, other, 'SELECT version FROM tenants')).toEqual([{ version: 1 }]);
  });
});

describe('the busy list', () => {
  it.each([BUSY, PLACES])(
    '$name is read from its partial index by plain comparisons, as nobat_app',
    async (statement) => {
      const tenant: MadeTenant = await newTenant(database);
      const { tenantId } = tenant;
      const literals = [
        `'${tenantId}'`,
        `ARRAY['ali', 'lift-1']`,
        '30000000',
        '30100000',
        String(NOW),
        'NULL',
      ];
      const text = statement.text.replace(
        /\$(\d)/g,
        (_match, place: string) => literals[Number(place) - 1] ?? '',
      );
      const plan = await database.inTenant(tenantId, async (tx) => {
        await tx.simple('SET LOCAL enable_seqscan = off');
        return tx.query<Record<string, string>>({
          name: `plan of ${statement.name}`,
          text: `EXPLAIN ${text}`,
        });
      });
      const lines = plan.map((row) => row['QUERY PLAN'] ?? '').join('\n');
      expect(lines).toMatch(/Index (Only )?Scan using allocations_busy/);
      expect(lines).toMatch(
        /Index Cond: .*tenant_id = .*resource_id = ANY.*end_minute > .*start_minute < |Index Cond: .*end_minute > /,
      );
    },
  );
});
