/** PATCH and DELETE of a booking: the row is locked first, so that If-Match speaks of what is then changed. */
import type { Request } from 'express';
import { bookingView, cancel, lockedBooking, quoteCancellation, reschedule } from '../../commands';
import type { BookingView, CommandContext } from '../../commands/types';
import { cancelled, over, rescheduled, unknownBooking, type Reader } from './answers';
import type { ChangeBody } from './schema';
import { assertMatches } from './version';
import { startOf } from './wish';

type Conditional = Pick<Request, 'get'>;

/** @throws NotFound `unknown-booking`, PreconditionFailed, Conflict `slot-taken` or `over`, Unprocessable by the rule that refuses */
export async function changed(
  context: CommandContext,
  {
    id,
    change,
    request,
  }: { readonly id: string; readonly change: ChangeBody; readonly request: Conditional },
  reader: Reader,
): Promise<BookingView> {
  const booking = await bookingFor(context, id, request);
  const branch = change.branch ?? booking.branch;
  const when =
    change.start === undefined
      ? { start: booking.start, ...(branch === booking.branch ? { startMinute: booking.startMinute } : {}) }
      : startOf(change.start, reader.business, branch);
  const input = {
    bookingId: id,
    ...when,
    branch,
    ...(change.resource === undefined ? {} : { person: change.resource }),
    ...(change.override === undefined ? {} : { override: change.override }),
  };
  return rescheduled(await reschedule(context, input, context.newId()), branch, reader);
}

/** For what it costs now. Cancelling what is cancelled tells the booking as it is, and the fee of that time. */
export async function ended(context: CommandContext, id: string, request: Conditional): Promise<BookingView> {
  const booking = await bookingFor(context, id, request);
  if (booking.status === 'cancelled') return booking;
  const quote = await quoteCancellation(context, id);
  if (!quote) throw over();
  return cancelled(await cancel(context, { bookingId: id, shownFee: quote.fee }, context.newId()));
}

async function bookingFor(context: CommandContext, id: string, request: Conditional): Promise<BookingView> {
  const found = await lockedBooking(context, id);
  if (!found) throw unknownBooking();
  const booking = bookingView(found, context.business, context.clock.now());
  if (!isBooking(booking)) throw unknownBooking();
  assertMatches(request, booking);
  return booking;
}

/** A hold is none yet, and one that lapsed never was. */
export function isBooking({ status }: BookingView): boolean {
  return status !== 'held' && status !== 'expired';
}
