/** Sets the stage of a conversation file: a business of its own, and the customer it may know already. */
import { createHash, randomUUID } from 'node:crypto';
import type { ReceivingAccount } from '../../bot/receive';
import type { ChannelKind } from '../../channels/channel';
import type { Database, Tx } from '../../platform/database';
import { keepNotes } from '../../models/statements/customers';
import { writeBusiness } from '../../models/statements/businesses';
import type { BusinessDefinition } from '../../models/businessDefinition';
import { demoBusinesses } from '../demo/businesses';
import type { Header } from './chatFile';
import { NotBuiltYet } from './notBuiltYet';

export interface Stage {
  readonly tenantId: string;
  readonly channel: ChannelKind;
  readonly account: ReceivingAccount;
  /** The far end of this file's customer. */
  readonly address: string;
  /** Null before the address wrote for the first time. */
  conversationOf(address: string): Promise<string | null>;
}

const CONVERSATION = {
  name: 'chat-conversation',
  text: `SELECT c.id FROM conversations c JOIN addresses a ON a.tenant_id = c.tenant_id AND a.id = c.address_id
    WHERE a.tenant_id = $1 AND a.channel = $2 AND a.address = $3`,
};
const CUSTOMER = {
  name: 'chat-customer',
  text: `INSERT INTO customers (tenant_id, id, name, language, contact_phone, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
};
const ADDRESS = {
  name: 'chat-address',
  text: `INSERT INTO addresses (tenant_id, id, channel_account_id, channel, address, customer_id, proven, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
/** @param at when the talk begins, UTC milliseconds */
export async function openStage(database: Database, header: Header, at: number): Promise<Stage> {
  if (header.llm !== 'off')
    throw new NotBuiltYet('"llm: chaos" needs the seam for a language model, which is not built yet');
  const tenantId = randomUUID();
  const account = {
    tenantId,
    channelAccountId: randomUUID(),
    channel: header.channel,
    proven: header.channel !== 'webchat',
  };
  const address = addressOf(header, tenantId);
  await database.inTenant(tenantId, async (tx) => {
    await writeBusiness(tx, businessOf(header, tenantId), [account.channelAccountId], at);
    if (header.from !== null || header.known !== null || header.locale !== null)
      await introduce(tx, header, account, address, at);
  });
  return {
    tenantId,
    channel: header.channel,
    account,
    address,
    async conversationOf(whose) {
      const rows = await database.inTenant(tenantId, (tx) =>
        tx.query<{ id: string }>(CONVERSATION, [tenantId, header.channel, whose]),
      );
      return rows[0]?.id ?? null;
    },
  };
}

/** The demo business of that name under a slug of its own, with the one wire of the file. */
function businessOf(header: Header, tenantId: string): BusinessDefinition {
  const definition = demoBusinesses.find((business) => business.slug === header.tenant);
  if (!definition) {
    const slugs = demoBusinesses.map((business) => business.slug).join(', ');
    throw new Error(`tenant: "${header.tenant}" is not one of the demo businesses ${slugs}`);
  }
  const accounts = [{ channel: header.channel, provider: 'fake', account: tenantId }];
  return { ...definition, slug: `${definition.slug}-${tenantId}`, apiKeyHash: undefined, accounts };
}

/** A web visitor's end is an id, a telephone's a number; without `from:` it is nobody's before. */
function addressOf(header: Header, tenantId: string): string {
  if (header.channel === 'webchat') return `dl_${tenantId}`;
  if (header.from !== null) return header.from;
  const digits =
    BigInt(`0x${createHash('sha256').update(tenantId).digest('hex').slice(0, 14)}`) % 10_000_000n;
  return `+49151${digits.toString().padStart(7, '0')}0`;
}

/** A number that wrote before, and what the business knows of its owner. */
async function introduce(
  tx: Tx,
  header: Header,
  account: ReceivingAccount,
  address: string,
  at: number,
): Promise<void> {
  const customer = randomUUID();
  const since = new Date(at);
  const phone = header.channel === 'webchat' ? header.from : null;
  await tx.query(CUSTOMER, [tx.tenantId, customer, header.known?.name ?? null, header.locale, phone, since]);
  const proven = header.channel !== 'webchat' || header.from !== null;
  const { channelAccountId, channel } = account;
  await tx.query(ADDRESS, [
    tx.tenantId,
    randomUUID(),
    channelAccountId,
    channel,
    address,
    customer,
    proven,
    since,
  ]);
  const assets = (header.known?.vehicles ?? []).map((vehicle) => ({
    id: randomUUID(),
    ...vehicleOf(vehicle),
  }));
  if (assets.length > 0) await keepNotes(tx, customer, { assets }, at);
}

interface Vehicle {
  readonly label: string;
  readonly plate: string | null;
  readonly class: string | null;
}

/** `Golf B-XY 123` is a Golf with a plate; the plate is what stands last: letters, a hyphen, letters and digits. */
export function vehicleOf(text: string): Vehicle {
  const match = /^(.+?)\s+(\p{Lu}{1,3}-\p{Lu}{1,2} ?\d{1,4}[EH]?)$/u.exec(text);
  const label = match?.[1] ?? text;
  return { label, plate: match?.[2] ?? null, class: /\bvan\b/iu.test(label) ? 'van' : null };
}
