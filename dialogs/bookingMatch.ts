/** Whether a booking is the one that was spoken of. */
import type { BookingView } from '../commands/types';
import type { Moment } from '../understanding/moment';
import { attendeeText } from './attendee';
import type { Inform } from './flow';

/** Whether what was said fits the booking; what says nothing about a booking fits all. */
export function bookingMatches(booking: BookingView, inform: Inform): boolean {
  switch (inform.slot) {
    case 'service':
      return (booking.service === inform.value) !== (inform.not === true);
    case 'attendee':
      return booking.attendee === attendeeText(inform.value);
    case 'branch':
      return booking.branch === inform.value;
    case 'person':
      return inform.value === 'any' || booking.people.includes(inform.value);
    case 'asset':
      return booking.asset?.id === inform.value.id || booking.asset?.label === inform.value.label;
    case 'when':
      return startsAt(booking.start, inform.value);
    case 'name':
    case 'phone':
    case 'language':
    case 'recurrence':
      return true;
  }
}

export function startsAt(start: string, { date, untilDate, time }: Moment): boolean {
  const [day = '', hour = ''] = start.split('T');
  if (date && !untilDate && date.value !== day) return false;
  if (date && untilDate && (day < date.value || day > untilDate)) return false;
  return !time || [time.value, ...(time.others ?? [])].includes(hour);
}
