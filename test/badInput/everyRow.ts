/** How many rows every table of a tenant has: the same before and after means that nothing was written. */
import type { Database } from '../../platform/database';

const TABLES = {
  name: 'all-tables',
  text: `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
};

export async function everyRow(
  database: Database,
  tenantId: string,
): Promise<Readonly<Record<string, number>>> {
  const tables = await database.statement<{ name: string }>(TABLES);
  const counts = tables.map(({ name }) => `'${name}', (SELECT count(*)::integer FROM ${name})`).join(', ');
  const [row] = await database.inTenant(tenantId, (tx) =>
    tx.query<{ rows: Record<string, number> }>({
      name: 'every-row',
      text: `SELECT json_build_object(${counts}) AS rows`,
    }),
  );
  return row?.rows ?? {};
}
