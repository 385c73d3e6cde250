/** Entries of the waitlist: made, left, told, and over when no window is left. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { NewWaitlistEntry, WaitlistRecord, WaitlistState } from '../waitlistRecords';
import { storableJson, storableText } from '../storable';

const JOIN = {
  name: 'join-waitlist',
  text: `
INSERT INTO waitlist (tenant_id, id, customer_id, conversation_id, service_id, branch_id, person, asset_id, asset_class, attendee,
  windows, priority, since, until_minute, idempotency_key)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, instant($13), $14, $15) ON CONFLICT DO NOTHING`,
};

/** The same key makes one entry, told as it is now. */
export async function insertEntry(tx: Tx, entry: NewWaitlistEntry): Promise<WaitlistRecord> {
  const { id, customerId, conversationId, service, branch, person, assetId, assetClass, attendee } = entry;
  const who = [tx.tenantId, id, customerId, conversationId];
  const what = [service, branch, person, assetId, assetClass, attendee && storableText(attendee)];
  const key = storableText(entry.key);
  const when = [storableJson(entry.windows), entry.priority, entry.since, entry.until, key];
  await tx.query(JOIN, [...who, ...what, ...when]);
  const found = await entryBy(tx, BY_KEY, key);
  if (!found) throw new Error('a waitlist entry that was just made is not there');
  return found;
}

const ENTRY = 'SELECT waitlist_json(e) AS entry FROM waitlist AS e WHERE e.tenant_id = $1';
const BY_KEY = { name: 'waitlist-by-key', text: `${ENTRY} AND e.idempotency_key = $2` };
const BY_ID = { name: 'waitlist-by-id', text: `${ENTRY} AND e.id = $2` };
const LOCK = { name: 'lock-waitlist', text: `${ENTRY} AND e.id = $2 FOR UPDATE` };

async function entryBy(
  tx: Tx,
  statement: { readonly name: string; readonly text: string },
  value: string,
): Promise<WaitlistRecord | null> {
  const [row] = await tx.query<{ entry: WaitlistRecord }>(statement, [tx.tenantId, value]);
  return row?.entry ?? null;
}

export function findEntry(tx: Tx, id: string): Promise<WaitlistRecord | null> {
  return entryBy(tx, BY_ID, id);
}

/** The entry of an idempotency key. */
export function entryOfKey(tx: Tx, key: string): Promise<WaitlistRecord | null> {
  return entryBy(tx, BY_KEY, storableText(key));
}

/** Nobody else changes it until this transaction has ended. */
export function lockEntry(tx: Tx, id: string): Promise<WaitlistRecord | null> {
  return entryBy(tx, LOCK, id);
}

const STATE = {
  name: 'waitlist-state',
  text: `UPDATE waitlist AS e SET state = $3 WHERE e.tenant_id = $1 AND e.id = $2 RETURNING waitlist_json(e) AS entry`,
};

export async function setEntryState(tx: Tx, id: string, state: WaitlistState): Promise<void> {
  await tx.query(STATE, [tx.tenantId, id, state]);
}

const LIST = {
  name: 'list-waitlist',
  text: `${ENTRY} AND ($2::uuid IS NULL OR e.customer_id = $2) AND e.state = ANY ($3) ORDER BY e.since, e.id LIMIT $4`,
};

/** Who waited first comes first. */
export async function listEntries(
  tx: Tx,
  filter: {
    readonly customer: string | null;
    readonly states: readonly WaitlistState[];
    readonly limit: number;
  },
): Promise<readonly WaitlistRecord[]> {
  const values = [tx.tenantId, filter.customer, filter.states, filter.limit];
  const rows = await tx.query<{ entry: WaitlistRecord }>(LIST, values);
  return rows.map((row) => row.entry);
}

const END = {
  name: 'end-waitlist',
  text: `UPDATE waitlist SET state = 'over' WHERE tenant_id = $1 AND state = 'waiting' AND until_minute <= $2::bigint / 60000`,
};

/** Ends the entries of which no window is left. */
export async function endEntries(tx: Tx, now: Millis): Promise<void> {
  await tx.query(END, [tx.tenantId, now]);
}

const REACH = { name: 'reach-by-text', text: 'SELECT reach_by_text($1, $2, $3, $4, $5, $6) AS conversation' };

/** The talk in which a customer of this number is texted, opened if need be; null where the business sends no texts. */
export async function reachByText(
  tx: Tx,
  customer: { readonly id: string; readonly phone: string },
  newIds: { readonly address: string; readonly conversation: string },
  now: Millis,
): Promise<string | null> {
  const values = [tx.tenantId, customer.id, customer.phone, newIds.address, newIds.conversation, now];
  const [row] = await tx.query<{ conversation: string | null }>(REACH, values);
  return row?.conversation ?? null;
}
