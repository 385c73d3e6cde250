/** Who waits: of one customer, or of the whole business. */
import { findEntry, listEntries } from '../../models/statements/waitlist';
import type { WaitlistState } from '../../models/waitlistRecords';
import { assertActsFor, onlyFor } from '../actors';
import { UUID } from '../ownBooking';
import type { CommandContext } from '../types';
import { waitlistView, type WaitlistView } from './views';

const WAITING: readonly WaitlistState[] = ['waiting', 'offered'];
const MOST_OF_ONE = 100;

/** What a customer waits for, longest first; what they took, left or missed is not told. */
export async function waitlistOf(
  context: CommandContext,
  customerId: string,
): Promise<readonly WaitlistView[]> {
  assertActsFor(context, customerId);
  const found = await listEntries(context.tx, {
    customer: customerId,
    states: WAITING,
    limit: MOST_OF_ONE,
  });
  return found.map(waitlistView);
}

/** All entries in one of these states, for whoever may see the whole business. */
export async function listWaitlist(
  { tx }: CommandContext,
  filter: { readonly states?: readonly WaitlistState[]; readonly limit: number },
): Promise<readonly WaitlistView[]> {
  const found = await listEntries(tx, {
    customer: null,
    states: filter.states ?? WAITING,
    limit: filter.limit,
  });
  return found.map(waitlistView);
}

/** Null when there is none such for this actor. */
export async function lookAtWaitlist(context: CommandContext, entryId: string): Promise<WaitlistView | null> {
  const entry = UUID.test(entryId) ? await findEntry(context.tx, entryId) : null;
  const mine = onlyFor(context.actor);
  return entry && (mine === null || entry.customerId === mine) ? waitlistView(entry) : null;
}
