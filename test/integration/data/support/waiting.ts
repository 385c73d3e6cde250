/** Waiting for a lock, seen from outside: so that a race is arranged and not hoped for. */
import type { Client } from 'pg';

/** Resolves once another session of this database is blocked by a lock. */
export async function somebodyWaits(client: Client): Promise<void> {
  const text = `SELECT count(*)::integer AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  for (let waiting = 0; waiting === 0;) {
    // Within a transaction the statistics are those of its first look.
    await client.query('SELECT pg_stat_clear_snapshot()');
    const { rows } = await client.query<{ waiting: number }>(text);
    waiting = rows[0]?.waiting ?? 0;
  }
}
