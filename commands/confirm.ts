/** Turns a hold into a booking after a yes: one round trip when nothing has changed, judged by today's rules when something has. */
import type { BookingRecord } from '../models/bookingRecords';
import { confirmBooking } from '../models/statements/bookings';
import { onlyFor } from './actors';
import { confirmAnew } from './confirmAnew';
import type { CommandContext, ConfirmInput, ConfirmResult } from './types';
import { bookingView, isLapsed } from './views';

/**
 * A live hold exactly as it was shown is booked. One that lapsed takes the same time again under today's rules and price, and
 * is booked if all is as it was shown. What differs is never booked but held and told (`changed`).
 */
export async function confirm(
  context: CommandContext,
  input: ConfirmInput,
  key: string,
): Promise<ConfirmResult> {
  const lapsed = lapsedHold(context, input.bookingId);
  if (lapsed !== null) return confirmAnew(context, input, key, lapsed);
  const { start, end, price } = input.shown;
  const answer = await confirmBooking(context.tx, {
    id: input.bookingId,
    customer: onlyFor(context.actor),
    now: context.clock.now(),
    shown: { start, end, price },
    key,
    actor: context.actor,
    notes: context.later?.take() ?? null,
  });
  switch (answer.kind) {
    case 'confirmed':
      return { kind: 'confirmed', booking: viewOf(context, answer.booking) };
    case 'look':
      return confirmAnew(context, input, key, answer.booking);
    case 'gone':
      return { kind: 'gone' };
  }
}

/** A hold of which this transaction knows already that its time is over: nobody needs to be asked whether it stands. */
function lapsedHold({ seen, clock, actor }: CommandContext, id: string): BookingRecord | null {
  const [booking, customer] = [seen?.get(id), onlyFor(actor)];
  if (booking === undefined || !isLapsed(booking, clock.now())) return null;
  return customer === null || booking.customerId === customer ? booking : null;
}

function viewOf(context: CommandContext, booking: BookingRecord): ReturnType<typeof bookingView> {
  context.seen?.see(booking);
  return bookingView(booking, context.business, context.clock.now());
}
