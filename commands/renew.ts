/** Gives a live hold its minutes once more: once, because a hold is no booking. */
import { renewHold } from '../models/statements/bookings';
import { onlyFor } from './actors';
import { holdEnd } from './requests';
import type { CommandContext } from './types';

/** False when the hold is over, was renewed before, or is somebody else's. */
export async function renew(context: CommandContext, bookingId: string): Promise<boolean> {
  const { tx, clock, actor } = context;
  const deed = { id: bookingId, customer: onlyFor(actor), actor, now: clock.now() };
  const renewed = await renewHold(tx, deed, holdEnd(context));
  if (renewed) context.seen?.see(renewed);
  return renewed !== null;
}
