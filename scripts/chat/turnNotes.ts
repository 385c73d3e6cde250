/** What the turns of a talk noted in their journals: which steps and repairs were taken, and what was said. */
import type { Traced } from '../../dialogs/trace';
import type { Database } from '../../platform/database';

export interface TurnNote {
  readonly trace: readonly Traced[];
  /** Keys of all that was said, those of sayings inside sayings too. */
  readonly said: readonly string[];
}

const JOURNAL = {
  name: 'chat-journal',
  text: `SELECT entry FROM journal WHERE tenant_id = $1 ORDER BY conversation_id, turn`,
};

interface Row {
  readonly entry: { readonly trace?: readonly Traced[]; readonly said?: unknown };
}

/** Every turn of every talk of the tenant. */
export async function readTurnNotes(database: Database, tenantId: string): Promise<readonly TurnNote[]> {
  const rows = await database.inTenant(tenantId, (tx) => tx.query<Row>(JOURNAL, [tenantId]));
  return rows.map(({ entry }) => ({ trace: entry.trace ?? [], said: keysIn(entry.said) }));
}

function keysIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'key' in value && typeof value.key === 'string' ? [value.key] : [];
  return [...own, ...Object.values(value).flatMap(keysIn)];
}
