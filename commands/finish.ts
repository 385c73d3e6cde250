/** The visit is over: what is left of its time is free. */
import { assertOfBusiness } from './ofBusiness';
import type { CommandContext } from './types';
import { moveVisit, type VisitResult } from './visit';

/** Out of `confirmed`, `checked-in` or `in-service`, at any time: a car may be ready before it was due. */
export function finish(context: CommandContext, bookingId: string, key: string): Promise<VisitResult> {
  assertOfBusiness(context, 'finish a booking');
  return moveVisit(context, bookingId, 'done', key);
}
