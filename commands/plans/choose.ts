/** Whether a plan of chosen starts can be had under today's rules, and in which ways. */
import { minuteOf } from '../../scheduling/localDate';
import { choosePlan } from '../../scheduling/plan';
import type { Plan as Ways, PlanItem } from '../../scheduling/planAsk';
import { planFor, type Plan, type Standing } from '../plan';
import type { CommandContext } from '../types';
import { itemsOf, refusedPlan, type PlanWish } from './items';
import type { Around } from './alternatives';
import type { ChosenItemInput, PlanRefused } from './types';
import { worldFor } from './world';

export interface ChooseAsk {
  readonly branch: string;
  readonly items: readonly ChosenItemInput[];
  /** Bookings that would move, by item id: their time counts as free, and what they have is tried first. */
  readonly moving?: ReadonlyMap<string, Moving>;
  readonly standing?: Standing;
  /** How the items stand to each other was judged when they were chosen first. */
  readonly agreedBefore?: boolean;
  /** Whose limits count; null: nobody's. */
  readonly customer: string | null;
}

export interface Moving {
  readonly booking: string;
  readonly resources: readonly string[];
  /** Nobody else may do it, where people were agreed on. */
  readonly agreed?: readonly string[] | undefined;
}

export interface Chosen {
  readonly wish: PlanWish;
  /** One for each item, in the order asked. */
  readonly plans: readonly Plan[];
  readonly ways: Ways;
}

export type Choice =
  | { readonly kind: 'chosen'; readonly chosen: Chosen }
  | { readonly kind: 'taken'; readonly around: Around }
  /** `around` is there when the times themselves are understood, so that something near them can be offered. */
  | { readonly kind: 'refused'; readonly refused: PlanRefused; readonly around: Around | null };

/** Rules first, then calendars: one round trip. */
export async function choose(context: CommandContext, ask: ChooseAsk): Promise<Choice> {
  const { business, clock } = context;
  const resolved = itemsOf(business, ask.branch, ask.items);
  if (resolved.kind === 'refused') return { kind: 'refused', refused: resolved, around: null };
  const { branch, items } = resolved.wish;
  const wish = { branch, items: items.map((item) => moved(item, ask)) };
  const judged = judgeAll(context, ask, wish);
  if (!('plans' in judged)) return judged;
  const starts = judged.plans.map((each) => each.start);
  const around = placeOf(ask, wish, Math.min(...starts));
  const window = { from: Math.min(...starts), to: Math.max(...starts) + 1 };
  const { customer } = ask;
  const world = await worldFor(context, { ...wish, ...window, except: around.except, customer });
  const now = minuteOf(clock.now());
  const choice = choosePlan({ ...world, business, branch: branch.id, items: wish.items, now }, starts);
  switch (choice.kind) {
    case 'possible':
      return { kind: 'chosen', chosen: { wish, plans: judged.plans, ways: choice.plan } };
    case 'taken':
      return { kind: 'taken', around };
    case 'out-of-place':
      return { kind: 'refused', refused: outOfPlace(ask, choice.item), around };
  }
}

function judgeAll(
  { business, clock }: CommandContext,
  ask: ChooseAsk,
  wish: PlanWish,
): { readonly plans: readonly Plan[] } | Extract<Choice, { kind: 'refused' }> {
  const plans: Plan[] = [];
  for (const { id, ...item } of ask.items) {
    const wished = { ...item, branch: wish.branch.id, customer: ask.customer ?? undefined };
    const planned = planFor(business, wished, minuteOf(clock.now()), ask.standing);
    if (planned.kind === 'refused') {
      const { refusal, plan } = planned;
      const around = plan && placeOf(ask, wish, plan.start);
      return { kind: 'refused', refused: refusedPlan(refusal, id), around };
    }
    plans.push(planned.plan);
  }
  return { plans };
}

function moved(item: PlanItem, { moving: all, agreedBefore }: ChooseAsk): PlanItem {
  const moving = all?.get(item.id);
  const apart = agreedBefore ? { ...item, attendee: item.id } : item;
  return moving ? { ...apart, staying: moving.resources, agreed: moving.agreed } : apart;
}

function placeOf(ask: ChooseAsk, wish: PlanWish, start: number): Around {
  const except = [...(ask.moving?.values() ?? [])].map((each) => each.booking);
  return { wish, inputs: ask.items, start, except, customer: ask.customer };
}

function outOfPlace(ask: ChooseAsk, item: string): PlanRefused {
  const start = ask.items.find((each) => each.id === item)?.start ?? '';
  return refusedPlan({ rule: 'out-of-place', value: start }, item);
}

/** Where to look for other plans when one that was chosen turns out to be taken. */
export function aroundOf(
  { wish, plans }: Chosen,
  { items }: Pick<ChooseAsk, 'items'>,
  except: readonly string[],
  customer: string | null,
): Around {
  const start = Math.min(...plans.map((each) => each.start));
  return { wish, inputs: items, start, except, customer };
}
