/** A tenant's own keys and passwords of providers, kept in the database sealed, and read where they are used. */
import type { Millis } from '../platform/clock';
import type { Tx } from '../platform/database';
import {
  isProviderVariable,
  providersOf,
  type Providers,
  type ProviderValues,
  type ProviderVariable,
} from '../platform/providers';
import { open, seal } from '../platform/secretBox';
import { dropSecret, listSecrets, writeSecret, type KeptSecret } from './statements/secrets';

/** A secret that is there and cannot be read: SECRET_KEY is not the one it was sealed with, or it was tampered with. */
export class SecretUnreadable extends Error {
  constructor(
    readonly code: 'other-secret-key' | 'damaged-secret',
    message: string,
  ) {
    super(message);
  }
}

/** Keeps a secret of the transaction's tenant, over the one of this name that may be there. */
export async function keepSecret(
  tx: Tx,
  secretKey: Buffer,
  { name, value, at }: { readonly name: ProviderVariable; readonly value: string; readonly at: Millis },
): Promise<void> {
  await writeSecret(tx, { name, ...seal(secretKey, value, placeOf(tx, name)) }, at);
}

/** False where there was none. */
export async function forgetSecret(tx: Tx, name: ProviderVariable): Promise<boolean> {
  return dropSecret(tx, name);
}

/** The names alone, in order: what may be shown. */
export async function secretNames(tx: Tx): Promise<readonly string[]> {
  return (await listSecrets(tx)).map(({ name }) => name);
}

/**
 * All of the tenant's secrets, to be used and not to be shown.
 * @param secretKey what `keptSecretKey` gives
 * @throws SecretUnreadable for one that does not open
 */
export async function readSecrets(tx: Tx, secretKey: Buffer): Promise<ProviderValues> {
  const kept = await listSecrets(tx);
  const known = kept.filter(({ name }) => isProviderVariable(name));
  return Object.fromEntries(known.map((secret) => [secret.name, opened(tx, secretKey, secret)]));
}

/** The providers of a tenant that keeps its own: what is not kept is not set up. */
export async function readProviders(tx: Tx, secretKey: Buffer): Promise<Providers> {
  return providersOf(await readSecrets(tx, secretKey));
}

function opened(tx: Tx, secretKey: Buffer, secret: KeptSecret): string {
  const found = open(secretKey, secret, placeOf(tx, secret.name));
  switch (found.kind) {
    case 'opened':
      return found.text;
    case 'other-key':
      throw new SecretUnreadable(
        'other-secret-key',
        `${secret.name} was sealed with another SECRET_KEY. Start with that one, or set ${secret.name} again.`,
      );
    case 'damaged':
      throw new SecretUnreadable(
        'damaged-secret',
        `${secret.name} is not as it was sealed. Set ${secret.name} again.`,
      );
  }
}

/** Row-level security keeps tenants apart; this keeps a box from opening in another's row even so. */
function placeOf({ tenantId }: Tx, name: string): string {
  return `secret/${tenantId}/${name}`;
}
