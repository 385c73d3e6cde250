/** Where a wish without a branch can be had: the business's branches are tried in their order, always the same one. */
import { minuteOf } from '../scheduling/localDate';
import { planFor, type Plan, type Planned, type Wish } from './plan';
import type { CommandContext, Refusal } from './types';

export type WishAnywhere = Omit<Wish, 'branch'> & { readonly branch?: string | undefined };

export type PlannedAnywhere =
  /** At least one, in the business's order; whoever tries them all in this order stands in nobody's way for long. */
  | { readonly kind: 'planned'; readonly plans: readonly [Plan, ...Plan[]] }
  | Extract<Planned, { kind: 'refused' }>;

/** At the branch that was said, or at every one whose rules allow it; when none does, what the first one says. */
export function planSomewhere({ business, clock }: CommandContext, wish: WishAnywhere): PlannedAnywhere {
  const now = minuteOf(clock.now());
  const branches = wish.branch === undefined ? business.branches.map((each) => each.id) : [wish.branch];
  const all = branches.map((branch) => planFor(business, { ...wish, branch }, now));
  const [first, ...others] = all.flatMap((each) => (each.kind === 'planned' ? [each.plan] : []));
  if (first) return { kind: 'planned', plans: [first, ...others] };
  const refused = all.find((each) => each.kind === 'refused');
  if (!refused) throw new Error('a business without branches books nothing');
  return refused;
}

type Attempted = { readonly kind: string; readonly refusal?: Refusal } | 'stale';

/** The first result that another branch could not better; where none is, the first of them. */
export async function firstNotTaken<Result extends Attempted>(
  plans: readonly [Plan, ...Plan[]],
  attempt: (plan: Plan) => Promise<Result>,
): Promise<Result> {
  const [only, ...others] = plans;
  const first = await attempt(only);
  if (!isTaken(first)) return first;
  for (const plan of others) {
    const result = await attempt(plan);
    if (!isTaken(result)) return result;
  }
  return first;
}

/** Somebody has the time, or those who could do it there have as much as they may. */
function isTaken(result: Attempted): boolean {
  return result !== 'stale' && (result.kind === 'taken' || result.refusal?.limit?.of === 'resource');
}
