/** When several things could be done together or one after the other, by whom and for how much. */
import { minuteOf } from '../../scheduling/localDate';
import { findPlans } from '../../scheduling/plan';
import { onlyFor } from '../actors';
import type { CommandContext } from '../types';
import { itemsOf, refusedPlan } from './items';
import { offerOf } from './offers';
import type { QuotePlanInput, QuotePlanResult } from './types';
import { worldFor } from './world';

/** The longest window that is looked through at once: a search is exact, and days multiply. */
const MOST_DAYS = 62;

/** Plans in the window, earliest first, nothing held; one round trip. No plans and nothing impossible: they do not fit together. */
export async function quotePlan(context: CommandContext, input: QuotePlanInput): Promise<QuotePlanResult> {
  const { business, clock } = context;
  const resolved = itemsOf(business, input.branch, input.items);
  if (resolved.kind === 'refused') return resolved;
  if (input.from >= input.to) return refusedPlan({ rule: 'reversed-range', value: String(input.to) });
  const { branch, items } = resolved.wish;
  const to = Math.min(input.to, input.from + MOST_DAYS * 1440);
  const world = await worldFor(context, {
    items,
    branch,
    from: input.from,
    to,
    except: [],
    customer: onlyFor(context.actor),
  });
  const search = findPlans({
    ...world,
    business,
    branch: branch.id,
    items,
    from: input.from,
    to,
    now: minuteOf(clock.now()),
    maxWaitMinutes: input.maxWaitMinutes,
    limit: input.limit,
  });
  if (search.impossible.length > 0) return { kind: 'impossible', items: search.impossible };
  const plans = search.plans.map((plan) => offerOf(business, resolved.wish, input.items, plan));
  return { kind: 'plans', plans, complete: search.complete };
}
