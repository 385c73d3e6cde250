/** Asking what is worked on, where the business works on things: one of the customer's own, or a new one in their words. */
import type { AssetView } from '../../commands/types';
import type { AssetMention } from '../../understanding/acts';
import { say } from '../facts';
import type { Ask, Question, Scene } from '../flow';
import { isRecord, toJson } from '../json';
import type { Json, Offered } from '../talk';
import { slotText } from '../turn';

export const asset: Ask = {
  slot: 'asset',
  hear: (said, slots) =>
    said.slot === 'asset' ? { asset: toJson(joinMentions(mentionOf(slots['asset']), said.value)) } : null,
  settle: async (scene) => {
    const { business, customer } = scene.world;
    if (!business.assets) return { kind: 'unneeded' };
    const mention = mentionOf(scene.frame.slots['asset']);
    const alike = mention ? alikeAssets(customer.assets, mention) : [];
    if (alike.length > 1) return { kind: 'open', question: whichAsset(scene, alike) };
    if (mention) return { kind: 'settled', value: toJson(ownAsset(customer.assets, mention) ?? mention) };
    const only = customer.assets.length === 1 ? customer.assets[0] : undefined;
    if (only) return { kind: 'settled', value: toJson(only) };
    return { kind: 'open', question: whichAsset(scene) };
  },
};

/** What was settled, when it is an asset that the business keeps already. */
export function keptAsset(
  value: Json | undefined,
): { readonly id: string; readonly class: string | null } | null {
  const id = isRecord(value) ? slotText(value, 'id') : undefined;
  if (!isRecord(value) || id === undefined) return null;
  return { id, class: slotText(value, 'class') ?? null };
}

/** As its owner would say it: `Golf B-XY 123`. */
export function assetText({ label, plate }: Pick<AssetView, 'label' | 'plate'>): string {
  return plate === null || plain(label).includes(plain(plate)) ? label : `${label} ${plate}`;
}

/** As it is kept: the plate has a place of its own. */
export function withoutPlate(mention: AssetMention): AssetMention {
  const { label, plate } = mention;
  const bare = plate === undefined ? label : label.replace(plate, '').trim();
  return { ...mention, label: bare === '' ? label : bare };
}

export function mentionOf(value: Json | undefined): AssetMention | null {
  if (!isRecord(value)) return null;
  const label = slotText(value, 'label');
  if (label === undefined) return null;
  const [id, plate, kind] = [slotText(value, 'id'), slotText(value, 'plate'), slotText(value, 'class')];
  return {
    label,
    ...(id !== undefined && { id }),
    ...(plate !== undefined && { plate }),
    ...(kind !== undefined && { class: kind }),
  };
}

/** "It is a Golf", then "B-XY 123": one vehicle. A plate, or nothing but a kind, adds to what has none; all else replaces it. */
function joinMentions(stood: AssetMention | null, said: AssetMention): AssetMention {
  if (!stood || stood.id !== undefined || said.id !== undefined) return said;
  const onlyPlate = said.plate !== undefined && plain(said.label) === plain(said.plate);
  if (onlyPlate && stood.plate === undefined) {
    return { ...stood, ...said, label: `${stood.label} ${said.plate ?? ''}` };
  }
  const stoodOnlyPlate = stood.plate !== undefined && plain(stood.label) === plain(stood.plate);
  if (stoodOnlyPlate && said.plate === undefined && !onlyClass(said)) {
    return { ...stood, ...said, label: `${said.label} ${stood.plate ?? ''}` };
  }
  if (onlyClass(said)) return { ...stood, ...(said.class !== undefined && { class: said.class }) };
  return said;
}

/** A mention that is one of the customer's own: by id, by plate, by label, or by being the only one of its kind. */
function ownAsset(assets: readonly AssetView[], mention: AssetMention): AssetView | undefined {
  const { id, plate } = mention;
  if (id !== undefined) return assets.find((each) => each.id === id);
  if (plate !== undefined)
    return assets.find((each) => each.plate !== null && plain(each.plate) === plain(plate));
  const alike = alikeAssets(assets, mention);
  return alike.length === 1 ? alike[0] : undefined;
}

/** Own ones that a mention without a plate can be of: of two Golfs "the Golf" is either. */
function alikeAssets(assets: readonly AssetView[], mention: AssetMention): readonly AssetView[] {
  if (mention.id !== undefined || mention.plate !== undefined) return [];
  if (onlyClass(mention)) return assets.filter((each) => each.class === mention.class);
  return assets.filter((each) => plain(each.label) === plain(mention.label));
}

function onlyClass({ id, plate, label, class: kind }: AssetMention): boolean {
  return id === undefined && plate === undefined && kind !== undefined && plain(label) === plain(kind);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, '');
}

function whichAsset(scene: Scene, assets = scene.world.customer.assets): Question {
  const known = assets.slice(0, 9);
  return {
    asking: 'asset',
    says: [say(known.length > 0 ? 'ask.assetOfThese' : 'ask.asset')],
    hint: say('ask.assetHint'),
    choices: known.map(assetChoice),
  };
}

function assetChoice({ id, label, plate, class: kind }: AssetView): Offered {
  const value = { id, label, ...(plate !== null && { plate }), ...(kind !== null && { class: kind }) };
  return {
    label: { kind: 'code', text: assetText({ label, plate }) },
    acts: [{ act: 'inform', slot: 'asset', value }],
  };
}
