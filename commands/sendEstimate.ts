/** The workshop asks whether it may go on: an estimate by lines, sent to the customer, while the order waits. */
import { addEstimate, addVersion } from '../models/statements/estimateVersions';
import {
  estimateOfKey,
  findEstimate,
  lockEstimate,
  pageOfEstimates,
  type EstimateRecord,
} from '../models/statements/estimates';
import { lockOrder, type OrderRecord } from '../models/statements/orders';
import { tellEstimate } from './estimateNotice';
import { digestOf, estimateView } from './estimateViews';
import { moveOrder } from './orderMoves';
import { placeOfStage, WAITING_APPROVAL } from './orderStages';
import { UUID } from './ownBooking';
import { newReferences } from './references';
import type { CommandContext } from './types';
import type { SendEstimateInput, SendEstimateResult } from './visitTypes';

/** What one message can tell and one person can answer. */
const MOST_LINES = 10;
/** Far above every price, and far below where numbers lose their last digit. */
const MOST_AMOUNT = 1e13;

/**
 * For the team. As long as not all lines of the last estimate are answered this is its next version, and the one before can no
 * longer be answered; after that it is an estimate of its own.
 */
export async function sendEstimate(
  context: CommandContext,
  input: SendEstimateInput,
  key: string,
): Promise<SendEstimateResult> {
  const refused = refusalOf(input);
  if (refused) return { kind: 'refused', rule: refused };
  const order = UUID.test(input.orderId) ? await lockOrder(context.tx, input.orderId) : null;
  if (!order) return { kind: 'unknown' };
  const known = await estimateOfKey(context.tx, key);
  if (known !== null) return sent(context, known);
  if (order.closedAt !== null) return { kind: 'over' };
  const open = (await openOf(context, order)) ?? (await another(context, order));
  await addNext(context, { order, open, lines: input.lines, key });
  return sent(context, open.id);
}

function refusalOf({ lines }: SendEstimateInput): 'no-lines' | 'too-many-lines' | 'bad-amount' | null {
  if (lines.length === 0) return 'no-lines';
  if (lines.length > MOST_LINES) return 'too-many-lines';
  const isAmount = (amount: number): boolean =>
    Number.isSafeInteger(amount) && amount >= 0 && amount < MOST_AMOUNT;
  return lines.every(({ amount, title }) => isAmount(amount) && title.trim() !== '') ? null : 'bad-amount';
}

type Open = Pick<EstimateRecord, 'id' | 'reference' | 'version'>;

async function openOf({ tx }: CommandContext, order: OrderRecord): Promise<Open | null> {
  const [newest] = await pageOfEstimates(tx, { order: order.id, kind: 'work' }, null, 1);
  const locked = newest ? await lockEstimate(tx, newest.id) : null;
  return locked?.lines.some(({ status }) => status === 'open') ? locked : null;
}

async function another(
  { tx, newId, clock }: CommandContext,
  { id: orderId, booking }: OrderRecord,
): Promise<Open> {
  const id = newId();
  const { customerId, conversationId, assetClass } = booking;
  const whose = { customerId, conversationId, orderId, assetClass };
  const estimate = { id, kind: 'work', ...whose, validUntil: null, at: clock.now() } as const;
  return { id, reference: await addEstimate(tx, estimate, newReferences(newId)), version: 0 };
}

interface Next {
  readonly order: OrderRecord;
  readonly open: Open;
  readonly lines: SendEstimateInput['lines'];
  readonly key: string;
}

async function addNext(context: CommandContext, { order, open, lines, key }: Next): Promise<void> {
  const { tx, business, actor, clock } = context;
  const version = open.version + 1;
  const told = { reference: open.reference, version, lines };
  const noticeId = await tellEstimate(context, order, told, key);
  const full = lines.map(({ title, amount }) => ({
    title: title.trim(),
    service: null,
    amount,
    most: amount,
    amounts: null,
  }));
  const digest = digestOf({ reference: open.reference, version, currency: business.currency, lines: full });
  const made = { estimateId: open.id, version, lines: full, digest, noticeId, actor, key };
  await addVersion(tx, { ...made, at: clock.now() });
  if (placeOfStage(business, WAITING_APPROVAL) < 0) return;
  const { promised, note } = order;
  await moveOrder(context, order, { stage: WAITING_APPROVAL, promised, note, silent: true }, null);
}

async function sent(context: CommandContext, id: string): Promise<SendEstimateResult> {
  const estimate = await findEstimate(context.tx, id);
  if (!estimate) throw new Error(`estimate ${id} was not made`);
  const view = estimateView(estimate, context.business, context.clock.now());
  return { kind: 'sent', estimate: view, told: estimate.noticeId !== null };
}
