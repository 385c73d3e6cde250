/** Whether a table was read from one end to the other, by the count that the database itself keeps. */
import { Client } from 'pg';
import { BOOKING_TABLES } from '../bulk';

/** Tables read from one end to the other since the database was made. Waits until all others are gone: they tell their counts last. */
export async function wholeReads(url: string): Promise<number> {
  const client = new Client(url);
  await client.connect();
  try {
    for (let others = 1; others > 0;)
      others = await count(
        client,
        `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
         AND backend_type = 'client backend'`,
      );
    return await count(
      client,
      'SELECT sum(seq_scan) AS count FROM pg_stat_user_tables WHERE relname = ANY ($1)',
      [BOOKING_TABLES],
    );
  } finally {
    await client.end();
  }
}

async function count(client: Client, text: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await client.query<{ count: string }>(text, [...values]);
  return Number(rows[0]?.count ?? 0);
}
