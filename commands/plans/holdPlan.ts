/** Holds all items of a plan for a few minutes, or none of them; all together count as one hold of the customer. */
import { assertActsFor } from '../actors';
import type { CommandContext } from '../types';
import { makePlan } from './makePlan';
import type { HoldPlanInput, HoldPlanResult } from './types';

/** The same key holds once. What is taken or refused comes with up to three other plans. */
export async function holdPlan(
  context: CommandContext,
  input: HoldPlanInput,
  key: string,
): Promise<HoldPlanResult> {
  assertActsFor(context, input.customerId);
  const made = await makePlan(context, input, key, { status: 'held', attendee: null });
  return made.kind === 'made' ? { kind: 'held', plan: made.plan } : made;
}
