/** The move of an order from stage to stage with all that follows: history, the end of the visit, and what the customer is told. */
import { keepOrderDeed } from '../models/statements/orderHistory';
import { updateOrder, type OrderRecord } from '../models/statements/orders';
import { branchOf } from '../scheduling/ask';
import { toLocal } from '../scheduling/zone';
import { assetFact, notify } from './orderNotices';
import { endsVisit, READY, WAITING_APPROVAL } from './orderStages';
import type { CommandContext } from './types';
import { moveVisit } from './visit';

export interface OrderMove {
  readonly stage: string;
  /** UTC minute. */
  readonly promised: number | null;
  readonly note: string | null;
  /** The customer is told by another message. */
  readonly silent?: boolean;
}

/** Only under the order's lock, for an order that has not ended; whether the stage may follow is the caller's to judge. */
export async function moveOrder(
  context: CommandContext,
  order: OrderRecord,
  move: OrderMove,
  key: string | null,
): Promise<void> {
  const { tx, clock, actor, business } = context;
  const { stage, promised, note } = move;
  const at = clock.now();
  const moves = stage !== order.stage;
  const ends = endsVisit(business, stage);
  const stageAt = moves ? at : order.stageAt;
  await updateOrder(tx, { id: order.id, stage, promised, note, stageAt, closedAt: ends ? at : null });
  const deed = moves ? 'stage' : 'revised';
  await keepOrderDeed(tx, order.id, { deed, from: order.stage, to: stage, promised, note, at, actor }, key);
  if (ends) {
    context.seen?.forget(order.booking.id);
    await moveVisit(context, order.booking.id, 'done', `collected/${order.id}`);
  }
  if (moves && !move.silent) await tellStage(context, order, move);
}

/** Two stages matter to who waits for a car: that something is asked of them, and that it can be collected. */
async function tellStage(context: CommandContext, order: OrderRecord, move: OrderMove): Promise<void> {
  const key = keyOf(move.stage, order);
  if (key === null) return;
  const { booking } = order;
  const branch = branchOf(context.business, booking.branch);
  const asset = assetFact(booking.asset);
  await notify(context, {
    customerId: booking.customerId,
    conversationId: booking.conversationId,
    saying: {
      key,
      with: {
        ...(asset === undefined ? {} : { asset }),
        ...(move.note === null ? {} : { note: move.note }),
        ...(move.promised === null || move.stage === READY
          ? {}
          : { promised: { kind: 'moment', local: toLocal(move.promised, booking.zone) } }),
        branch: { kind: 'name', names: branch.names },
        address: branch.address,
        reference: { kind: 'code', text: booking.reference },
      },
    },
    instead: `Tell the customer of ${booking.reference}: ${move.stage}`,
    key: `${order.id}/${move.stage}/${String(order.version)}`,
  });
}

function keyOf(stage: string, { booking }: OrderRecord): string | null {
  switch (stage) {
    case READY:
      return booking.asset === null ? 'order.readyVisit' : 'order.ready';
    case WAITING_APPROVAL:
      return 'order.waitingApproval';
    default:
      return null;
  }
}
