/** A business as it is kept: read with its accounts, and overwritten by another definition of it. */
import { randomUUID } from 'node:crypto';
import type { AccountDefinition, BusinessDefinition } from '../../models/businessDefinition';
import { changeAccount, dropAccount, ensureAccount, listAccounts } from '../../models/statements/accounts';
import { readBusiness } from '../../models/statements/businesses';
import { overwriteBusiness } from '../../models/statements/changeBusiness';
import type { Tx } from '../../platform/database';

export interface Kept {
  readonly definition: BusinessDefinition;
  readonly version: number;
  readonly accounts: readonly (AccountDefinition & { readonly id: string })[];
}

/** The transaction's tenant. Throws where there is none. */
export async function readKept(tx: Tx): Promise<Kept> {
  const business = await readBusiness(tx);
  if (business === null) throw new Error(`there is no tenant ${tx.tenantId}`);
  const accounts = await listAccounts(tx);
  const plain = accounts.map(({ channel, provider, account }) => ({ channel, provider, account }));
  return { definition: { ...business, accounts: plain }, version: business.version, accounts };
}

export function isSameAccount(left: AccountDefinition, right: AccountDefinition): boolean {
  return left.channel === right.channel && left.provider === right.provider && left.account === right.account;
}

/**
 * Writes the new definition, after `beginChange`. An account whose number changes stays the same account, with all who wrote to it.
 * @returns accounts that cannot be taken away, because customers have written to them
 */
export async function overwrite(
  tx: Tx,
  kept: Kept,
  next: BusinessDefinition,
): Promise<readonly AccountDefinition[]> {
  await overwriteBusiness(tx, next);
  const old = kept.accounts.filter((account) => !next.accounts.some((each) => isSameAccount(each, account)));
  const fresh = next.accounts.filter(
    (account) => !kept.accounts.some((each) => isSameAccount(each, account)),
  );
  const stuck: AccountDefinition[] = [];
  for (const account of old) {
    const at = fresh.findIndex(({ channel }) => channel === account.channel);
    const [instead] = at < 0 ? [] : fresh.splice(at, 1);
    if (instead !== undefined) await changeAccount(tx, account.id, instead);
    else if (!(await dropAccount(tx, account.id))) stuck.push(account);
  }
  for (const account of fresh) await ensureAccount(tx, { ...account, id: randomUUID() });
  return stuck;
}
