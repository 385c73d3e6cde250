/** The rules on when an appointment may begin, each a function that allows a start or says why not. */
import type { Branch, Business, LocalDate, Minute, Policy, Service } from './business';
import { gridAround, gridOf, isOnGrid } from './grid';
import { rulesReached, type Counts, type LimitReached } from './limits';
import { MINUTES_PER_DAY } from './localDate';
import { exceptionOn, hoursOn, isOpen, openIntervals, type Hours } from './openingHours';
import { dayBounds, toLocalDate } from './zone';

/** Why a start is refused, with the values that words need. The codes are those of the REST interface. */
export type Refusal =
  | { readonly code: 'past'; readonly now: Minute }
  /** `earliest` and `latest` are the inclusive bounds, not yet on the grid. */
  | { readonly code: 'too-soon'; readonly earliest: Minute; readonly noticeMinutes: number }
  | { readonly code: 'beyond-horizon'; readonly latest: Minute; readonly horizonDays: number }
  | Closed
  | LimitReached
  | { readonly code: 'off-grid'; readonly before: Minute; readonly after: Minute; readonly step: number };

export interface Closed {
  readonly code: 'closed';
  readonly date: LocalDate;
  /** What that local day offers; empty on a closed day. */
  readonly hours: readonly Hours[];
  /** The latest start that would still end before closing, not yet on the grid; null where the service does not fit that day. */
  readonly lastStart: Minute | null;
  /** Why the day is an exception, as the business put it. */
  readonly reason: string | null;
}

/** A start under test, without regard to what is taken. */
export interface Question {
  readonly business: Business;
  readonly branch: Branch;
  /** Minutes of the service without buffers. */
  readonly duration: number;
  readonly start: Minute;
  readonly now: Minute;
  /** The service whose limits count; absent looks at no limits. */
  readonly service?: Service | undefined;
  /** What counts against limits; absent is nothing. */
  readonly counts?: Counts | undefined;
}

/** Allows a start or says why not: null and an empty list allow it. */
export type Rule = (question: Question) => Refusal | readonly Refusal[] | null;

/** In the order in which a customer should hear of them. */
export const RULES: readonly Rule[] = [
  notInThePast,
  minimumNotice,
  horizon,
  withinHours,
  withinLimits,
  onTheGrid,
];

/** All that speaks against a start before anybody's calendar is looked at; empty allows it. */
export function refusals(question: Question): readonly Refusal[] {
  return RULES.flatMap((rule) => rule(question) ?? []);
}

/** First and last start that notice and horizon allow at `now`, both inclusive and in elapsed time. */
export function bookableWindow(
  policy: Policy,
  now: Minute,
): { readonly first: Minute; readonly last: Minute } {
  return {
    first: Math.ceil(now + policy.minimumNoticeMinutes),
    last: Math.floor(now + policy.horizonDays * MINUTES_PER_DAY),
  };
}

/** The present minute itself is not past. */
export function notInThePast({ start, now }: Question): Refusal | null {
  return start < now ? { code: 'past', now } : null;
}

/** A start in the past is `past` and nothing else. */
export function minimumNotice({ business, start, now }: Question): Refusal | null {
  const { first } = bookableWindow(business.policy, now);
  if (start < now || start >= first) return null;
  return { code: 'too-soon', earliest: first, noticeMinutes: business.policy.minimumNoticeMinutes };
}

/** Counted in elapsed days of 24 hours, the last minute inclusive. */
export function horizon({ business, start, now }: Question): Refusal | null {
  const { last } = bookableWindow(business.policy, now);
  if (start <= last) return null;
  return { code: 'beyond-horizon', latest: last, horizonDays: business.policy.horizonDays };
}

/** The service itself has to end by closing time; its buffer may pass it. */
export function withinHours({ branch, duration, start }: Question): Refusal | null {
  if (isOpen(branch, start, start + duration)) return null;
  const date = toLocalDate(start, branch.zone);
  return {
    code: 'closed',
    date,
    hours: hoursOn(branch, date),
    lastStart: lastStartOn(branch, date, duration),
    reason: exceptionOn(branch, date)?.reason ?? null,
  };
}

/** Limits of the service and of the customer; those of people decide only who does it. */
export function withinLimits({
  business,
  branch,
  service,
  counts,
  start,
}: Question): readonly LimitReached[] {
  return service ? rulesReached({ business, service, counts }, branch, start) : [];
}

/** Names the steps on either side of a start that is on none. */
export function onTheGrid({ business, branch, start }: Question): Refusal | null {
  const grid = gridOf(business, branch);
  return isOnGrid(start, grid) ? null : { code: 'off-grid', ...gridAround(start, grid), step: grid.step };
}

function lastStartOn(branch: Branch, date: LocalDate, duration: number): Minute | null {
  const day = dayBounds(date, branch.zone);
  const open = openIntervals(branch, day.from, day.to + duration);
  let latest: Minute | null = null;
  for (let at = 0; at < open.length; at += 2) {
    const start = Math.min((open[at + 1] ?? 0) - duration, day.to - 1);
    if (start >= Math.max(open[at] ?? 0, day.from)) latest = start;
  }
  return latest;
}
