/** Why a time that a customer wishes for cannot be had: their words' side of `explainStart`, with ids and wall time checked. */
import { toInstant } from '../scheduling/zone';
import { explainStart } from './explainStart';
import { byClockChange } from './refusals';
import type { CommandContext, ExplainWish, Refusal, WhyNot } from './types';

/** One round trip; none where the wish itself is refused. */
export async function explainWish(context: CommandContext, wish: ExplainWish): Promise<WhyNot> {
  const { business } = context;
  const service = business.services.find((each) => each.id === wish.service);
  if (!service) return refused({ rule: 'unknown-service', value: wish.service });
  const branch = business.branches.find((each) => each.id === wish.branch);
  if (!branch) return refused({ rule: 'unknown-branch', value: wish.branch });
  const instant = toInstant(wish.start, branch.zone, business.policy.gridMinutes);
  if (instant.kind !== 'exact') return refused(byClockChange(instant, wish.start, { branch, business }));
  const { person, assetClass, except } = wish;
  const found = await explainStart(context, {
    ...{ service, branch, start: instant.minute },
    ...{ person, assetClass, except },
  });
  return { kind: 'explained', ...found };
}

function refused(refusal: Refusal): WhyNot {
  return { kind: 'refused', refusal };
}
