/** Our ends of the wires: a tenant's own account of a channel, and one that the configuration brings along. */
import type { Tx } from '../../platform/database';
import type { AccountDefinition } from '../businessDefinition';

export interface OwnAccount {
  readonly id: string;
  readonly account: string;
  readonly provider: string;
}

const OF_CHANNEL = {
  name: 'account-of-channel',
  text: 'SELECT id, account, provider FROM channel_accounts WHERE tenant_id = $1 AND channel = $2 ORDER BY id LIMIT 1',
};

/** The tenant's account of a channel; null where it has none. */
export async function accountOfChannel(tx: Tx, channel: string): Promise<OwnAccount | null> {
  const [row] = await tx.query<OwnAccount>(OF_CHANNEL, [tx.tenantId, channel]);
  return row ?? null;
}

const ENSURE = {
  name: 'ensure-account',
  text: `
INSERT INTO channel_accounts (tenant_id, id, channel, provider, account) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (tenant_id, channel, account) DO UPDATE SET provider = excluded.provider`,
};

/** Makes sure that the tenant has this account, carried by this provider. */
export async function ensureAccount(
  tx: Tx,
  account: {
    readonly id: string;
    readonly channel: string;
    readonly provider: string;
    readonly account: string;
  },
): Promise<void> {
  await tx.query(ENSURE, [tx.tenantId, account.id, account.channel, account.provider, account.account]);
}

const LIST = {
  name: 'list-accounts',
  text: `
SELECT id, channel, provider, account FROM channel_accounts
WHERE tenant_id = $1 ORDER BY array_position(ARRAY['webchat', 'sms', 'whatsapp', 'voice'], channel), account`,
};

/** All accounts of the tenant, channel by channel. */
export async function listAccounts(
  tx: Tx,
): Promise<readonly (AccountDefinition & { readonly id: string })[]> {
  return tx.query(LIST, [tx.tenantId]);
}

const CHANGE = {
  name: 'change-account',
  text: 'UPDATE channel_accounts SET provider = $3, account = $4 WHERE tenant_id = $1 AND id = $2',
};

/** Another number or provider in the place of this one; who has written to it is known there too. */
export async function changeAccount(
  tx: Tx,
  id: string,
  { provider, account }: Pick<AccountDefinition, 'provider' | 'account'>,
): Promise<void> {
  await tx.query(CHANGE, [tx.tenantId, id, provider, account]);
}

const DROP = {
  name: 'drop-account',
  text: `
DELETE FROM channel_accounts AS a WHERE tenant_id = $1 AND id = $2
  AND NOT EXISTS (SELECT FROM addresses AS d WHERE d.tenant_id = a.tenant_id AND d.channel_account_id = a.id)
RETURNING id`,
};

/** Takes an account away; false, and it stays, where customers have written to it. */
export async function dropAccount(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query(DROP, [tx.tenantId, id])).length > 0;
}
