/** Puts somebody on the waitlist whom a caller names: for the API and the desk. They are told by text, where they wrote nothing yet. */
import { reachByText } from '../../models/statements/waitlist';
import { customerNamed, type NamedCustomer } from '../customerNamed';
import { classOf, keepAsset, type AssetInput } from '../keepAsset';
import type { CommandContext } from '../types';
import { joinWaitlist, type JoinWaitlistInput, type JoinWaitlistResult } from './join';

export type JoinWaitlistForInput = Pick<
  JoinWaitlistInput,
  'service' | 'branch' | 'person' | 'windows' | 'priority'
> & { readonly customer: NamedCustomer; readonly asset?: AssetInput };

export async function joinWaitlistFor(
  context: CommandContext,
  { customer, asset, ...wish }: JoinWaitlistForInput,
  key: string,
): Promise<JoinWaitlistResult> {
  const { tx, clock, newId, business } = context;
  const customerId = await customerNamed(context, customer);
  const kept = asset && (await keepAsset(context, customerId, asset));
  const assetClass = classOf(business, asset);
  const newIds = { address: newId(), conversation: newId() };
  const reached = { id: customerId, phone: customer.phone };
  return joinWaitlist(
    context,
    {
      ...{ ...wish, customerId, attendee: customer.name },
      conversationId: await reachByText(tx, reached, newIds, clock.now()),
      ...(kept ? { assetId: kept.id } : {}),
      ...(assetClass === undefined ? {} : { assetClass }),
    },
    key,
  );
}
