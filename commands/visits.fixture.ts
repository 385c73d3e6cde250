/** A shop whose customers have visits: shared by the tests of orders, estimates, profiles and past visits. */
import { randomUUID } from 'node:crypto';
import { bookedBy, type Client, type Shop } from '../test/integration/data/support/shop';
import { beginOrder } from './beginOrder';
import { bindVisit } from './bindVisit';
import { setStage } from './setStage';
import type { Actor, BookingView, HoldInput } from './types';
import type { OrderView, SetStageResult, VisitCommands } from './visitTypes';

export const AGENT: Actor = { kind: 'agent', agentId: 'jana' };

/** Runs commands around a visit as this client. */
export function visiting<Result>(
  shop: Shop,
  client: Client,
  work: (commands: VisitCommands) => Promise<Result>,
): Promise<Result> {
  return shop.run({ kind: 'customer', ...client }, (context) => work(bindVisit(context, client)));
}

export interface Visit {
  readonly booking: BookingView;
  readonly order: OrderView;
}

/** A booking of this client's on which work has begun. */
export async function begunFor(shop: Shop, client: Client, given: Partial<HoldInput> = {}): Promise<Visit> {
  const booking = await bookedBy(shop, client, given);
  const begun = await shop.run(AGENT, (context) =>
    beginOrder(context, { bookingId: booking.id }, randomUUID()),
  );
  if (begun.kind !== 'begun') throw new Error(`not begun: ${begun.kind}`);
  return { booking, order: begun.order };
}

export function staged(
  shop: Shop,
  orderId: string,
  stage: string,
  more: { readonly promised?: string | null; readonly note?: string; readonly version?: number } = {},
): Promise<SetStageResult> {
  return shop.run(AGENT, (context) => setStage(context, { orderId, stage, ...more }, randomUUID()));
}
