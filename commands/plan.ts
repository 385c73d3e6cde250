/** From a wish to a plan: which service, where, exactly when, how long and for how much, or the rule that refuses it. */
import type { Branch, Business, LocalDateTime, Minute, Service } from '../scheduling/business';
import { leastMinutes } from '../scheduling/pace';
import { poolsOf, type Pools } from '../scheduling/pools';
import { priceOf } from '../scheduling/price';
import { refusals, type Refusal as RuleRefusal } from '../scheduling/rules';
import { offsetAt, toInstant, toLocal } from '../scheduling/zone';
import { withoutRules } from './override';
import { byClockChange, byPool, byRule } from './refusals';
import type { Override, Refusal } from './types';

export interface Wish {
  readonly service: string;
  readonly branch: string;
  readonly person?: string | undefined;
  readonly assetClass?: string | undefined;
  readonly start: LocalDateTime;
  readonly startMinute?: Minute | undefined;
  /** Whose limits count; absent: nobody's. */
  readonly customer?: string | undefined;
  /** The rules yield to staff; what is taken does not. */
  readonly override?: Override | undefined;
}

export interface Plan {
  /** As it is reckoned with: without its rules where staff override them. */
  readonly business: Business;
  readonly service: Service;
  readonly branch: Branch;
  readonly person?: string | undefined;
  readonly assetClass?: string | undefined;
  readonly customer?: string | undefined;
  readonly override?: Override | undefined;
  /** Absent is new. */
  readonly standing?: Standing;
  readonly start: Minute;
  /** With the fastest of those who could do it; the booking ends with the one who does. */
  readonly end: Minute;
  readonly localStart: LocalDateTime;
  readonly localEnd: LocalDateTime;
  /** Minutes east of UTC at the start. */
  readonly offset: number;
  /** Minor units. */
  readonly price: number;
}

export type Planned =
  | { readonly kind: 'planned'; readonly plan: Plan }
  /** `plan` is there when the time itself is understood, so that something near it can be offered. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly plan: Plan | null };

/**
 * A time that is held already was on the grid and early enough when it was taken: only closing can end it. One that staff
 * decide on is refused only when it is past.
 */
export type Standing = 'new' | 'held' | 'override';

/**
 * @param now the present minute
 * @param held whether the time is newly wished for or held by this customer already; an override goes before
 */
export function planFor(asItIs: Business, wish: Wish, now: Minute, held: Standing = 'new'): Planned {
  const business = wish.override ? withoutRules(asItIs, wish.person) : asItIs;
  const service = business.services.find((each) => each.id === wish.service);
  if (!service) return refused({ rule: 'unknown-service', value: wish.service });
  const branch = business.branches.find((each) => each.id === wish.branch);
  if (!branch) return refused({ rule: 'unknown-branch', value: wish.branch });
  const { person } = wish;
  if (person !== undefined && !business.resources.some((each) => each.id === person)) {
    return refused({ rule: 'unknown-resource', value: person });
  }
  const start = startOf(wish, { business, branch });
  if (typeof start !== 'number') return refused(start);
  const found = poolsOf({ business, service, branch: branch.id, person });
  const standing = wish.override ? 'override' : held;
  return judged(planAt({ business, service, branch }, wish, start, found, standing), found, now);
}

function startOf(wish: Wish, place: Pick<Plan, 'business' | 'branch'>): Minute | Refusal {
  if (wish.startMinute !== undefined) return wish.startMinute;
  const instant = toInstant(wish.start, place.branch.zone);
  return instant.kind === 'exact' ? instant.minute : byClockChange(instant, wish.start, place);
}

function planAt(
  { business, service, branch }: Pick<Plan, 'business' | 'service' | 'branch'>,
  { person, assetClass, customer, override }: Wish,
  start: Minute,
  found: Pools,
  standing: Standing,
): Plan {
  const pools = found.kind === 'pools' ? found.pools : [];
  const end = start + leastMinutes({ business, service, assetClass }, pools);
  return {
    business,
    service,
    branch,
    person,
    assetClass,
    customer,
    override,
    standing,
    start,
    end,
    localStart: toLocal(start, branch.zone),
    localEnd: toLocal(end, branch.zone),
    offset: offsetAt(start, branch.zone),
    price: priceOf(business, service, assetClass),
  };
}

function judged(plan: Plan, found: Pools, now: Minute): Planned {
  const { business, branch, start } = plan;
  if (found.kind === 'none') return refused(byPool(found.reason, branch), plan);
  const question = { business, branch, duration: plan.end - start, start, now };
  const [first] = refusals(question).filter((refusal) => counts(refusal, plan.standing ?? 'new'));
  if (!first) return { kind: 'planned', plan };
  return refused(byRule(first, plan.localStart, { branch, business }), plan);
}

function counts({ code }: RuleRefusal, standing: Standing): boolean {
  switch (standing) {
    case 'new':
      return true;
    case 'held':
      return code === 'closed' || code === 'past';
    case 'override':
      return code === 'past';
  }
}

function refused(refusal: Refusal, plan: Plan | null = null): Planned {
  return { kind: 'refused', refusal, plan };
}
