/** The items of a plan as data: what is wished for in one breath, each with what was said of it alone. */
import type { PlanItemInput } from '../../../commands/plans/types';
import type { AssetMention, ItemDetails } from '../../../understanding/acts';
import type { AttendeeMention } from '../../../understanding/mentions';
import type { Business } from '../../../scheduling/business';
import { keptAsset, mentionOf } from '../../asks/asset';
import { peopleFor } from '../../asks/person';
import { attendeeText } from '../../attendee';
import { serviceOf } from '../../facts';
import type { Scene, Slots } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Json } from '../../talk';
import { slotText } from '../../turn';

export const ITEMS = 'items';
/** What is held, while something else is looked for: it can be gone back to. */
export const BEFORE = 'items.before';

export interface PlanItem {
  /** Names it for as long as the plan is being made. */
  readonly id: string;
  readonly service: string;
  readonly attendee?: AttendeeMention;
  readonly asset?: AssetMention;
  readonly person?: string;
  readonly stands?: 'with' | 'after';
}

export function itemsIn(slots: Slots, name: typeof ITEMS | typeof BEFORE = ITEMS): readonly PlanItem[] {
  const value = slots[name];
  if (!Array.isArray(value)) return [];
  // only `itemsJson` writes this slot
  return value.filter(isRecord) as unknown as readonly PlanItem[];
}

export function itemsJson(items: readonly PlanItem[]): Json {
  return toJson(items);
}

/** With an id that none of the others has. */
export function added(
  items: readonly PlanItem[],
  service: string,
  details: ItemDetails,
): readonly PlanItem[] {
  const id = String(Math.max(0, ...items.map((each) => Number(each.id))) + 1);
  return [...items, { id, service, ...details }];
}

/** As the commands take them: everything resolved that can be, how they stand to each other said where it matters. */
export function inputsOf(scene: Scene): readonly PlanItemInput[] {
  const items = itemsIn(scene.frame.slots);
  const whole = items.map((item) => inputOf(scene, item));
  return whole.map((input, place) => ({ ...input, ...standing(items, whole, place) }));
}

function inputOf(scene: Scene, item: PlanItem): PlanItemInput {
  const { id, service } = item;
  const text = item.attendee && attendeeText(item.attendee);
  const person = personOf(scene, item);
  const asset = assetOf(scene, item);
  return {
    ...{ id, service },
    ...(typeof text === 'string' && { attendee: text }),
    ...(person !== undefined && { person }),
    ...(asset && { assetId: asset.id }),
    ...(asset?.class && { assetClass: asset.class }),
  };
}

/** A person wished for all of it does what they do. */
function personOf({ frame, world }: Scene, { service, person }: PlanItem): string | undefined {
  const wished = person ?? slotText(frame.slots, 'person');
  const offered = serviceOf(world.business, service);
  const able = offered ? peopleFor(world.business, offered).some(({ id }) => id === wished) : false;
  return able ? wished : undefined;
}

function assetOf({ frame, settled, world }: Scene, { id, asset }: PlanItem): ReturnType<typeof keptAsset> {
  if (!world.business.assets) return null;
  const kept = frame.facts['keptAll']?.value;
  if (!asset) return keptAsset(settled['asset']) ?? keptAsset(frame.facts['kept']?.value);
  return isRecord(kept) && kept[id] !== undefined
    ? keptAsset(kept[id])
    : keptAsset(toJson(mentionOf(toJson(asset)) ?? {}));
}

/** For somebody else, or on another vehicle, it need not wait for the ones before it. */
function standing(
  items: readonly PlanItem[],
  inputs: readonly PlanItemInput[],
  place: number,
): Pick<PlanItemInput, 'with' | 'after'> {
  const [item, before] = [items[place], inputs[place - 1]];
  if (!item || !before) return {};
  const earlier = inputs.slice(0, place);
  if (item.stands === 'with') return { with: before.id };
  if (item.stands === 'after') return { after: earlier.map(({ id }) => id) };
  const own = earlier.findLast((each) => sameOne(each, inputs[place]));
  if (own === before) return {};
  return { after: own ? [own.id] : [] };
}

function sameOne(left: PlanItemInput, right: PlanItemInput | undefined): boolean {
  return left.attendee === right?.attendee && left.assetId === right?.assetId;
}

/** Services of the plan, each once. */
export function servicesIn(business: Business, slots: Slots): readonly string[] {
  const ids = itemsIn(slots).map(({ service }) => service);
  return [...new Set(ids)].filter((id) => serviceOf(business, id) !== undefined);
}
