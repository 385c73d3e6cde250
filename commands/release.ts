/** Lets a hold go before its time is over, so that others can have it. */
import { releaseHold } from '../models/statements/bookings';
import { onlyFor } from './actors';
import type { CommandContext } from './types';

/** Does nothing where there is no such hold: letting go twice is no fault. */
export async function release(context: CommandContext, bookingId: string): Promise<void> {
  const { tx, clock, actor } = context;
  const released = await releaseHold(tx, {
    id: bookingId,
    customer: onlyFor(actor),
    actor,
    now: clock.now(),
  });
  if (released) context.seen?.see(released);
}
