/** A customer's yes and no, line by line, to exactly the version that they were shown; kept as evidence whatever comes of it. */
import {
  answerOfKey,
  findEstimate,
  keepAnswer,
  lockEstimate,
  markLine,
  type EstimateRecord,
} from '../models/statements/estimates';
import { lockOrder, type OrderRecord } from '../models/statements/orders';
import { standingOf } from '../models/statements/profiles';
import { onlyFor } from './actors';
import { differenceBetween } from './estimateDifference';
import { estimateView, isUntouched } from './estimateViews';
import { moveOrder } from './orderMoves';
import { IN_PROGRESS, placeOfStage, WAITING_APPROVAL } from './orderStages';
import { UUID } from './ownBooking';
import type { CommandContext } from './types';
import type { AnswerEstimateResult, EstimateAnswer, EstimateEvidence, EstimateView } from './visitTypes';

/**
 * A line that was declined may be approved later; what was approved is worked on, and is not taken back here. Throws where the
 * lines are not those that were sent: to such an estimate nobody can have agreed.
 */
export async function answerEstimate(
  context: CommandContext,
  answer: EstimateAnswer,
  evidence: EstimateEvidence,
  key: string,
): Promise<AnswerEstimateResult> {
  const locked = await locks(context, answer.estimateId);
  if (!locked) return { kind: 'unknown' };
  const { estimate } = locked;
  if (!isUntouched(estimate, context.business))
    throw new Error(`estimate ${estimate.id}: version ${String(estimate.version)} is not what was sent`);
  const given: Given = { ...locked, answer, evidence, key };
  const before = await answerOfKey(context.tx, estimate.id, key);
  if (answer.version !== estimate.version) return stale(context, given, before !== null);
  const viewed = viewOf(context, estimate);
  if (before !== null) return { kind: 'answered', estimate: viewed };
  if (estimate.closed) return { kind: 'over', estimate: viewed };
  const wrong = wrongLine(estimate, answer);
  if (wrong) return { ...wrong, estimate: viewed };
  await keep(context, given, 'answered');
  await mark(context, given);
  return { kind: 'answered', estimate: viewOf(context, await again(context, estimate.id)) };
}

interface Locked {
  readonly estimate: EstimateRecord;
  readonly order: OrderRecord;
}

interface Given extends Locked {
  readonly answer: EstimateAnswer;
  readonly evidence: EstimateEvidence;
  readonly key: string;
}

/** The order first, as whoever sends an estimate locks it. */
async function locks({ tx, actor }: CommandContext, id: string): Promise<Locked | null> {
  const found = UUID.test(id) ? await findEstimate(tx, id) : null;
  const customer = onlyFor(actor);
  if (!found?.orderId || (customer !== null && found.customerId !== customer)) return null;
  const order = await lockOrder(tx, found.orderId);
  const estimate = await lockEstimate(tx, id);
  return order && estimate && { order, estimate };
}

function viewOf({ business, clock }: CommandContext, estimate: EstimateRecord): EstimateView {
  return estimateView(estimate, business, clock.now());
}

function wrongLine(
  { lines }: EstimateRecord,
  answer: EstimateAnswer,
): { readonly kind: 'unknown-line' | 'settled'; readonly line: number } | null {
  for (const { id, approve } of answer.lines) {
    const line = lines.find(({ number }) => number === id);
    if (!line) return { kind: 'unknown-line', line: id };
    if (line.status === 'approved' && !approve) return { kind: 'settled', line: id };
  }
  return null;
}

/** Nothing is approved; that somebody tried is kept, with what they had before their eyes. */
async function stale(context: CommandContext, given: Given, kept: boolean): Promise<AnswerEstimateResult> {
  const { estimate, answer } = given;
  const shown = await findEstimate(context.tx, estimate.id, answer.version);
  if (!shown) return { kind: 'unknown' };
  if (!kept) await keep(context, { ...given, estimate: shown }, 'stale');
  const difference = differenceBetween(shown.lines, estimate.lines);
  return { kind: 'stale', estimate: viewOf(context, estimate), difference };
}

/** @param given with the version that was answered */
async function keep(context: CommandContext, given: Given, outcome: 'answered' | 'stale'): Promise<void> {
  const { estimate, answer, evidence, key } = given;
  const { tx, actor, newId, clock } = context;
  const from = actor.kind === 'customer' ? await standingOf(tx, actor.conversationId) : null;
  await keepAnswer(tx, {
    id: newId(),
    estimateId: estimate.id,
    version: answer.version,
    at: clock.now(),
    actor,
    lines: answer.lines.map(({ id, approve }) => ({ line: id, approve })),
    outcome,
    shown: evidence.shown ?? estimate.noticeText,
    digest: estimate.digest,
    reply: evidence.reply,
    channel: from?.channel ?? null,
    address: from?.address ?? null,
    key,
  });
}

async function mark(context: CommandContext, { estimate, order, answer }: Given): Promise<void> {
  for (const { id, approve } of answer.lines)
    await markLine(context.tx, estimate, id, approve ? 'approved' : 'declined');
  const answered = answer.lines.map(({ id }) => id);
  const open = estimate.lines.filter(({ number, status }) => status === 'open' && !answered.includes(number));
  const waits = order.stage === WAITING_APPROVAL && placeOfStage(context.business, IN_PROGRESS) >= 0;
  if (open.length > 0 || !waits) return;
  const { promised, note } = order;
  await moveOrder(context, order, { stage: IN_PROGRESS, promised, note }, null);
}

async function again({ tx }: CommandContext, id: string): Promise<EstimateRecord> {
  const estimate = await findEstimate(tx, id);
  if (!estimate) throw new Error(`estimate ${id} is gone under its lock`);
  return estimate;
}
