/** What was done on an order, by whom and when; what was tried and refused stands here too. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { Minute } from '../../scheduling/business';
import { storableJson, storableText } from '../storable';

export interface OrderDeed {
  readonly deed: 'begun' | 'stage' | 'revised' | 'refused';
  readonly from: string | null;
  readonly to: string;
  readonly promised: Minute | null;
  readonly note: string | null;
  readonly at: Millis;
  readonly actor: unknown;
}

const KEEP = {
  name: 'keep-order-deed',
  text: `
INSERT INTO order_history (tenant_id, order_id, number, at, actor, deed, from_stage, to_stage, promised_minute, note, key)
SELECT $1, $2, 1 + coalesce(max(number), 0), instant($3), $4, $5, $6, $7, $8, $9, $10 FROM order_history
WHERE tenant_id = $1 AND order_id = $2`,
};

/** Only under the order's lock, or by whoever has just made it. */
export async function keepOrderDeed(
  tx: Tx,
  orderId: string,
  deed: OrderDeed,
  key: string | null,
): Promise<void> {
  const [to, note] = [storableText(deed.to), deed.note && storableText(deed.note)];
  const what = [deed.deed, deed.from, to, deed.promised, note, key && storableText(key)];
  await tx.query(KEEP, [tx.tenantId, orderId, deed.at, storableJson(deed.actor), ...what]);
}

const DONE = {
  name: 'order-deed-done',
  text: 'SELECT order_id AS "orderId" FROM order_history WHERE tenant_id = $1 AND key = $2',
};

/** The order on which a deed with this idempotency key was done already. */
export async function orderOfDeed(tx: Tx, key: string): Promise<string | null> {
  const [row] = await tx.query<{ orderId: string }>(DONE, [tx.tenantId, storableText(key)]);
  return row?.orderId ?? null;
}

const HISTORY = {
  name: 'order-history',
  text: `
SELECT deed, from_stage AS "from", to_stage AS "to", promised_minute AS promised, note, millis(at) AS at, actor
FROM order_history WHERE tenant_id = $1 AND order_id = $2 ORDER BY number`,
};

/** Oldest first. */
export async function historyOfOrder(tx: Tx, orderId: string): Promise<readonly OrderDeed[]> {
  return tx.query<OrderDeed>(HISTORY, [tx.tenantId, orderId]);
}
