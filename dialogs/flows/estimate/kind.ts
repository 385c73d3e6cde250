/** Asking what kind of vehicle it is, where that changes the price; until it is known both ends of the price are told. */
import type { AssetRules, Business } from '../../../scheduling/business';
import { asset } from '../../asks/asset';
import { say, words } from '../../facts';
import type { Ask, Question, Scene, Slots } from '../../flow';
import { isRecord } from '../../json';
import type { Json, Offered } from '../../talk';
import { slotText } from '../../turn';
import { priceLines, ranges } from './prices';
import { SERVICES, servicesIn } from './services';

/** The customer cannot or will not say. */
export const ANY_KIND = 'anyKind';

/** Settles as `{ class }`: null is an ordinary one, no class at all is not known. */
export const kind: Ask = {
  slot: 'asset',
  beside: [ANY_KIND],
  hear: asset.hear,
  settle: async (scene) => {
    const { business } = scene.world;
    const deciding = classesThatDecide(business);
    if (deciding.length === 0) return { kind: 'settled', value: { class: null } };
    const known = await knownClass(scene);
    if (known !== undefined) return { kind: 'settled', value: { class: known } };
    if (scene.frame.slots[ANY_KIND] === true) return { kind: 'settled', value: {} };
    return { kind: 'open', question: whichKind(scene, deciding) };
  },
};

type Classes = AssetRules['classes'];

function classesThatDecide({ assets }: Business): Classes {
  return (assets?.classes ?? []).filter(({ factor }) => factor !== 1);
}

/** Of the vehicle that was named, or of the customer's own where they are all of one kind; undefined: not known. */
async function knownClass(scene: Scene): Promise<string | null | undefined> {
  const { customer } = scene.world;
  const settled = await asset.settle(scene);
  if (settled.kind === 'settled' && isRecord(settled.value)) return slotText(settled.value, 'class') ?? null;
  const own = [...new Set(customer.assets.map((each) => each.class))];
  return own.length === 1 ? own[0] : undefined;
}

/** What was settled: undefined where the kind is not known. */
export function classSettled(settled: Slots): string | null | undefined {
  const value: Json | undefined = settled['asset'];
  if (!isRecord(value)) return null;
  return 'class' in value ? (slotText(value, 'class') ?? null) : undefined;
}

function whichKind({ world, settled }: Scene, classes: Classes): Question {
  const lines = priceLines(
    world,
    ranges(world.business, servicesIn({ [SERVICES]: settled[SERVICES] ?? [] })),
  );
  const own: readonly Offered[] = classes.map(({ id }) => ({
    label: words(id === 'van' ? 'estimateTalk.van' : 'estimateTalk.class', { class: id }),
    acts: [{ act: 'inform', slot: 'asset', value: { label: id, class: id } }],
  }));
  return {
    asking: 'asset',
    says: [say('answer.lines', { lines }), say('estimateTalk.whichKind')],
    again: [say('estimateTalk.whichKind')],
    hint: say('estimateTalk.kindHint'),
    choices: [
      {
        label: words('estimateTalk.car'),
        acts: [{ act: 'inform', slot: 'asset', value: { label: 'car' } }],
      },
      ...own,
      { label: words('estimateTalk.notSure'), acts: [{ act: 'deny' }] },
    ],
  };
}
