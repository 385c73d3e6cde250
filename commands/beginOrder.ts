/** Begins the work on what a customer brought: one order a visit. */
import type { BookingRecord } from '../models/bookingRecords';
import { findOrder, insertOrder, orderOfBooking, type OrderRecord } from '../models/statements/orders';
import { keepOrderDeed, orderOfDeed } from '../models/statements/orderHistory';
import { firstStage, placeOfStage, stagesOf } from './orderStages';
import { orderView, promisedMinute } from './orderViews';
import { lockedBooking } from './ownBooking';
import type { BookingStatus, CommandContext } from './types';
import type { BeginOrderInput, BeginOrderResult } from './visitTypes';

const WORKED_ON: readonly BookingStatus[] = ['confirmed', 'checked-in', 'in-service'];

/** For the team: a customer's own commands do not have it. The booking's row is locked, so that it is not cancelled meanwhile. */
export async function beginOrder(
  context: CommandContext,
  input: BeginOrderInput,
  key: string,
): Promise<BeginOrderResult> {
  const { tx, business } = context;
  const booking = await lockedBooking(context, input.bookingId);
  if (!booking || booking.status === 'held' || booking.status === 'expired') return { kind: 'unknown' };
  const known = await repeated(context, key, booking);
  if (known) return begun(context, known, false);
  const stage = input.stage ?? firstStage(business);
  if (placeOfStage(business, stage) < 0)
    return { kind: 'unknown-stage', stages: stagesOf(business).map(({ id }) => id) };
  const promised = input.promised === undefined ? undefined : promisedMinute(input.promised, booking.zone);
  if (promised === null) return { kind: 'bad-time', value: input.promised ?? '' };
  if (!WORKED_ON.includes(booking.status)) return { kind: 'over' };
  const id = context.newId();
  await write(context, { id, booking, stage, promised: promised ?? null, note: input.note ?? null }, key);
  const order = await findOrder(tx, id);
  if (!order) throw new Error(`order ${id} was not begun`);
  return begun(context, order, true);
}

async function repeated(
  { tx }: CommandContext,
  key: string,
  booking: BookingRecord,
): Promise<OrderRecord | null> {
  const done = await orderOfDeed(tx, key);
  return done === null ? orderOfBooking(tx, booking.id) : findOrder(tx, done);
}

interface Beginning {
  readonly id: string;
  readonly booking: BookingRecord;
  readonly stage: string;
  readonly promised: number | null;
  readonly note: string | null;
}

async function write({ tx, clock, actor }: CommandContext, order: Beginning, key: string): Promise<void> {
  const { id, booking, stage, promised, note } = order;
  const at = clock.now();
  if (!(await insertOrder(tx, { id, bookingId: booking.id, stage, promised, note, at })))
    throw new Error(`booking ${booking.id} got an order under its lock`);
  await keepOrderDeed(tx, id, { deed: 'begun', from: null, to: stage, promised, note, at, actor }, key);
}

function begun({ business, clock }: CommandContext, order: OrderRecord, isNew: boolean): BeginOrderResult {
  return { kind: 'begun', order: orderView(order, business, clock.now()), isNew };
}
