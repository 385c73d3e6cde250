/** Finds what a customer means among what they own, or adds it. */
import type { AssetNote } from '../models/bookingRecords';
import { keepNotes, keyOf, lockAssets } from '../models/statements/customers';
import type { Business } from '../scheduling/business';
import { assertActsFor } from './actors';
import type { AssetView, CommandContext } from './types';

export interface AssetInput {
  /** As the customer would say it, without the plate. */
  readonly label: string;
  readonly plate?: string;
  readonly class?: string;
}

/**
 * The asset with this plate; without a plate the one with this label; one with this label that had no plate yet gets it; else
 * a new one.
 */
export async function keepAsset(
  context: CommandContext,
  customerId: string,
  input: AssetInput,
): Promise<AssetView> {
  assertActsFor(context, customerId);
  const owned = context.later ? context.later.assets() : await lockAssets(context.tx, customerId);
  const known = among(owned, input);
  if (known && (input.plate === undefined || known.plate !== null)) return known;
  const asset = known ? { ...known, plate: input.plate ?? null } : newAsset(context, input);
  if (context.later) context.later.keep(asset);
  else await keepNotes(context.tx, customerId, { assets: [asset] }, context.clock.now());
  return asset;
}

function among(owned: readonly AssetNote[], { label, plate }: AssetInput): AssetNote | undefined {
  const labelled = owned.filter((asset) => keyOf(asset.label) === keyOf(label));
  if (plate === undefined) return labelled[0];
  const plated = owned.find((asset) => asset.plate !== null && keyOf(asset.plate) === keyOf(plate));
  return plated ?? labelled.find((asset) => asset.plate === null);
}

function newAsset({ business, newId }: CommandContext, { label, plate, class: said }: AssetInput): AssetNote {
  return { id: newId(), label, plate: plate ?? null, class: said ?? classIn(label, business) };
}

/** What decides duration and price: the class that was said, else the one that its label tells. */
export function classOf(business: Business, asset: AssetInput | undefined): string | undefined {
  return asset?.class ?? (asset && classIn(asset.label, business)) ?? undefined;
}

/** A vehicle with the word van is a van. */
function classIn(label: string, business: Business): string | null {
  const words = label.toLowerCase().split(/[^\p{Letter}]+/u);
  return business.assets?.classes.find((each) => words.includes(each.id))?.id ?? null;
}
