/** A business in a database of its own, for tests of what is kept. */
import { randomUUID } from 'node:crypto';
import type { BusinessDefinition } from '../../../../models/businessDefinition';
import { createTenantCopy, type MadeTenant } from '../../../../models/createTenant';
import { receiveInbound } from '../../../../models/statements/inbound';
import type { InboundResult, InboundWrite } from '../../../../models/records';
import type { Database } from '../../../../platform/database';
import { garage } from '../../../../scripts/demo/garage';

/** Friday 26 March 2027, 09:00 in Berlin. */
export const NOW = Date.parse('2027-03-26T08:00:00Z');

export function newTenant(database: Database, definition: BusinessDefinition = garage): Promise<MadeTenant> {
  const tenantId = randomUUID();
  return createTenantCopy(database, definition, {
    tenantId,
    slug: `t-${tenantId}`,
    at: NOW,
    newId: randomUUID,
  });
}

export function accountOf(tenant: MadeTenant, channel = 'sms'): string {
  const account = tenant.accounts.find((each) => each.channel === channel);
  if (!account) throw new Error(`${tenant.slug} has no ${channel}`);
  return account.id;
}

/** A message as a wire would bring it; whatever is not said is made up anew. */
export function message(tenant: MadeTenant, given: Partial<InboundWrite> = {}): InboundWrite {
  return {
    tenantId: tenant.tenantId,
    channelAccountId: accountOf(tenant, given.channel),
    channel: 'sms',
    address: '+4915112345678',
    providerId: randomUUID(),
    kind: 'text',
    text: 'hello',
    details: null,
    sentAt: NOW,
    receivedAt: NOW,
    newIds: { address: randomUUID(), customer: randomUUID(), conversation: randomUUID() },
    proven: true,
    ...given,
  };
}

export function receive(
  database: Database,
  tenant: MadeTenant,
  given: Partial<InboundWrite> = {},
): Promise<InboundResult> {
  return receiveInbound(database, message(tenant, given));
}

/** Rows of a plain query inside the tenant. */
export async function rowsOf<Row extends object>(
  database: Database,
  tenant: MadeTenant,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return database.inTenant(tenant.tenantId, (tx) =>
    tx.query<Row>({ name: `test ${text}`.slice(0, 60), text }, values),
  );
}

/** A customer with a name and no wire. */
export async function newCustomer(
  database: Database,
  tenant: MadeTenant,
  name = 'Ada Lovelace',
): Promise<string> {
  const id = randomUUID();
  const text = 'INSERT INTO customers (tenant_id, id, name, created_at) VALUES ($1, $2, $3, instant($4))';
  await rowsOf(database, tenant, text, [tenant.tenantId, id, name, NOW]);
  return id;
}
