/** The customer whom a caller names: known already, or new. */
import { addCustomer } from '../models/statements/customers';
import { findCustomer } from './findCustomer';
import type { CommandContext } from './types';

export interface NamedCustomer {
  readonly name: string;
  /** E.164. */
  readonly phone: string;
}

export async function customerNamed(context: CommandContext, customer: NamedCustomer): Promise<string> {
  const found = await findCustomer(context, customer);
  return found ? found.id : newCustomer(context, customer);
}

/** A customer of whom only this is known; nothing at all for a hold that is made before anybody gave a name. */
export async function newCustomer(context: CommandContext, customer: NamedCustomer | null): Promise<string> {
  const id = context.newId();
  const { name, phone } = customer ?? { name: null, phone: null };
  await addCustomer(context.tx, { id, name, phone, at: context.clock.now() });
  return id;
}
