/** From a wish to a plan: which service, where, exactly when, how long and for how much, or the rule that refuses it. */
import type { Branch, Business, LocalDateTime, Minute, Service } from '../scheduling/business';
import { durationOf } from '../scheduling/duration';
import { poolsOf } from '../scheduling/pools';
import { priceOf } from '../scheduling/price';
import { refusals, type Refusal as RuleRefusal } from '../scheduling/rules';
import { offsetAt, toInstant, toLocal } from '../scheduling/zone';
import { byClockChange, byPool, byRule } from './refusals';
import type { Refusal } from './types';

export interface Wish {
  readonly service: string;
  readonly branch: string;
  readonly person?: string | undefined;
  readonly assetClass?: string | undefined;
  readonly start: LocalDateTime;
  readonly startMinute?: Minute | undefined;
}

export interface Plan {
  readonly business: Business;
  readonly service: Service;
  readonly branch: Branch;
  readonly person?: string | undefined;
  readonly assetClass?: string | undefined;
  readonly start: Minute;
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

/** A time that is held already was on the grid and early enough when it was taken: only closing can end it. */
export type Standing = 'new' | 'held';

/**
 * @param now the present minute
 * @param standing whether the time is newly wished for or held by this customer already
 */
export function planFor(business: Business, wish: Wish, now: Minute, standing: Standing = 'new'): Planned {
  const service = business.services.find((each) => each.id === wish.service);
  if (!service) return refused({ rule: 'unknown-service', value: wish.service });
  const branch = business.branches.find((each) => each.id === wish.branch);
  if (!branch) return refused({ rule: 'unknown-branch', value: wish.branch });
  const { person } = wish;
  if (person !== undefined && !business.resources.some((each) => each.id === person)) {
    return refused({ rule: 'unknown-resource', value: person });
  }
  const start = startOf(wish, branch, business.policy.gridMinutes);
  if (typeof start !== 'number') return refused(start);
  return judged(planAt(business, service, branch, wish, start), now, standing);
}

function startOf(wish: Wish, branch: Branch, grid: number): Minute | Refusal {
  if (wish.startMinute !== undefined) return wish.startMinute;
  const instant = toInstant(wish.start, branch.zone, grid);
  return instant.kind === 'exact' ? instant.minute : byClockChange(instant, wish.start, branch.zone);
}

function planAt(business: Business, service: Service, branch: Branch, wish: Wish, start: Minute): Plan {
  const { person, assetClass } = wish;
  const end = start + durationOf(business, service, assetClass);
  return {
    business,
    service,
    branch,
    person,
    assetClass,
    start,
    end,
    localStart: toLocal(start, branch.zone),
    localEnd: toLocal(end, branch.zone),
    offset: offsetAt(start, branch.zone),
    price: priceOf(business, service, assetClass),
  };
}

function judged(plan: Plan, now: Minute, standing: Standing): Planned {
  const { business, service, branch, person, start } = plan;
  const found = poolsOf({ business, service, branch: branch.id, person });
  if (found.kind === 'none') return refused(byPool(found.reason, branch), plan);
  const question = { business, branch, duration: plan.end - start, start, now };
  const [first] = refusals(question).filter((refusal) => standing === 'new' || endsHold(refusal));
  if (!first) return { kind: 'planned', plan };
  return refused(byRule(first, plan.localStart, { branch, business }), plan);
}

function endsHold(refusal: RuleRefusal): boolean {
  return refusal.code === 'closed' || refusal.code === 'past';
}

function refused(refusal: Refusal, plan: Plan | null = null): Planned {
  return { kind: 'refused', refusal, plan };
}
