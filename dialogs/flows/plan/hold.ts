/** Holding a plan: all of it or nothing; corrections move it, and what cannot be had leaves it as it stood. */
import type { PlanView } from '../../../commands/plans/types';
import type { HoldInput } from '../../../commands/types';
import type { Saying } from '../../../locales/saying';
import { offersJson } from '../../asks/when';
import { placeOf } from '../../asks/when/place';
import { isOneDay } from '../../asks/when/stretch';
import { wishOf } from '../../asks/when/wish';
import { dateFact, listFact, personFact, say, serviceFact } from '../../facts';
import { deed, type DoStep, type Outcome, type Scene } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Deed, Json, World } from '../../talk';
import { slotText } from '../../turn';
import { bookingIn, hold, HOLD } from '../booking/hold';
import { BEFORE, inputsOf, ITEMS, itemsIn, itemsJson } from './items';
import { itemsOf, placePlan, type Kept, type Placed, type PlanInputs, type Wanted } from './place';

export const PLAN = 'plan';
/** Starts wished for single items: "the colour at 2". */
export const AT = 'items.at';

export const holdPlan = deed<PlanInputs, Placed>({
  id: PLAN,
  inputs: planInputs,
  run: async (inputs, scene, key) => placed(inputs, scene, key, undefined),
  move: async (inputs, standing, scene, key) => placed(inputs, scene, key, standing),
  results: {
    held: ({ plan }, { frame }) => ({
      keep: toJson(plan),
      sets: { 'when.offers': null, 'when.before': null, [BEFORE]: null },
      says: PLAN in frame.facts ? [say('plan.changed')] : [],
      ...(HOLD in frame.facts && { drops: [HOLD] }),
    }),
    none: notPossible,
    refused: refused,
  },
  undo: async (standing, world) => world.plans.releasePlan(planIn(standing.value).planId),
  look: lookAtPlan,
  renew: async (standing, world) => world.plans.renewPlan(planIn(standing.value).planId),
  lapsed: say('book.lapsed'),
});

/** The hold of one appointment that the plan grew out of: it is only kept, looked at and let go here. */
export const holdBefore: DoStep = { ...hold, outcomes: [], inputs: () => null };

function planInputs(scene: Scene): PlanInputs | null {
  const branch = slotText(scene.settled, 'branch');
  const wish = scene.settled['when'];
  if (branch === undefined || wish === undefined) return null;
  return { branch, items: inputsOf(scene).map(toJson), wish, at: startsWished(scene.frame.slots[AT]) };
}

export function startsWished(value: Json | undefined): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function placed(inputs: PlanInputs, scene: Scene, key: string, standing: Deed | undefined): Promise<Placed> {
  const [first] = itemsOf(inputs);
  const place = placeOf({ ...scene, settled: { ...scene.settled, service: first?.service ?? '' } });
  if (!place) throw new Error('a plan is looked for at no place');
  return placePlan({ inputs, place, key, kept: keptIn(standing), single: singleIn(scene) });
}

function keptIn(standing: Deed | undefined): Kept | undefined {
  if (!standing) return undefined;
  // the deed's inputs were made by `planInputs`
  return { plan: planIn(standing.value), inputs: standing.inputs as unknown as PlanInputs };
}

function singleIn({ frame, world }: Scene): Wanted['single'] {
  const standing = frame.facts[HOLD];
  if (!standing) return undefined;
  const view = bookingIn(standing.value);
  const { service, branch, start, startMinute, asset, attendee, people } = view;
  const input: HoldInput = {
    ...{ service, branch, start, startMinute },
    ...{ customerId: world.customer.id, conversationId: world.conversationId },
    ...(people[0] !== undefined && { person: people[0] }),
    ...(asset && { assetId: asset.id }),
    ...(asset?.class && { assetClass: asset.class }),
    ...(attendee !== null && { attendee }),
  };
  return { view, input };
}

/** Another time is asked for; what stood before stands. */
function notPossible(result: Extract<Placed, { kind: 'none' }>, scene: Scene): Outcome {
  const { offers, inTheWay, restored } = result;
  const stands = restored.plan ?? standingPlan(scene);
  const before = scene.frame.slots[BEFORE];
  // with nothing near it, it stays what it was, and is read back
  if (stands && before !== undefined && offers.length === 0)
    return {
      sets: { [ITEMS]: before, [BEFORE]: null },
      updates: updatesOf(restored),
      says: [whyNot(scene, inTheWay), say('plan.oldStands')],
    };
  const starts = [
    ...(stands && before === undefined ? [firstStart(stands)] : []),
    ...offers.map(({ start, branch }) => ({ start, branch })),
  ];
  return {
    clears: ['when'],
    sets: { 'when.offers': offersJson(distinct(starts)), [AT]: null },
    updates: updatesOf(restored),
    says: [whyNot(scene, inTheWay), ...(stands || HOLD in scene.frame.facts ? [say('plan.oldStands')] : [])],
  };
}

function updatesOf({
  plan,
  single,
}: Extract<Placed, { kind: 'none' }>['restored']): Readonly<Record<string, Json>> {
  return { ...(plan && { [PLAN]: toJson(plan) }), ...(single && { [HOLD]: toJson(single) }) };
}

/** What a plan cannot be at all: who does not do it does it no more, anything else is asked anew as a time. */
function refused(result: Extract<Placed, { kind: 'refused' }>, scene: Scene): Outcome {
  const { refusal, item, restored } = result;
  const updates = updatesOf(restored);
  if (refusal.rule === 'too-many-holds') return { says: [say('refused.tooManyHolds')], ends: true, updates };
  if (refusal.rule === 'too-many-items') {
    const kept = itemsIn(scene.frame.slots).slice(0, 8);
    return {
      sets: { [ITEMS]: itemsJson(kept) },
      updates,
      says: [say('plan.tooMany', { count: kept.length })],
    };
  }
  const items = itemsIn(scene.frame.slots);
  const wrong = items.find(({ id }) => id === item);
  if (wrong?.person === undefined)
    return {
      ...notPossible({ kind: 'none', offers: [], inTheWay: item === null ? [] : [item], restored }, scene),
    };
  const { person, ...rest } = wrong;
  const { business } = scene.world;
  return {
    sets: { [ITEMS]: itemsJson(items.map((each) => (each === wrong ? rest : each))) },
    updates,
    says: [
      say('plan.personCannot', {
        person: personFact(business, person),
        service: serviceFact(business, wrong.service),
      }),
    ],
  };
}

function whyNot({ frame, settled, world }: Scene, inTheWay: readonly string[]): Saying {
  const wish = wishOf(settled['when']);
  const date = wish?.date && isOneDay(wish) ? dateFact(wish.date.value) : undefined;
  const services = itemsIn(frame.slots)
    .filter(({ id }) => inTheWay.includes(id))
    .flatMap(({ service }) => serviceFact(world.business, service) ?? []);
  if (services.length > 0)
    return say(date ? 'plan.inTheWayOn' : 'plan.inTheWay', { date, services: listFact(services, 'and') });
  return say(date ? 'plan.noneOn' : 'plan.none', { date });
}

function standingPlan({ frame }: Scene): PlanView | undefined {
  const standing = frame.facts[PLAN];
  return standing && planIn(standing.value);
}

function firstStart({ items }: PlanView): { readonly start: string; readonly branch: string } {
  const starts = items.map(({ start }) => start).sort();
  return { start: starts[0] ?? '', branch: items[0]?.branch ?? '' };
}

function distinct(starts: readonly { readonly start: string; readonly branch: string }[]): typeof starts {
  return starts.filter(({ start }, place) => starts.findIndex((each) => each.start === start) === place);
}

async function lookAtPlan(standing: Deed, world: World): Promise<Json | null> {
  const view = await world.plans.lookPlan(planIn(standing.value).planId);
  const live = view?.status === 'held' && (view.heldUntil === null || view.heldUntil > world.now);
  return view && live ? toJson(view) : null;
}

/** A plan as a deed keeps it: the view that a command gave, which was plain data already. */
export function planIn(value: Json): PlanView {
  if (!isRecord(value) || typeof value['planId'] !== 'string') throw new Error('the deed keeps no plan');
  return value as unknown as PlanView;
}
