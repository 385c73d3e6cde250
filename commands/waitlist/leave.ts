/** Takes a customer off the waitlist, and lets go of what they were offered. */
import { findEntry, lockEntry, setEntryState } from '../../models/statements/waitlist';
import { onlyFor } from '../actors';
import { UUID } from '../ownBooking';
import { release } from '../release';
import type { CommandContext } from '../types';
import { waitlistView, type WaitlistView } from './views';

export type LeaveWaitlistResult =
  /** Also when they had left before. */
  | { readonly kind: 'left'; readonly entry: WaitlistView }
  /** They took a time, or no window is left. */
  | { readonly kind: 'over'; readonly entry: WaitlistView }
  | { readonly kind: 'unknown' };

export async function leaveWaitlist(context: CommandContext, entryId: string): Promise<LeaveWaitlistResult> {
  const { tx, actor } = context;
  const entry = UUID.test(entryId) ? await lockEntry(tx, entryId) : null;
  const mine = onlyFor(actor);
  if (!entry || (mine !== null && entry.customerId !== mine)) return { kind: 'unknown' };
  if (entry.state === 'taken' || entry.state === 'over') return { kind: 'over', entry: waitlistView(entry) };
  await setEntryState(tx, entry.id, 'left');
  if (entry.offer) await release(context, entry.offer.booking);
  const left = await findEntry(tx, entry.id);
  return { kind: 'left', entry: waitlistView(left ?? entry) };
}
