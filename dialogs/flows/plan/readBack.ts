/** The read-back of a plan: every item with who, when, by whom and for how much, and what all of it costs. */
import type { PlanView } from '../../../commands/plans/types';
import type { BookingView } from '../../../commands/types';
import { depositOf } from '../../../scheduling/price';
import type { Fact } from '../../../locales/saying';
import { assetText } from '../../asks/asset';
import { writersName } from '../../asks/name';
import { branchById, branchFact, listFact, moneyFact, say, serviceOf, words } from '../../facts';
import type { ConfirmStep, Question, Scene } from '../../flow';
import { toJson } from '../../json';
import type { Json, World } from '../../talk';
import { bookingFacts, CHANGE, termsOf, YES, zoneToTell } from '../booking/readBack';
import { planIn, PLAN } from './hold';

export const AGREED_PLAN = 'agreedPlan';

export const readBackPlan: ConfirmStep = {
  kind: 'confirm',
  id: AGREED_PLAN,
  shown: async (scene) => shownOf(scene),
  readBack: (scene, _shown, anew) => question(scene, anew),
  denied: () => ({ kind: 'ask', question: whatToChange() }),
};

/** Consent is to all of this; how long the hold lasts is no part of it. */
function shownOf(scene: Scene): Json | null {
  const standing = scene.frame.facts[PLAN];
  if (!standing) return null;
  const plan = planIn(standing.value);
  const { freeCancellationMinutes, lateFeePercent } = scene.world.business.policy;
  return toJson({
    items: inOrder(plan).map(itemShown),
    price: plan.price,
    name: writersName(scene) ?? null,
    deposit: depositFor(scene.world, plan),
    free: freeCancellationMinutes,
    fee: freeCancellationMinutes === null ? 0 : lateFeePercent,
  });
}

function itemShown(view: BookingView): Json {
  const { id, service, branch, start, end, zone, people, price, attendee, asset } = view;
  return toJson({
    id,
    service,
    branch,
    start,
    end,
    zone,
    people,
    price,
    attendee,
    asset: asset && assetText(asset),
  });
}

function question(scene: Scene, anew: boolean): Question {
  const standing = scene.frame.facts[PLAN];
  if (!standing) throw new Error('no plan is held that could be read back');
  const plan = planIn(standing.value);
  const facts = {
    ...planFacts(scene.world, plan, 'plan.item'),
    ...termsFor(scene.world, plan),
    name: writersName(scene),
  };
  return {
    asking: 'confirm',
    says: [...(anew ? [say('book.anew')] : []), say('plan.readBack', facts)],
    again: [say('plan.readBackAgain', facts)],
    hint: say('book.confirmHint'),
    choices: [YES, CHANGE],
  };
}

/** What a plan shows of itself, held or made. */
export function planFacts(
  world: World,
  plan: PlanView,
  key: 'plan.item' | 'plan.itemDone',
): Readonly<Record<string, Fact | undefined>> {
  const items = inOrder(plan);
  const [first] = items;
  const branch = branchById(world.business, first?.branch);
  return {
    items: listFact(
      items.map((view) => itemWords(world, view, key)),
      'lines',
    ),
    zone: first && zoneToTell(world, first.zone),
    branch: branchFact(world.business, first?.branch),
    address: branch && !world.smsWords ? branch.address : undefined,
    price: moneyFact(world.business, plan.price),
  };
}

function itemWords(world: World, view: BookingView, key: 'plan.item' | 'plan.itemDone'): Fact {
  const reference: Fact = { kind: 'code', text: view.reference };
  return words(key, { ...bookingFacts(world, view), reference });
}

/** In the order of the day. */
function inOrder({ items }: PlanView): readonly BookingView[] {
  return [...items].sort((left, right) => left.startMinute - right.startMinute);
}

/** Free until so long before the first of them. */
function termsFor(world: World, plan: PlanView): ReturnType<typeof termsOf> {
  const [first] = inOrder(plan);
  if (!first) return {};
  const deposit = depositFor(world, plan);
  const terms = termsOf(world, { ...first, price: plan.price });
  return { ...terms, deposit: deposit > 0 ? moneyFact(world.business, deposit) : undefined };
}

function depositFor({ business }: World, { items }: PlanView): number {
  return items.reduce((sum, { service, price }) => {
    const offered = serviceOf(business, service);
    return offered ? sum + depositOf(offered, price) : sum;
  }, 0);
}

function whatToChange(): Question {
  return {
    asking: 'choice',
    says: [say('plan.whatToChange')],
    hint: say('book.changeHint'),
    choices: [
      { label: words('choice.otherTime'), acts: [{ act: 'alternatives' }] },
      { label: words('choice.dropIt'), acts: [{ act: 'cancel' }] },
    ],
  };
}
