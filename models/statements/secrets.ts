/** Sealed secrets of a tenant: kept, listed by their names, and taken away. */
import type { Millis } from '../../platform/clock';
import type { Tx } from '../../platform/database';
import type { Sealed } from '../../platform/secretBox';

export interface KeptSecret extends Sealed {
  readonly name: string;
}

const KEEP = {
  name: 'keep-secret',
  text: `
INSERT INTO secrets (tenant_id, name, key_id, box, changed_at) VALUES ($1, $2, $3, $4, instant($5))
ON CONFLICT (tenant_id, name) DO UPDATE SET key_id = excluded.key_id, box = excluded.box, changed_at = excluded.changed_at`,
};

export async function writeSecret(tx: Tx, { name, keyId, box }: KeptSecret, at: Millis): Promise<void> {
  await tx.query(KEEP, [tx.tenantId, name, keyId, box, at]);
}

const LIST = {
  name: 'list-secrets',
  text: 'SELECT name, key_id AS "keyId", box FROM secrets WHERE tenant_id = $1 ORDER BY name',
};

/** By name. */
export async function listSecrets(tx: Tx): Promise<readonly KeptSecret[]> {
  return tx.query<KeptSecret>(LIST, [tx.tenantId]);
}

const DROP = {
  name: 'drop-secret',
  text: 'DELETE FROM secrets WHERE tenant_id = $1 AND name = $2 RETURNING name',
};

/** False where there was none. */
export async function dropSecret(tx: Tx, name: string): Promise<boolean> {
  return (await tx.query(DROP, [tx.tenantId, name])).length > 0;
}
