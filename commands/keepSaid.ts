/** Writes what a customer said about themselves, or lays it by for the next deed of the turn. */
import type { CustomerNotes } from '../models/bookingRecords';
import { keepNotes } from '../models/statements/customers';
import { assertActsFor } from './actors';
import type { CommandContext } from './types';

export async function keepSaid(
  context: CommandContext,
  customerId: string,
  said: Omit<CustomerNotes, 'assets'>,
): Promise<void> {
  assertActsFor(context, customerId);
  if (context.later) return context.later.say(said);
  await keepNotes(context.tx, customerId, { ...said, assets: [] }, context.clock.now());
}
