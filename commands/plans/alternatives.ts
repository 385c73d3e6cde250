/** Plans to offer instead of one that cannot be had: the same day first, then the days after it. */
import { addDays, minuteOf } from '../../scheduling/localDate';
import type { Minute } from '../../scheduling/business';
import { findPlans } from '../../scheduling/plan';
import type { Plan } from '../../scheduling/planAsk';
import { dayBounds, toLocalDate } from '../../scheduling/zone';
import type { CommandContext } from '../types';
import type { PlanWish } from './items';
import { offerOf } from './offers';
import type { PlanItemInput, PlanOffer } from './types';
import { worldFor } from './world';

const MOST = 3;
/** How many days after the one that was wished for are looked at. */
const DAYS = 7;

export interface Around {
  readonly wish: PlanWish;
  readonly inputs: readonly PlanItemInput[];
  /** Where the plan should have begun. */
  readonly start: Minute;
  /** Bookings whose own time counts as free, because they would move. */
  readonly except: readonly string[];
  /** Whose limits count; null: nobody's. */
  readonly customer: string | null;
}

/** At most three, in order of time; one round trip. */
export async function plansAround(
  context: CommandContext,
  { wish, inputs, start, except, customer }: Around,
): Promise<readonly PlanOffer[]> {
  const { business, clock } = context;
  const { branch, items } = wish;
  const windows = windowsAround(start, branch.zone);
  const from = Math.min(...windows.map((each) => each.from));
  const to = Math.max(...windows.map((each) => each.to));
  const world = await worldFor(context, { items, branch, from, to, except, customer });
  const ask = { ...world, business, branch: branch.id, items: items.map(withoutAgreed) };
  const found: Plan[] = [];
  for (const window of windows) {
    if (found.length >= MOST) break;
    const limit = MOST - found.length;
    if (window.from < window.to)
      found.push(...findPlans({ ...ask, ...window, now: minuteOf(clock.now()), limit }).plans);
  }
  found.sort((left, right) => left.start - right.start);
  return found.map((plan) => offerOf(business, wish, inputs, plan));
}

/** The rest of the day, what was before, and each of the following days. */
function windowsAround(start: Minute, zone: string): readonly { from: Minute; to: Minute }[] {
  const date = toLocalDate(start, zone);
  const day = dayBounds(date, zone);
  const following = Array.from({ length: DAYS }, (_, index) => dayBounds(addDays(date, index + 1), zone));
  return [{ from: start, to: day.to }, { from: day.from, to: start }, ...following];
}

/** Somebody else may do it: who does is shown with the offer. */
function withoutAgreed(item: PlanWish['items'][number]): PlanWish['items'][number] {
  return { ...item, agreed: undefined };
}
