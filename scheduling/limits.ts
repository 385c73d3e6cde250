/** Daily and weekly limits on bookings: counted in the branch's own calendar, never in spans of 24 hours. */
import type { BookingLimits, Branch, Business, LocalDate, Minute, Resource, Service } from './business';
import { merge, NOTHING, type Intervals } from './interval';
import { dateOfDay, dayNumber, MINUTES_PER_DAY, weekdayOfDay } from './localDate';
import { clipToWall, spansBetween, toLocalDate } from './zone';

/** Live bookings and holds by the local day on which they begin. */
export type DayCounts = ReadonlyMap<LocalDate, number>;

/**
 * What counts against limits, without the asker's own bookings that are to be moved. Whole weeks have to be known:
 * `countedDays` says which days matter.
 */
export interface Counts {
  /** By resource id; who is not there has none. */
  readonly resources: ReadonlyMap<string, DayCounts>;
  /** Of the service asked for, at all branches. */
  readonly service: DayCounts;
  /** Of the customer who asks, of all services. */
  readonly customer: DayCounts;
}

/** A limit that one more booking would pass. */
export interface LimitReached {
  readonly code: 'limit-reached';
  readonly of: 'service' | 'customer' | 'resource';
  /** Id of the resource or service; null for the customer. */
  readonly id: string | null;
  readonly per: 'day' | 'week';
  readonly most: number;
  readonly count: number;
  /** First and last local day of the period. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** One limit with what counts against it. */
interface Limited {
  readonly of: LimitReached['of'];
  readonly id: string | null;
  readonly limits: BookingLimits | undefined;
  readonly counts: DayCounts | undefined;
}

export interface LimitQuestion {
  readonly business: Business;
  readonly service: Service;
  readonly counts?: Counts | undefined;
}

type Period = LimitReached['per'];
const PERIODS: readonly Period[] = ['day', 'week'];

/** The local days, both inclusive, whose bookings count for starts in `[from, to)` at a branch: whole weeks. */
export function countedDays(
  business: Pick<Business, 'weekStart'>,
  branch: Pick<Branch, 'zone'>,
  from: Minute,
  to: Minute,
): { readonly from: LocalDate; readonly to: LocalDate } {
  const first = dayNumber(toLocalDate(from, branch.zone));
  const last = dayNumber(toLocalDate(Math.max(from, to - 1), branch.zone));
  const begin = periodOf('week', first, business.weekStart).from;
  return { from: dateOfDay(begin), to: dateOfDay(periodOf('week', last, business.weekStart).to) };
}

/** Limits of the service and of the customer that a start would pass. */
export function rulesReached(ask: LimitQuestion, branch: Branch, start: Minute): readonly LimitReached[] {
  return ruleLimits(ask).flatMap((each) => reached(each, ask.business, branch, start));
}

/** Limits of a resource that a start would pass. */
export function resourceReached(
  ask: LimitQuestion,
  resource: Resource,
  branch: Branch,
  start: Minute,
): readonly LimitReached[] {
  return reached(resourceLimit(ask, resource), ask.business, branch, start);
}

/** Starts in `[from, to)` that the limits of the service or of the customer forbid. */
export function fullForAll(ask: LimitQuestion, branch: Branch, from: Minute, to: Minute): Intervals {
  if (!ask.service.limits && !ask.business.policy.customerLimits) return NOTHING;
  return merge(ruleLimits(ask).flatMap((each) => fullDays(each, ask.business, branch, from, to)));
}

/** Starts in `[from, to)` that the limits of a resource forbid. */
export function fullFor(
  ask: LimitQuestion,
  resource: Resource,
  branch: Branch,
  from: Minute,
  to: Minute,
): Intervals {
  return merge(fullDays(resourceLimit(ask, resource), ask.business, branch, from, to));
}

function ruleLimits({ business, service, counts }: LimitQuestion): readonly Limited[] {
  return [
    { of: 'service', id: service.id, limits: service.limits, counts: counts?.service },
    { of: 'customer', id: null, limits: business.policy.customerLimits, counts: counts?.customer },
  ];
}

function resourceLimit({ counts }: LimitQuestion, { id, limits }: Resource): Limited {
  return { of: 'resource', id, limits, counts: counts?.resources.get(id) };
}

function reached(limited: Limited, { weekStart }: Business, branch: Branch, start: Minute): LimitReached[] {
  if (!limited.limits) return [];
  const day = dayNumber(toLocalDate(start, branch.zone));
  return PERIODS.flatMap((per) => {
    const most = mostPer(per, limited.limits);
    const { from, to } = periodOf(per, day, weekStart);
    const count = countIn(limited.counts, from, to);
    if (count < most) return [];
    const { of, id } = limited;
    return [
      { code: 'limit-reached' as const, of, id, per, most, count, from: dateOfDay(from), to: dateOfDay(to) },
    ];
  });
}

/** Loose pairs of minutes, one for each full day or week. */
function fullDays(
  limited: Limited,
  business: Business,
  branch: Branch,
  from: Minute,
  to: Minute,
): readonly Minute[] {
  if (!limited.limits || from >= to) return [];
  // A day more on both sides: clocks that go back over midnight come back to a day that was over.
  const first = dayNumber(toLocalDate(from, branch.zone)) - 1;
  const last = dayNumber(toLocalDate(to - 1, branch.zone)) + 1;
  const pairs: Minute[] = [];
  for (const per of PERIODS) {
    const most = mostPer(per, limited.limits);
    if (most === Infinity) continue;
    let period = periodOf(per, first, business.weekStart);
    while (period.from <= last) {
      if (countIn(limited.counts, period.from, period.to) >= most)
        pairs.push(...minutesOf(period, branch.zone));
      period = periodOf(per, period.to + 1, business.weekStart);
    }
  }
  return pairs;
}

/** Pairs of minutes: clocks that go back over midnight (St John's until 2011) put another day's minutes in between. */
function minutesOf(period: { readonly from: number; readonly to: number }, zone: string): readonly Minute[] {
  const [from, to] = [period.from * MINUTES_PER_DAY, (period.to + 1) * MINUTES_PER_DAY];
  return spansBetween(zone, from - 2 * MINUTES_PER_DAY, to + 2 * MINUTES_PER_DAY).flatMap((span) => {
    const part = clipToWall(span, from, to);
    return part.from < part.to ? [part.from, part.to] : [];
  });
}

function mostPer(per: Period, limits: BookingLimits | undefined): number {
  return (per === 'day' ? limits?.perDay : limits?.perWeek) ?? Infinity;
}

/** Day numbers of the first and last day of the calendar period that a day is in. */
function periodOf(
  per: Period,
  day: number,
  weekStart: number,
): { readonly from: number; readonly to: number } {
  if (per === 'day') return { from: day, to: day };
  const from = day - ((weekdayOfDay(day) - weekStart + 7) % 7);
  return { from, to: from + 6 };
}

function countIn(counts: DayCounts | undefined, from: number, to: number): number {
  let count = 0;
  if (counts) for (let day = from; day <= to; day += 1) count += counts.get(dateOfDay(day)) ?? 0;
  return count;
}
