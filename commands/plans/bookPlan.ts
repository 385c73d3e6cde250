/** Books all items of a plan at once, or none, without a hold: for the API and the desk, where nobody reads anything back. */
import { lockTogether } from '../../models/statements/plans';
import { customerNamed, type NamedCustomer } from '../customerNamed';
import { classOf, keepAsset, type AssetInput } from '../keepAsset';
import type { CommandContext } from '../types';
import { makePlan } from './makePlan';
import type { BookPlanResult, ChosenItemInput } from './types';
import { planView } from './views';

export interface BookPlanInput {
  readonly branch: string;
  readonly items: readonly (ChosenItemInput & { readonly asset?: AssetInput })[];
  readonly customer: NamedCustomer;
}

/** The same key books once, and answers the plan as it is now. */
export async function bookPlan(
  context: CommandContext,
  { branch, items, customer }: BookPlanInput,
  key: string,
): Promise<BookPlanResult> {
  const done = await lockTogether(context.tx, key);
  if (done.length > 0) return { kind: 'booked', plan: planView(context, done) };
  const customerId = await customerNamed(context, customer);
  const kept: ChosenItemInput[] = [];
  for (const item of items) kept.push(await withAsset(context, customerId, item));
  const input = { branch, items: kept, customerId, conversationId: null };
  const made = await makePlan(context, input, key, { status: 'confirmed', attendee: customer.name });
  return made.kind === 'made' ? { kind: 'booked', plan: made.plan } : made;
}

async function withAsset(
  context: CommandContext,
  customerId: string,
  { asset, ...item }: BookPlanInput['items'][number],
): Promise<ChosenItemInput> {
  if (!asset) return item;
  const assetClass = classOf(context.business, asset);
  const { id } = await keepAsset(context, customerId, asset);
  return { ...item, assetId: id, ...(assetClass === undefined ? {} : { assetClass }) };
}
