/** The relay's statements: claim what is due, begin a send, and settle it by what the provider says. */
import type { Millis } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { Claim } from '../records';
import { storableJson, storableText } from '../storable';

const CLAIM = { name: 'claim-outbox', text: 'SELECT system.claim_outbox($1, $2, $3, $4) AS claim' };

export interface ClaimRequest {
  readonly now: Millis;
  /** Names the claim; settling needs it. */
  readonly token: string;
  /** How long the claim stands; a request that began and got no answer is repeated after that, once. */
  readonly leaseMillis: number;
  readonly limit: number;
}

/** Claims due rows: the first unsent of each (address, priority) that may still be sent, each once among all relays. */
export async function claimOutbox(database: Database, claim: ClaimRequest): Promise<Claim> {
  const values = [claim.now, claim.token, claim.now + claim.leaseMillis, claim.limit];
  const [row] = await database.statement<{ claim: Claim }>(CLAIM, values);
  return row?.claim ?? { claimed: [], ended: 0 };
}

/** A claimed row. */
export interface Claimed {
  readonly tenantId: string;
  readonly id: string;
  readonly token: string;
}

const BEGIN = { name: 'begin-send', text: 'SELECT system.begin_send($1, $2, $3, $4) AS may' };

/** Just before the request: false when a takeover or an opt-out has overtaken the row, or the claim is no longer ours. */
export async function beginSend(database: Database, row: Claimed, now: Millis): Promise<boolean> {
  const [answer] = await database.statement<{ may: boolean }>(BEGIN, [row.tenantId, row.id, row.token, now]);
  return answer?.may ?? false;
}

export interface Sent {
  readonly tenantId: string;
  readonly id: string;
  readonly providerId: string;
}

const SENT = { name: 'mark-sent', text: 'SELECT system.mark_sent($1, $2, $3)' };

/** The provider has taken them; all of one claim. */
export async function markSent(
  database: Database,
  sent: readonly Sent[],
  token: string,
  now: Millis,
): Promise<void> {
  await database.statement(SENT, [storableJson(sent), token, now]);
}

const RETRY = { name: 'mark-retry', text: 'SELECT system.mark_retry($1, $2, $3, $4, $5)' };

/** Not now: due again at `due`, and until then ahead of all later rows of its class. */
export async function markRetry(database: Database, row: Claimed, due: Millis, error: string): Promise<void> {
  await database.statement(RETRY, [row.tenantId, row.id, row.token, due, storableText(error)]);
}

const UNCERTAIN = { name: 'mark-uncertain', text: 'SELECT system.mark_uncertain($1, $2, $3, $4, $5)' };

/** The answer was lost: unless a callback settles it before `until`, it is repeated once. */
export async function markUncertain(
  database: Database,
  row: Claimed,
  until: Millis,
  error: string,
): Promise<void> {
  await database.statement(UNCERTAIN, [row.tenantId, row.id, row.token, until, storableText(error)]);
}

const FAILED = { name: 'mark-failed', text: 'SELECT system.mark_failed($1, $2, $3, $4, $5, $6)' };

/** Never again for this message; `optedOut` marks the address too. */
export async function markFailed(
  database: Database,
  row: Claimed,
  failure: { readonly error: string; readonly optedOut: boolean; readonly now: Millis },
): Promise<void> {
  const { error, optedOut, now } = failure;
  await database.statement(FAILED, [row.tenantId, row.id, row.token, storableText(error), optedOut, now]);
}

export interface StatusReport {
  readonly tenantId: string;
  readonly outboxId: string;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly providerId: string | null;
  readonly error: string | null;
  readonly optedOut: boolean;
  readonly now: Millis;
}

const STATUS = {
  name: 'record-status',
  text: 'SELECT system.record_status($1, $2, $3, $4, $5, $6, $7) AS moved',
};

/** A status callback: never goes back, so late and repeated ones are harmless. Answers whether anything changed. */
export async function recordStatus(database: Database, report: StatusReport): Promise<boolean> {
  const { tenantId, outboxId, status, providerId, error, optedOut, now } = report;
  const [provided, why] = [providerId, error].map((text) => text && storableText(text));
  const values = [tenantId, outboxId, status, provided, why, optedOut, now];
  const [row] = await database.statement<{ moved: boolean }>(STATUS, values);
  return row?.moved ?? false;
}

const DUE = { name: 'outbox-due', text: 'SELECT system.outbox_due($1) AS due' };

/** Whether anything is waiting to be claimed: what a sweep asks when a bell may have been lost. */
export async function outboxDue(database: Database, now: Millis): Promise<boolean> {
  const [row] = await database.statement<{ due: boolean }>(DUE, [now]);
  return row?.due ?? false;
}
