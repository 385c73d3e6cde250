/** An order as the outside sees it. */
import type { z } from 'zod';
import type { OrderView } from '../../commands/visitTypes';
import { toInstant, toRfc3339 } from '../../scheduling/zone';
import type { Answer } from '../idempotency/once';
import { assetOf } from '../bookings/present';
import { etagOf } from '../bookings/version';
import type { orderSchema } from './schema';

export type PresentedOrder = z.infer<typeof orderSchema>;

export function presentOrder(order: OrderView): PresentedOrder {
  const { zone, promised } = order;
  return {
    id: order.id,
    booking: order.bookingId,
    reference: order.reference,
    service: order.service,
    branch: order.branch,
    stage: order.stage,
    since: instantOf(order.stageSince, zone),
    promised: promised === null ? null : instantOf(promised, zone),
    overdue: order.overdue,
    ended: order.ended,
    note: order.note,
    asset: assetOf(order),
  };
}

/** A wall time of the view came from an instant: in an hour that comes twice the later one is told. */
function instantOf(local: string, zone: string): string {
  const found = toInstant(local, zone);
  switch (found.kind) {
    case 'exact':
      return toRfc3339(found.minute, zone);
    case 'repeated':
      return toRfc3339(found.second, zone);
    case 'gap':
      return instantOf(found.after, zone);
  }
}

export function toldOrder(order: OrderView, status = 200): Answer {
  const place = status === 201 ? { Location: `/api/v1/orders/${order.id}` } : {};
  return { status, headers: { ETag: etagOf(order), ...place }, body: presentOrder(order) };
}
