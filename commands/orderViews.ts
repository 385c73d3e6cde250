/** Orders as those above see them: wall times, the stage's names, and whether a promise was missed. */
import type { OrderRecord } from '../models/statements/orders';
import type { Business, LocalDateTime, Minute } from '../scheduling/business';
import { minuteOf } from '../scheduling/localDate';
import { toInstant, toLocal } from '../scheduling/zone';
import type { Millis } from '../platform/clock';
import { placeOfStage, READY, stagesOf } from './orderStages';
import type { OrderView } from './visitTypes';

export function orderView(order: OrderRecord, business: Business, now: Millis): OrderView {
  const { booking, stage } = order;
  const place = placeOfStage(business, stage);
  const readyPlace = placeOfStage(business, READY);
  const ended = order.closedAt !== null;
  const ready = !ended && readyPlace >= 0 && place >= readyPlace;
  const missed = order.promised !== null && order.promised < minuteOf(now);
  return {
    id: order.id,
    bookingId: booking.id,
    reference: booking.reference,
    service: booking.service,
    branch: booking.branch,
    zone: booking.zone,
    stage,
    stageNames: stagesOf(business)[place]?.names ?? null,
    stageSince: toLocal(minuteOf(order.stageAt), booking.zone),
    promised: order.promised === null ? null : toLocal(order.promised, booking.zone),
    overdue: missed && !ready && !ended,
    ready,
    ended,
    note: order.note,
    asset: booking.asset,
    version: order.version,
  };
}

/** The minute of a promised wall time; of an hour that comes twice the later one. Null for a time that does not exist. */
export function promisedMinute(promised: LocalDateTime, zone: string): Minute | null {
  const instant = toInstant(promised, zone);
  switch (instant.kind) {
    case 'exact':
      return instant.minute;
    case 'repeated':
      return instant.second;
    case 'gap':
      return null;
  }
}
