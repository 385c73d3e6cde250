/** The customer is there. */
import type { CommandContext } from './types';
import { moveVisit, type VisitResult } from './visit';

/** Out of `confirmed`; as early as they come. */
export function checkIn(context: CommandContext, bookingId: string, key: string): Promise<VisitResult> {
  return moveVisit(context, bookingId, 'checked-in', key);
}
