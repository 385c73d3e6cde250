/** Holds a time for somebody who may not have given a name yet: for the API and the desk. */
import type { LocalDateTime, Minute } from '../scheduling/business';
import { alternativesAfter } from './alternatives';
import { customerNamed, newCustomer, type NamedCustomer } from './customerNamed';
import { hold } from './hold';
import { classOf, keepAsset, type AssetInput } from './keepAsset';
import { firstNotTaken, planSomewhere } from './somewhere';
import type { CommandContext, HoldInput, HoldResult } from './types';

export interface PlaceHoldInput {
  readonly service: string;
  /** Wall time of the branch. */
  readonly start: LocalDateTime;
  readonly startMinute?: Minute;
  /** Absent: the first branch, in the business's order, where it is free. */
  readonly branch?: string;
  readonly person?: string;
  readonly customer?: NamedCustomer;
  readonly asset?: AssetInput;
}

/** The same key holds once. */
export async function placeHold(
  context: CommandContext,
  { customer, asset, ...wish }: PlaceHoldInput,
  key: string,
): Promise<HoldResult> {
  const assetClass = classOf(context.business, asset);
  const planned = planSomewhere(context, { ...wish, assetClass });
  if (planned.kind === 'refused') {
    const { refusal, plan } = planned;
    return { kind: 'refused', refusal, alternatives: await alternativesAfter(context, refusal, plan) };
  }
  const customerId = await (customer ? customerNamed(context, customer) : newCustomer(context, null));
  const kept = asset && (await keepAsset(context, customerId, asset));
  const input: Omit<HoldInput, 'branch'> = {
    ...wish,
    customerId,
    conversationId: null,
    ...(assetClass === undefined ? {} : { assetClass }),
    ...(kept ? { assetId: kept.id } : {}),
    ...(customer ? { attendee: customer.name } : {}),
  };
  return firstNotTaken(planned.plans, (plan) => hold(context, { ...input, branch: plan.branch.id }, key));
}
