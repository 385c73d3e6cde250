/** Our ends of the wires: a tenant's own account of a channel, and one that the configuration brings along. */
import type { Tx } from '../../platform/database';

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
