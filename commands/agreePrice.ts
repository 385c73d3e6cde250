/** Books a hold or booking at the price of an estimate, as long as that stands. */
import type { BookingRecord } from '../models/bookingRecords';
import { agreeLine, lockEstimate, type EstimateRecord } from '../models/statements/estimates';
import { onlyFor } from './actors';
import { estimateView } from './estimateViews';
import { ownBooking, UUID } from './ownBooking';
import type { CommandContext } from './types';
import { bookingView } from './views';
import type { AgreePriceResult } from './visitTypes';

/** The price goes with the booking from then on, for as long as it is for the same service and class. Twice is as good as once. */
export async function agreePrice(
  context: CommandContext,
  input: { readonly estimateId: string; readonly bookingId: string },
): Promise<AgreePriceResult> {
  const estimate = await ownPrice(context, input.estimateId);
  const booking = await ownBooking(context, input.bookingId);
  if (!estimate || !booking) return { kind: 'unknown' };
  const now = context.clock.now();
  const view = estimateView(estimate, context.business, now);
  const line = lineFor(estimate, booking);
  if (!line) return { kind: 'other', estimate: view };
  const stands = line.bookingId === booking.id || (estimate.validUntil ?? now) >= now;
  if (!stands) return { kind: 'expired', estimate: view };
  return agree(context, { estimate, line: line.number, booking });
}

async function ownPrice(context: CommandContext, id: string): Promise<EstimateRecord | null> {
  const estimate = UUID.test(id) ? await lockEstimate(context.tx, id) : null;
  const customer = onlyFor(context.actor);
  if (estimate?.kind !== 'price') return null;
  return customer === null || estimate.customerId === customer ? estimate : null;
}

/** The booking's own line, or one of its service that nothing was booked by yet. */
function lineFor(
  { lines }: EstimateRecord,
  { id, service }: BookingRecord,
): EstimateRecord['lines'][number] | undefined {
  const ofService = lines.filter((line) => line.service === service);
  return (
    ofService.find(({ bookingId }) => bookingId === id) ?? ofService.find((line) => line.bookingId === null)
  );
}

interface Agreeing {
  readonly estimate: EstimateRecord;
  readonly line: number;
  readonly booking: BookingRecord;
}

async function agree(
  context: CommandContext,
  { estimate, line, booking }: Agreeing,
): Promise<AgreePriceResult> {
  const { tx, actor, clock, business } = context;
  const now = clock.now();
  const { id, version } = estimate;
  const agreed = await agreeLine(tx, { estimate: id, version, line, booking: booking.id, now, actor });
  if (!agreed) return { kind: 'unknown' };
  context.seen?.see(agreed);
  return { kind: 'agreed', booking: bookingView(agreed, business, now) };
}
