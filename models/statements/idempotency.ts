/** Requests that are answered once: taking an Idempotency-Key, keeping the answer, forgetting old ones. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';

/** Whose key it is and where it was sent: the same key elsewhere is another one. */
export interface RequestKey {
  readonly caller: string;
  /** Method and path. */
  readonly route: string;
  readonly key: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent. */
  readonly body: string;
}

export type BegunRequest =
  /** Nobody else may answer it until this transaction has ended. */
  | { readonly kind: 'new' }
  /** Another transaction is answering it. */
  | { readonly kind: 'busy' }
  | ({ readonly kind: 'done'; readonly bodyHash: string } & KeptAnswer);

const BEGIN = { name: 'begin-request', text: 'SELECT begin_request($1, $2, $3, $4) AS begun' };

/** Never waits. */
export async function beginRequest(tx: Tx, { caller, route, key }: RequestKey): Promise<BegunRequest> {
  const [row] = await tx.query<{ begun: BegunRequest }>(BEGIN, [tx.tenantId, caller, route, key]);
  if (!row) throw new Error('begin_request gave no answer');
  return row.begun;
}

const KEEP = {
  name: 'keep-answer',
  text: `
INSERT INTO idempotency_keys (tenant_id, caller, route, key, body_hash, status, headers, body, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, instant($9))`,
};

/** Keeps the answer with whatever else this transaction did: neither is there without the other. */
export async function keepAnswer(
  tx: Tx,
  { caller, route, key }: RequestKey,
  answer: KeptAnswer & { readonly bodyHash: string; readonly at: Millis },
): Promise<void> {
  const { bodyHash, status, headers, body, at } = answer;
  const values = [tx.tenantId, caller, route, key, bodyHash, status, JSON.stringify(headers), body, at];
  await tx.query(KEEP, values);
}

const FORGET = {
  name: 'forget-answers',
  text: 'DELETE FROM idempotency_keys WHERE tenant_id = $1 AND created_at < instant($2) RETURNING 1',
};

/** Answers how many were forgotten. */
export async function forgetAnswers(tx: Tx, before: Millis): Promise<number> {
  return (await tx.query(FORGET, [tx.tenantId, before])).length;
}
