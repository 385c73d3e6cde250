/** The models: each knows its table column by column, and none sees past its tenant. */
import type { Model, ModelStatic } from 'sequelize';
import { modelsOf } from '../../../models';
import type { Database } from '../../../platform/database';
import { testDatabase } from '../../setup/database';
import { bookedBy, Shop } from './support/shop';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

const COLUMNS = `
SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attname) AS columns,
  (SELECT array_agg(k.attname::text ORDER BY k.attname) FROM pg_constraint AS p JOIN pg_attribute AS k
    ON k.attrelid = p.conrelid AND k.attnum = ANY (p.conkey) WHERE p.conrelid = c.oid AND p.contype = 'p') AS keys
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.oid, c.relname`;

it('there is one for every table, with its columns and its key', async () => {
  const found = await database.statement<{ table: string; columns: string[]; keys: string[] }>({
    name: 'columns',
    text: COLUMNS,
  });
  const models = (Object.values(modelsOf(database.sequelize)) as unknown as ModelStatic<Model>[]).map(
    (model) => {
      const attributes = Object.values(model.getAttributes());
      return {
        table: model.getTableName(),
        columns: attributes.map((attribute) => attribute.field).sort(),
        keys: attributes.flatMap((attribute) => (attribute.primaryKey ? [attribute.field] : [])).sort(),
      };
    },
  );
  const byName = (left: { table: unknown }, right: { table: unknown }): number =>
    String(left.table).localeCompare(String(right.table));
  expect(models.sort(byName)).toEqual(found.sort(byName));
});

it('they read and write within a tenant, and fail outside of one', async () => {
  const shop = await Shop.open(database);
  const booking = await bookedBy(shop, await shop.client());
  const { bookings, branches } = modelsOf(database.sequelize);
  const { tenantId } = shop.tenant;
  const list = await database.inTenant(tenantId, async ({ transaction }) => {
    const south = { tenantId, id: 'south', names: { de: 'Süd' }, zone: 'Europe/Berlin', address: '' };
    await branches.create(south, { transaction });
    expect(await branches.count({ transaction })).toBe(3);
    return bookings.findAll({ where: { status: 'confirmed' }, transaction });
  });
  expect(list.map((row) => [row.id, row.price, row.resourceIds])).toEqual([
    [booking.id, 3900, ['ali', 'lift-1']],
  ]);
  await expect(bookings.findAll()).rejects.toThrow(/app\.tenant|type uuid/);
});
