/** Plans of several items, together or one after the other, found all at once or not at all. */
import { branchOf } from './ask';
import { bookableStarts } from './availability';
import type { Minute } from './business';
import type { Plan, PlanAsk, PlanItem, PlanSearch } from './planAsk';
import { relationsOf, restMinutes } from './planRelations';
import { askFor, earliestPlan, type Searched } from './planSearch';

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
