/** What became of a booking, as an answer or as the problem that stood in its way. */
import type { ConfirmResult, CancelResult, RescheduleResult, BookingView } from '../../commands/types';
import { Conflict, NotFound } from '../../platform/errors';
import type { Business } from '../../scheduling/business';
import type { Answer } from '../idempotency/once';
import { refused, taken } from '../refusal';
import { presentBooking, presentHold } from './present';
import { etagOf } from './version';

export interface Reader {
  readonly business: Business;
  readonly language: string;
}

export function told(booking: BookingView, { business, language }: Reader, status = 200): Answer {
  const place = `/api/v1/bookings/${booking.id}`;
  return {
    status,
    headers: {
      ETag: etagOf(booking),
      Vary: 'Accept-Language',
      ...(status === 201 ? { Location: place } : {}),
    },
    body: presentBooking(booking, business, language),
  };
}

/** The same for what is not there, what is another business's, and what was never a booking. */
export function unknownBooking(): NotFound {
  return new NotFound('unknown-booking', 'there is no such booking');
}

export function over(): Conflict {
  return new Conflict('over', 'it has begun, is over, or was let go: it cannot be changed any more');
}

export function confirmed(result: ConfirmResult | { readonly kind: 'over' }, reader: Reader): BookingView {
  const { business, language } = reader;
  switch (result.kind) {
    case 'confirmed':
      return result.booking;
    case 'changed':
      throw new Conflict('hold-changed', 'the hold lapsed, and its time would now cost or last differently', {
        now: presentHold(result.hold, business, language),
      });
    case 'taken':
      throw taken(result.alternatives);
    case 'refused':
      throw refused(result.refusal, business, undefined, result.alternatives);
    case 'over':
      throw over();
    case 'gone':
      throw new NotFound('unknown-hold', 'there is no such hold');
  }
}

export function rescheduled(result: RescheduleResult, branch: string, reader: Reader): BookingView {
  switch (result.kind) {
    case 'rescheduled':
      return result.booking;
    case 'taken':
      throw taken(result.alternatives);
    case 'refused':
      throw refused(result.refusal, reader.business, branch, result.alternatives);
    case 'over':
      throw over();
    case 'unknown':
      throw unknownBooking();
  }
}

export function cancelled(result: CancelResult): BookingView {
  switch (result.kind) {
    case 'cancelled':
      return result.booking;
    case 'changed':
    case 'over':
      throw over();
    case 'unknown':
      throw unknownBooking();
  }
}
