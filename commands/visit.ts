/** One move of a visit: a booking gets its next status by the table of transitions, once for each key, its history kept. */
import { markBooking } from '../models/statements/visits';
import { onlyFor } from './actors';
import { ownBooking } from './ownBooking';
import { TRANSITIONS } from './transitions';
import type { BookingStatus, BookingView, CommandContext } from './types';
import { bookingView } from './views';

export type VisitResult =
  /** Also when it is so already. */
  | { readonly kind: 'moved'; readonly booking: BookingView }
  /** From what it is now nothing leads there. */
  | { readonly kind: 'other'; readonly booking: BookingView }
  | { readonly kind: 'unknown' };

/** Between the look and the write the booking may change; what was changed is looked at once more. */
const LOOKS = 2;

export async function moveVisit(
  context: CommandContext,
  bookingId: string,
  to: BookingStatus,
  key: string,
): Promise<VisitResult> {
  for (let looks = 1; ; looks += 1) {
    const result = await moveAsSeen(context, bookingId, to, key);
    const canMove = result.kind === 'other' && TRANSITIONS[result.booking.status].includes(to);
    if (!canMove || looks >= LOOKS) return result;
    context.seen?.forget(bookingId);
  }
}

async function moveAsSeen(
  context: CommandContext,
  bookingId: string,
  to: BookingStatus,
  key: string,
): Promise<VisitResult> {
  const { tx, clock, actor, business } = context;
  const seen = await ownBooking(context, bookingId);
  if (!seen) return { kind: 'unknown' };
  const deed = { id: seen.id, customer: onlyFor(actor), actor, now: clock.now() };
  const answer = await markBooking(tx, { ...deed, from: leadingTo(to), to, version: seen.version, key });
  if (answer.kind === 'gone') return { kind: 'unknown' };
  context.seen?.see(answer.booking);
  const booking = bookingView(answer.booking, business, clock.now());
  return { kind: answer.kind === 'other' ? 'other' : 'moved', booking };
}

/** The statuses from which one step leads there. */
function leadingTo(to: BookingStatus): BookingStatus[] {
  const all = Object.keys(TRANSITIONS) as BookingStatus[];
  return all.filter((from) => TRANSITIONS[from].includes(to));
}
