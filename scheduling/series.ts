/** Recurring appointments: the same wall time every so many days, weeks or months, and what stands in the way of each. */
import type { Branch, Business, LocalDate, LocalDateTime, Minute } from './business';
import { assign, footprintOf, type Candidate } from './assign';
import { branchOf, type Ask } from './ask';
import { explain, type Reason } from './explain';
import { addDays, dateOf, dayNumber, daysInMonth, timeOf, wallOf } from './localDate';
import { nearest, type Alternative } from './nearest';
import { afterTaking, seenBy, type World, type WorldCounts } from './world';
import { toInstant } from './zone';

export interface SeriesRule {
  /** At least 1. */
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month';
  /** So many occurrences, the first included, or all until a local day, inclusive. */
  readonly ends:
    { readonly kind: 'count'; readonly count: number } | { readonly kind: 'until'; readonly date: LocalDate };
}

/** The longest series: one a day for a year. */
export const MOST_OCCURRENCES = 366;
/** Longer than any series: 366 occurrences, one a month. */
const FAR_AHEAD_DAYS = 366 * 31;

/**
 * The wall times of a series. Months are counted from the first occurrence, so that the 31st is the last day of shorter months
 * and the 31st again of longer ones, and 29 February is the 28th in common years. Whether a wall time exists on its day is up
 * to `toInstant`. Throws a RangeError for an `every` or a `count` below 1, a day that does not exist, and for more than
 * `MOST_OCCURRENCES`.
 */
export function occurrencesOf(rule: SeriesRule, first: LocalDateTime): readonly LocalDateTime[] {
  checkRule(rule);
  wallOf(first);
  const [date, time] = [dateOf(first), timeOf(first)];
  const last = rule.ends.kind === 'until' ? rule.ends.date : '9999-12-31';
  const count = rule.ends.kind === 'count' ? rule.ends.count : Infinity;
  const occurrences: LocalDateTime[] = [];
  for (
    let day = date;
    day <= last && occurrences.length < count;
    day = step(rule, date, occurrences.length)
  ) {
    if (occurrences.length === MOST_OCCURRENCES) {
      throw new RangeError(`a series has at most ${MOST_OCCURRENCES} occurrences`);
    }
    occurrences.push(`${day}T${time}`);
  }
  return occurrences;
}

function checkRule({ every, ends }: SeriesRule): void {
  const whole = (value: number): boolean => Number.isInteger(value) && value >= 1;
  if (!whole(every)) throw new RangeError(`a series cannot repeat every ${every}: a whole number from 1 on`);
  if (ends.kind === 'count' && !whole(ends.count)) {
    throw new RangeError(`a series cannot have ${ends.count} occurrences: a whole number from 1 on`);
  }
  if (ends.kind === 'until') dayNumber(ends.date);
}

/** The day of the occurrence with that index. */
function step({ every, unit }: SeriesRule, first: LocalDate, index: number): LocalDate {
  switch (unit) {
    case 'day':
      return addDays(first, index * every);
    case 'week':
      return addDays(first, index * every * 7);
    case 'month':
      return addMonths(first, index * every);
  }
}

function addMonths(first: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = first.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const last = Math.min(day, daysInMonth(inYear, inMonth));
  return `${String(inYear).padStart(4, '0')}-${String(inMonth).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
}

/** What becomes of one occurrence. */
export type Occurrence =
  | {
      readonly kind: 'free';
      readonly local: LocalDateTime;
      readonly start: Minute;
      readonly end: Minute;
      readonly candidates: readonly Candidate[];
    }
  /** It cannot be had: why, and what could be had instead. */
  | {
      readonly kind: 'conflict';
      readonly local: LocalDateTime;
      readonly start: Minute;
      readonly reasons: readonly Reason[];
      readonly alternatives: readonly Alternative[];
    }
  /** Clocks jump over that wall time on its day: the nearest ones on the grid. */
  | {
      readonly kind: 'gap';
      readonly local: LocalDateTime;
      readonly before: LocalDateTime;
      readonly after: LocalDateTime;
    }
  /** Clocks show that wall time twice on its day. */
  | {
      readonly kind: 'repeated';
      readonly local: LocalDateTime;
      readonly first: Minute;
      readonly second: Minute;
    };

export interface SeriesAsk extends Omit<Ask, 'counts'> {
  readonly branch: string;
  readonly counts?: WorldCounts | undefined;
  /** Resources tried first, as in `assign`. */
  readonly staying?: readonly string[] | undefined;
  /** Whether times beyond the horizon are a conflict; a series is usually longer than the horizon of one booking. */
  readonly withinHorizon: boolean;
}

/** A wall time, or one with its instant where clocks show it twice. */
export type Wished = LocalDateTime | { readonly local: LocalDateTime; readonly start: Minute };

/**
 * Looks at each wall time in turn, the free ones counting as taken for those that follow (a customer's limit, a service longer
 * than its own period). Nothing is decided: a conflict list to be shown before anything is booked.
 */
export function checkSeries(ask: SeriesAsk, wished: readonly Wished[]): readonly Occurrence[] {
  const branch = branchOf(ask.business, ask.branch);
  const business = ask.withinHorizon ? ask.business : withoutHorizon(ask.business);
  let world: World = { busy: ask.busy, counts: ask.counts };
  return wished.map((each) => {
    const occurrence =
      typeof each === 'string'
        ? checkOne({ ...ask, business }, branch, world, each)
        : checkStart({ ...ask, business }, world, each.local, each.start);
    const [taken] = occurrence.kind === 'free' ? occurrence.candidates : [];
    if (taken) world = afterTaking(world, ask.service, dateOf(occurrence.local), taken);
    return occurrence;
  });
}

function withoutHorizon(business: Business): Business {
  return { ...business, policy: { ...business.policy, horizonDays: FAR_AHEAD_DAYS } };
}

function checkOne(ask: SeriesAsk, branch: Branch, world: World, local: LocalDateTime): Occurrence {
  const instant = toInstant(local, branch.zone, ask.business.policy.gridMinutes);
  switch (instant.kind) {
    case 'gap':
      return { kind: 'gap', local, before: instant.before, after: instant.after };
    case 'repeated':
      return { kind: 'repeated', local, first: instant.first, second: instant.second };
    case 'exact':
      return checkStart(ask, world, local, instant.minute);
  }
}

function checkStart(ask: SeriesAsk, world: World, local: LocalDateTime, start: Minute): Occurrence {
  const asked = { ...ask, ...seenBy(world, ask.service), start };
  const reasons = explain(asked);
  if (reasons.length > 0) {
    return { kind: 'conflict', local, start, reasons, alternatives: nearest(asked) };
  }
  const candidates = assign(asked);
  return { kind: 'free', local, start, end: candidates[0]?.[0]?.end ?? footprintOf(asked).end, candidates };
}
