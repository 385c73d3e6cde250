/** Moves an order on: any later stage may follow, none goes back, and the last one ends the visit. */
import { findOrder, lockOrder, type OrderRecord } from '../models/statements/orders';
import { keepOrderDeed, orderOfDeed } from '../models/statements/orderHistory';
import { moveOrder } from './orderMoves';
import { placeOfStage, stagesOf } from './orderStages';
import { orderView, promisedMinute } from './orderViews';
import { UUID } from './ownBooking';
import type { CommandContext } from './types';
import type { SetStageInput, SetStageResult } from './visitTypes';

/** For the team: a customer's own commands do not have it. The same stage again may change the promise and the note. */
export async function setStage(
  context: CommandContext,
  input: SetStageInput,
  key: string,
): Promise<SetStageResult> {
  const order = UUID.test(input.orderId) ? await lockOrder(context.tx, input.orderId) : null;
  if (!order) return { kind: 'unknown' };
  const viewOf = (record: OrderRecord) => orderView(record, context.business, context.clock.now());
  if ((await orderOfDeed(context.tx, key)) === order.id) return { kind: 'set', order: viewOf(order) };
  const refused = refusalOf(context, order, input);
  if (refused) {
    if (refused === 'backwards') await keepRefusal(context, order, input.stage, key);
    return told(refused, context, viewOf(order), input);
  }
  await moveOrder(context, order, wanted(order, input), key);
  return { kind: 'set', order: viewOf(await again(context, order.id)) };
}

type Refused = Exclude<SetStageResult['kind'], 'set' | 'unknown'>;

function refusalOf({ business }: CommandContext, order: OrderRecord, input: SetStageInput): Refused | null {
  if (input.version !== undefined && input.version !== order.version) return 'changed';
  const place = placeOfStage(business, input.stage);
  if (place < 0) return 'unknown-stage';
  if (order.closedAt !== null) return 'over';
  if (place < placeOfStage(business, order.stage)) return 'backwards';
  const { promised } = input;
  if (typeof promised === 'string' && promisedMinute(promised, order.booking.zone) === null)
    return 'bad-time';
  return null;
}

function told(
  refused: Refused,
  { business }: CommandContext,
  order: ReturnType<typeof orderView>,
  input: SetStageInput,
): SetStageResult {
  switch (refused) {
    case 'unknown-stage':
      return { kind: refused, stages: stagesOf(business).map(({ id }) => id) };
    case 'bad-time':
      return { kind: refused, value: input.promised ?? '' };
    case 'changed':
    case 'over':
    case 'backwards':
      return { kind: refused, order };
  }
}

/** Who tried to take a stage back stands in the history, though nothing has changed. */
async function keepRefusal(
  { tx, clock, actor }: CommandContext,
  order: OrderRecord,
  stage: string,
  key: string,
): Promise<void> {
  const { promised, note } = order;
  const deed = {
    deed: 'refused',
    from: order.stage,
    to: stage,
    promised,
    note,
    at: clock.now(),
    actor,
  } as const;
  await keepOrderDeed(tx, order.id, deed, `refused/${key}`);
}

function wanted(
  order: OrderRecord,
  { stage, promised, note }: SetStageInput,
): { stage: string; promised: number | null; note: string | null } {
  const kept = promised === undefined ? order.promised : null;
  return {
    stage,
    promised: typeof promised === 'string' ? promisedMinute(promised, order.booking.zone) : kept,
    note: note === undefined ? order.note : note,
  };
}

async function again({ tx }: CommandContext, id: string): Promise<OrderRecord> {
  const order = await findOrder(tx, id);
  if (!order) throw new Error(`order ${id} is gone under its lock`);
  return order;
}
