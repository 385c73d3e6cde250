/** Vehicles that were mentioned for single items and are not yet the customer's: kept, so that the items can be held for them. */
import type { AssetView } from '../../../commands/types';
import { mentionOf, withoutPlate } from '../../asks/asset';
import { deed } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Json } from '../../talk';
import { itemsIn } from './items';

type Kept = { readonly kind: 'kept'; readonly assets: Readonly<Record<string, AssetView>> };

export const keepAssets = deed<Json, Kept>({
  id: 'keptAll',
  inputs: ({ frame, world }) => {
    if (!world.business.assets) return null;
    const unknown = itemsIn(frame.slots).filter(({ asset }) => asset && asset.id === undefined);
    const mentions = Object.fromEntries(unknown.map(({ id, asset }) => [id, toJson(asset ?? {})]));
    return unknown.length > 0 ? toJson(mentions) : null;
  },
  run: async (inputs, { world }) => {
    const assets: Record<string, AssetView> = {};
    for (const [id, json] of Object.entries(isRecord(inputs) ? inputs : {})) {
      const mention = mentionOf(json);
      if (mention) assets[id] = await world.commands.keepAsset(withoutPlate(mention));
    }
    return { kind: 'kept', assets };
  },
  results: { kept: ({ assets }) => ({ keep: toJson(assets) }) },
});
