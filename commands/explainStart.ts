/** Why a start is not offered, and what could be had instead. */
import type { Branch, Minute, Service } from '../scheduling/business';
import { explain, type Reason } from '../scheduling/explain';
import { minuteOf } from '../scheduling/localDate';
import { nearest } from '../scheduling/nearest';
import { onlyFor } from './actors';
import { longestMinutes } from './duration';
import { takenTime } from './takenTime';
import type { CommandContext, TimeSlotView } from './types';
import { slotView } from './views';

/** A little more than `nearest` searches. */
const REACH_MINUTES = 16 * 1440;

export interface ExplainInput {
  readonly service: Service;
  readonly branch: Branch;
  readonly person?: string | undefined;
  readonly assetClass?: string | undefined;
  readonly start: Minute;
  /** A booking whose own time counts as free, because it would move. */
  readonly except?: string | undefined;
}

export interface Explanation {
  /** In the order in which a customer should hear them; empty when the start is offered. */
  readonly reasons: readonly Reason[];
  readonly alternatives: readonly TimeSlotView[];
}

/** One round trip. */
export async function explainStart(context: CommandContext, input: ExplainInput): Promise<Explanation> {
  const { business, clock } = context;
  const { service, branch, start, assetClass, except } = input;
  const duration = longestMinutes(business, service, assetClass);
  const window = { from: start - REACH_MINUTES, to: start + REACH_MINUTES };
  const customer = onlyFor(context.actor) ?? undefined;
  const taken = await takenTime(context, { service, duration, customer, except, whose: true, ...window });
  const ask = { ...input, branch: branch.id, business, ...taken, now: minuteOf(clock.now()) };
  const reasons = explain(ask);
  const others = reasons.length === 0 ? [] : nearest(ask);
  return { reasons, alternatives: others.map(({ slot }) => slotView(slot, business)) };
}
