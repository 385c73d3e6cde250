/** "I am fifteen minutes late": who would have to wait for it, and word to the team whatever the answer is. */
import type { BookingRecord } from '../models/bookingRecords';
import { busy } from '../models/statements/time';
import type { BusyRow } from '../models/records';
import { branchOf } from '../scheduling/ask';
import type { Business, Minute } from '../scheduling/business';
import { minuteOf } from '../scheduling/localDate';
import { openIntervals } from '../scheduling/openingHours';
import { toLocal } from '../scheduling/zone';
import { ownBooking } from './ownBooking';
import { raiseTask } from './raiseTask';
import type { BookingStatus, CommandContext } from './types';
import { bookingView } from './views';
import type { LateResult } from './visitTypes';

const COMING: readonly BookingStatus[] = ['pending', 'confirmed'];
/** Who comes later than that does not come late. */
const MOST_MINUTES = 12 * 60;

/**
 * Nothing is moved: the booking keeps its time, and the team decides. The next booking of the same person or bay is in the way
 * when the service, begun that much later, would last into it or its buffer.
 * @param input.minutes 1 to 720, from the booked start on
 */
export async function reportLate(
  context: CommandContext,
  input: { readonly bookingId: string; readonly minutes: number },
  key: string,
): Promise<LateResult> {
  const { minutes } = input;
  const { business, clock } = context;
  const booking = await ownBooking(context, input.bookingId);
  if (!booking || booking.status === 'held' || booking.status === 'expired') return { kind: 'unknown' };
  if (!COMING.includes(booking.status) || booking.end <= minuteOf(clock.now())) return { kind: 'over' };
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES) return { kind: 'bad-minutes' };
  const view = bookingView(booking, business, clock.now());
  const found = await consequence(context, booking, minutes);
  const result: LateResult = { ...found, booking: view, minutes };
  const { customerId, conversationId } = booking;
  const text = taskText(booking, minutes, found);
  await raiseTask(context, { kind: 'other', text, customerId, conversationId }, key);
  return result;
}

type Consequence =
  | { readonly kind: 'noted' }
  | { readonly kind: 'knock-on'; readonly next: string; readonly over: number }
  | { readonly kind: 'past-closing'; readonly closes: string };

async function consequence(
  { tx, business, clock }: CommandContext,
  booking: BookingRecord,
  minutes: number,
): Promise<Consequence> {
  const end = booking.end + minutes;
  const { resources, zone } = booking;
  const rows = await busy(tx, resources, booking.start, end + LONGEST_BUFFER, clock.now());
  const [next] = inTheWay(rows, booking, end);
  if (next) return { kind: 'knock-on', next: toLocal(next.start, zone), over: next.over };
  const closes = closingAfter(business, booking);
  if (closes !== null && end > closes) return { kind: 'past-closing', closes: toLocal(closes, zone) };
  return { kind: 'noted' };
}

/** Buffers are at most a day. */
const LONGEST_BUFFER = 1440;

/** Others on the same units that begin before this one would be over, buffers and all: the soonest first. */
function inTheWay(
  rows: readonly BusyRow[],
  booking: BookingRecord,
  end: Minute,
): readonly { readonly start: Minute; readonly over: number }[] {
  const own = rows.filter((row) => row.booking === booking.id);
  const found = own.flatMap(({ resource, unit, end: ownEnd, after }) =>
    rows
      .filter((row) => row.resource === resource && row.unit === unit && row.booking !== booking.id)
      .filter((row) => row.start >= ownEnd)
      .map((row) => ({ start: row.start, over: end + Math.max(after, row.before) - row.start }))
      .filter(({ over }) => over > 0),
  );
  return found.sort((left, right) => left.start - right.start);
}

/** When the branch closes on the shift in which the booking was to end; null where it ends outside of every shift. */
function closingAfter(business: Business, { branch, end }: BookingRecord): Minute | null {
  const open = openIntervals(branchOf(business, branch), end - 1, end);
  // Pairs of from and to, one after the other.
  return open.find((edge, at) => at % 2 === 1 && (open[at - 1] ?? 0) < end && end <= edge) ?? null;
}

function taskText(
  { reference, localStart, service }: BookingRecord,
  minutes: number,
  found: Consequence,
): string {
  const late = `${reference}, ${service} at ${localStart.replace('T', ' ')}: ${String(minutes)} minutes late.`;
  switch (found.kind) {
    case 'noted':
      return late;
    case 'knock-on':
      return `${late} The next booking at ${found.next.slice(11)} would have to wait ${String(found.over)} minutes.`;
    case 'past-closing':
      return `${late} That is past closing time at ${found.closes.slice(11)}.`;
  }
}
