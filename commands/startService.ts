/** The work has begun: whoever did not check in is there all the same. */
import { assertOfBusiness } from './ofBusiness';
import type { CommandContext } from './types';
import { moveVisit, type VisitResult } from './visit';

/** Out of `confirmed` or `checked-in`. */
export function startService(context: CommandContext, bookingId: string, key: string): Promise<VisitResult> {
  assertOfBusiness(context, 'begin the service of a booking');
  return moveVisit(context, bookingId, 'in-service', key);
}
