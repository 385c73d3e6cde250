/** What is asked about several things at once: where all of them can be done, on which vehicle, and when. */
import type { Moment } from '../../../understanding/moment';
import { asset } from '../../asks/asset';
import { branch, branchesFor, resourceOf } from '../../asks/branch';
import { when } from '../../asks/when';
import { dayNotPossible } from '../../asks/when/dayNotPossible';
import { offering, offersOf } from '../../asks/when/offers';
import { isOpenOn, placeOf, type Place } from '../../asks/when/place';
import { askReading } from '../../asks/when/questions';
import { isOneDay } from '../../asks/when/stretch';
import { isEmptyWish, wishJson, wishOf } from '../../asks/when/wish';
import { branchFact, listFact, nameFact, say, serviceFact, serviceOf, words } from '../../facts';
import type { Ask, Question, Scene, Settled, Slots } from '../../flow';
import type { Offered } from '../../talk';
import { slotText } from '../../turn';
import { AT } from './hold';
import { BEFORE, inputsOf, ITEMS, itemsIn, servicesIn } from './items';
import { plansNear } from './search';

/** Each for itself, one after the other. */
export const SEPARATELY: Offered = { label: words('choice.separately'), acts: [{ act: 'separately' }] };

const AS_IT_WAS: Offered = { label: words('choice.asItWas'), acts: [{ act: 'deny' }] };

/** What it is to be is told when it begins, and changed by what is said of single items. */
export const items: Ask = {
  slot: ITEMS,
  beside: [AT, BEFORE, 'person'],
  hear: (said) => (said.slot === 'person' && !said.not ? { person: said.value } : null),
  settle: async ({ frame }) => ({ kind: 'settled', value: frame.slots[ITEMS] ?? [] }),
};

export const placeForAll: Ask = {
  ...branch,
  settle: async (scene) => {
    const { business } = scene.world;
    const possible = business.branches.filter((each) =>
      itemsIn(scene.frame.slots).every(({ service }) =>
        branchesFor(business, serviceOf(business, service)).includes(each),
      ),
    );
    const person = resourceOf(business, slotText(scene.frame.slots, 'person'));
    const wished = slotText(scene.frame.slots, 'branch') ?? person?.branch;
    const chosen =
      possible.find(({ id }) => id === wished) ?? (possible.length === 1 ? possible[0] : undefined);
    if (chosen) return { kind: 'settled', value: chosen.id };
    return {
      kind: 'open',
      question: whichBranch(
        scene,
        possible.map(({ id }) => id),
      ),
    };
  },
};

function whichBranch(scene: Scene, possible: readonly string[]): Question {
  const { business } = scene.world;
  const [example] = possible;
  const services = namesOf(scene);
  return {
    asking: 'branch',
    says: [possible.length > 0 ? say('ask.branch') : say('plan.nowhere', { services })],
    hint: say('ask.branchHint', { example: branchFact(business, example ?? business.branches[0]?.id) }),
    choices: possible.length > 0 ? possible.map((id) => branchChoice(scene, id)) : [SEPARATELY],
  };
}

function branchChoice({ world }: Scene, id: string): Offered {
  const named = world.business.branches.find((each) => each.id === id);
  return { label: nameFact(named?.names ?? {}), acts: [{ act: 'inform', slot: 'branch', value: id }] };
}

/** For the items of which nobody said what they are done on. */
export const assetForAll: Ask = {
  ...asset,
  hear: (said, slots, world) => (allHaveTheirs(slots) ? null : asset.hear(said, slots, world)),
  settle: async (scene) => {
    return allHaveTheirs(scene.frame.slots) ? { kind: 'unneeded' } : asset.settle(scene);
  },
};

function allHaveTheirs(slots: Slots): boolean {
  return itemsIn(slots).every((each) => each.asset !== undefined);
}

/** How many days on from the first were shown already, for "others?". */
const SHOWN = 'plan.shown';
const DAYS_AT_ONCE = 3;

function daysShown(slots: Slots): number {
  const shown = slots[SHOWN];
  return typeof shown === 'number' ? shown : 0;
}

/** A wish is enough: the first plan in it is held, and read back. */
export const planWhen: Ask = {
  ...when,
  hear: (said, slots, world) => {
    const patch = when.hear(said, slots, world);
    return patch && { ...patch, [AT]: null, [SHOWN]: null };
  },
  beside: [...(when.beside ?? []), SHOWN],
  others: (slots) => {
    const wish = slots['when'] ?? slots['when.before'] ?? null;
    const shown = slots['when'] === undefined ? daysShown(slots) + DAYS_AT_ONCE : 0;
    return { when: null, 'when.before': wish, 'when.offers': null, [AT]: null, [SHOWN]: shown };
  },
  settle: async (scene) => {
    const [first] = itemsIn(scene.frame.slots);
    const place = placeOf({ ...scene, settled: { ...scene.settled, service: first?.service ?? '' } });
    if (!place) throw new Error('several things are wished for at no place');
    const wish = wishOf(scene.frame.slots['when']);
    if (wish && !isEmptyWish(wish)) return settleWish(place, wish);
    return { kind: 'open', question: await whichPlan(place) };
  },
};

async function settleWish(place: Place, wish: Moment): Promise<Settled> {
  const { scene } = place;
  if (wish.impossible) return { kind: 'open', question: await dayNotPossible(place, wish, 'impossible') };
  if (wish.conflict) return { kind: 'open', question: askReading(scene, wish.conflict) };
  const day = isOneDay(wish) ? wish.date?.value : undefined;
  const closed = day !== undefined && !isOpenOn(place, day) && day >= place.today;
  if (closed) return { kind: 'open', question: await dayNotPossible(place, wish, 'closed') };
  return { kind: 'settled', value: wishJson(wish) };
}

/** What a command left on offer, or else the next plans; each of them may also be had for itself. */
async function whichPlan(place: Place): Promise<Question> {
  const { scene } = place;
  const { slots } = scene.frame;
  const refused = 'when.offers' in slots;
  const before = wishOf(slots['when.before']) ?? {};
  const found = refused ? [] : await plansNear({ place, items: inputsOf(scene) }, before, daysShown(slots));
  const offers = refused ? offersOf(slots['when.offers']) : found;
  const asks = refused
    ? []
    : [say(found.length > 0 ? 'plan.ask' : 'plan.noneAtAll', { services: namesOf(scene) })];
  const question = offering(scene, asks, offers, false);
  const separately = refused || offers.length === 0;
  return {
    ...question,
    says: [...question.says, ...(separately ? [say('plan.orSeparately')] : [])],
    choices: [
      ...question.choices,
      ...(BEFORE in slots ? [AS_IT_WAS] : []),
      ...(separately ? [SEPARATELY] : []),
    ],
  };
}

function namesOf({ world, frame }: Scene): ReturnType<typeof listFact> {
  const names = servicesIn(world.business, frame.slots);
  return listFact(
    names.flatMap((id) => serviceFact(world.business, id) ?? []),
    'and',
  );
}
