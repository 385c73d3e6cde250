/** Finds the customer a number belongs to. */
import { customerByContact, customerByProvenPhone, type FoundCustomer } from '../models/statements/customers';
import type { CommandContext } from './types';

/**
 * Whose number it was proven to be. Without such proof only the same name with the same number is taken for the same person: a
 * typed number alone could be anybody's.
 * @param phone E.164
 */
export async function findCustomer(
  { tx }: CommandContext,
  { phone, name }: { readonly phone: string; readonly name: string },
): Promise<FoundCustomer | null> {
  return (await customerByProvenPhone(tx, phone)) ?? (await customerByContact(tx, phone, name));
}
