/** Work for agents. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import { storableText } from '../storable';

const RAISE = {
  name: 'raise-task',
  text: `
WITH made AS (
  INSERT INTO tasks (tenant_id, id, kind, conversation_id, customer_id, text, idempotency_key, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, instant($8)) ON CONFLICT (tenant_id, idempotency_key) DO NOTHING RETURNING id
)
SELECT id FROM made UNION ALL SELECT id FROM tasks WHERE tenant_id = $1 AND idempotency_key = $7 LIMIT 1`,
};

export interface NewTask {
  readonly id: string;
  readonly kind: string;
  readonly conversationId: string | null;
  readonly customerId: string | null;
  readonly text: string;
  readonly key: string;
  readonly at: Millis;
}

/** One that somebody else raises at this very moment is only seen by the next statement. */
const LOOKS = 2;

/** Raises a task once for each key; answers the id of the one there is. */
export async function insertTask(tx: Tx, task: NewTask): Promise<string> {
  const values = [
    tx.tenantId,
    task.id,
    task.kind,
    task.conversationId,
    task.customerId,
    storableText(task.text),
  ];
  for (let looks = 1; looks <= LOOKS; looks += 1) {
    const [row] = await tx.query<{ id: string }>(RAISE, [...values, task.key, task.at]);
    if (row) return row.id;
  }
  throw new Error('a task was neither raised nor found');
}
