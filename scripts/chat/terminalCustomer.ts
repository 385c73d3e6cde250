/** Who sits at the terminal: a web visitor of their own, or on the telephone's channels always the same number. */
import { randomUUID } from 'node:crypto';
import type { ReceivingAccount } from '../../bot/receive';
import { tenantBySlug } from '../../models/statements/tenants';
import type { Database } from '../../platform/database';
import type { ChannelName } from './chatFile';

export interface TerminalOptions {
  readonly tenant: string;
  readonly channel: ChannelName;
  readonly locale: string | null;
  /** Shows what lies behind each reply. */
  readonly explain?: boolean;
}

const TERMINAL_NUMBER = '+4915100000001';

export interface TerminalCustomer {
  readonly account: ReceivingAccount;
  readonly provider: string;
  readonly address: string;
}

const ACCOUNT = {
  name: 'terminal-account',
  text: 'SELECT id, provider FROM channel_accounts WHERE tenant_id = $1 AND channel = $2 LIMIT 1',
};
const SPEAKS = {
  name: 'terminal-speaks',
  text: `WITH customer AS (
      INSERT INTO customers (tenant_id, id, language, created_at) VALUES ($1, $2, $3, instant($4)) RETURNING id)
    INSERT INTO addresses (tenant_id, id, channel_account_id, channel, address, customer_id, proven, created_at)
    SELECT $1, $5, $6, $7, $8, customer.id, $9, instant($4) FROM customer ON CONFLICT DO NOTHING`,
};

/** @param at now, UTC milliseconds */
export async function terminalCustomer(
  database: Database,
  options: TerminalOptions,
  at: number,
): Promise<TerminalCustomer> {
  const tenant = await tenantBySlug(database, options.tenant);
  if (tenant === null) throw new Error(`there is no business "${options.tenant}"`);
  const { tenantId } = tenant;
  const { channel, locale } = options;
  const proven = channel !== 'webchat';
  const address = proven ? TERMINAL_NUMBER : `dl_${randomUUID()}`;
  return database.inTenant(tenantId, async (tx) => {
    const [account] = await tx.query<{ id: string; provider: string }>(ACCOUNT, [tenantId, channel]);
    if (!account) throw new Error(`"${options.tenant}" has no ${channel} account`);
    if (locale !== null)
      await tx.query(SPEAKS, [
        tenantId,
        randomUUID(),
        locale,
        at,
        randomUUID(),
        account.id,
        channel,
        address,
        proven,
      ]);
    return {
      account: { tenantId, channelAccountId: account.id, channel, proven },
      provider: account.provider,
      address,
    };
  });
}
