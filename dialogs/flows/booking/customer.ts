/** What a booking leaves with the customer: their name, number and vehicle are kept, so that nobody asks again. */
import type { AssetView } from '../../../commands/types';
import { mentionOf, withoutPlate } from '../../asks/asset';
import { newName } from '../../asks/name';
import { deed, type Scene } from '../../flow';
import { toJson } from '../../json';
import type { Json } from '../../talk';
import { slotText } from '../../turn';

type Kept = { readonly kind: 'kept' };
type KeptAsset = { readonly kind: 'kept'; readonly asset: AssetView };

/** A vehicle that was mentioned and is not yet the customer's. */
export const keepAsset = deed<Json, KeptAsset>({
  id: 'kept',
  inputs: ({ settled }) => {
    const mention = mentionOf(settled['asset']);
    return mention && mention.id === undefined ? toJson(mention) : null;
  },
  run: async (inputs, { world }) => {
    const mention = mentionOf(inputs);
    if (!mention) throw new Error('no asset to keep');
    return { kind: 'kept', asset: await world.commands.keepAsset(withoutPlate(mention)) };
  },
  results: { kept: ({ asset }) => ({ keep: toJson(asset) }) },
});

export const keepName = deed<string, Kept>({
  id: 'named',
  inputs: newName,
  run: async (name, { world }) => {
    await world.commands.nameCustomer(name);
    return { kind: 'kept' };
  },
  results: { kept: () => ({ keep: true }) },
});

export const keepPhone = deed<string, Kept>({
  id: 'phoned',
  inputs: newPhone,
  run: async (phone, { world }) => {
    await world.commands.keepPhone(phone);
    return { kind: 'kept' };
  },
  results: { kept: () => ({ keep: true }) },
});

/** A number is kept where the wire gives none and none is known; changing a known one needs more than saying so. */
function newPhone({ frame, world }: Scene): string | null {
  const said = slotText(frame.slots, 'phone');
  if (said === undefined || !world.asksPhone) return null;
  return world.customer.phone === null || 'phoned' in frame.facts ? said : null;
}
