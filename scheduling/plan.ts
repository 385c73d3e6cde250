/** Plans of several items, together or one after the other, found all at once or not at all. */
import { branchOf } from './ask';
import { bookableStarts } from './availability';
import type { Minute } from './business';
import type { Plan, PlanAsk, PlanItem, PlanSearch } from './planAsk';
import { outOfPlace, relationsOf, restMinutes } from './planRelations';
import { askFor, earliestPlan, planAt, type Searched } from './planSearch';

const USUAL_WAIT = 60;
const USUAL_PLANS = 3;
/** Looks at calendars in one search: some tens of milliseconds at worst. */
const MOST_LOOKS = 4000;

/** Throws a RangeError where an item stands to one that is not before it in the list. */
export function findPlans(ask: PlanAsk): PlanSearch {
  const searched = searchedOf(ask);
  const alone = ask.items.map((item, index) => startsOf(searched, item, index === 0 ? undefined : 1));
  const impossible = ask.items.filter((_, index) => alone[index]?.length === 0).map((item) => item.id);
  if (impossible.length > 0) return { plans: [], impossible, complete: true };
  const plans: Plan[] = [];
  for (const start of alone[0] ?? []) {
    if (plans.length >= (ask.limit ?? USUAL_PLANS) || searched.looks.left <= 0) break;
    const plan = earliestPlan(searched, start);
    if (plan) plans.push(plan);
  }
  return { plans, impossible, complete: searched.looks.left > 0 };
}

/** What a plan of chosen starts is worth. */
export type ChosenPlan =
  /** Ways to serve all of it go together, place by place, as in `findPlans`. */
  | { readonly kind: 'possible'; readonly plan: Plan }
  /** That item begins before those it comes after are over, or not along with the one it goes with. */
  | { readonly kind: 'out-of-place'; readonly item: string }
  | { readonly kind: 'taken' };

/**
 * The plan whose items begin at `starts`, in the order asked; how long they wait for each other does not matter. Hours, notice
 * and grid are not looked at: those are `rules`. Throws a RangeError where an item stands to one that is not before it.
 */
export function choosePlan(ask: Omit<PlanAsk, 'from' | 'to'>, starts: readonly Minute[]): ChosenPlan {
  const searched = searchedOf({ ...ask, from: Math.min(...starts), to: Math.max(...starts) + 1 });
  const item = outOfPlace(searched.ask, searched.relations, starts);
  if (item !== null) return { kind: 'out-of-place', item };
  const plan = planAt(searched, starts);
  return plan ? { kind: 'possible', plan } : { kind: 'taken' };
}

function searchedOf(ask: PlanAsk): Searched {
  const relations = relationsOf(ask.items);
  return {
    ask,
    branch: branchOf(ask.business, ask.branch),
    maxWait: ask.maxWaitMinutes ?? USUAL_WAIT,
    relations,
    rest: restMinutes(ask, relations),
    looks: { left: MOST_LOOKS },
  };
}

/** Where an item could begin if it were the only one; of all but the first it is enough to know that there is one. */
function startsOf(searched: Searched, item: PlanItem, limit: number | undefined): readonly Minute[] {
  const { from, to } = searched.ask;
  return bookableStarts({ ...askFor(searched, searched.ask, item), from, to, limit });
}
