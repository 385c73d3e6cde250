/** What a customer was shown of a plan, item by item. */
import type { BookingRecord } from '../../models/bookingRecords';
import type { Business } from '../../scheduling/business';
import { personsOf } from '../../scheduling/assign';
import type { ConfirmPlanInput } from './types';

export type Shown = ConfirmPlanInput['shown'];

export function shownOf(shown: Shown, bookingId: string): Shown[number] | undefined {
  return shown.find((each) => each.bookingId === bookingId);
}

/** Resource ids of the people who have it. */
export function peopleOf(business: Business, booking: BookingRecord): readonly string[] {
  return personsOf(
    { business },
    booking.resources.map((resource) => ({ resource })),
  );
}
