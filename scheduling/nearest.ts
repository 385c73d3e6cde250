/** Alternatives to a start that cannot be had: near it, with the customer's wishes kept for as long as possible. */
import type { Ask, TimeSlot } from './ask';
import { branchOf } from './ask';
import { availability, slotAt } from './availability';
import type { LocalDate, LocalTime, Minute } from './business';
import { nearestDates } from './calendar';
import { addDays, minuteOfDay } from './localDate';
import { dayBounds, toInstant, toLocal, toLocalDate } from './zone';

/** How an alternative differs from what was wished. */
export type Differs = 'time' | 'day' | 'branch' | 'person';

export interface Alternative {
  readonly slot: TimeSlot;
  readonly differs: Differs;
}

export interface NearestAsk extends Ask {
  readonly branch: string;
  readonly start: Minute;
  /** At most so many; 3 where it is not said. */
  readonly limit?: number | undefined;
}

/** How many days after the wished one are searched. */
const DAYS_AHEAD = 14;

/**
 * Up to `limit` alternatives. First what keeps all wishes: the nearest start before and the nearest after on the same day,
 * then the wished time on following days, then more of the same day; only when these are too few another branch, and last
 * another person, at the very start wished. Those that keep all wishes come in order of time.
 */
export function nearest(ask: NearestAsk): readonly Alternative[] {
  const limit = ask.limit ?? 3;
  const [near, rest] = sameDay(ask);
  const kept = [...near, ...laterDays(ask, limit), ...rest].slice(0, limit);
  kept.sort((left, right) => left.slot.start - right.slot.start);
  if (kept.length >= limit) return kept;
  return [...kept, ...otherBranches(ask), ...otherPeople(ask)].slice(0, limit);
}

/** One before and one after the wished start, and apart from them all others of the day by distance. */
function sameDay(ask: NearestAsk): readonly [Alternative[], Alternative[]] {
  const { zone } = branchOf(ask.business, ask.branch);
  const day = dayBounds(toLocalDate(ask.start, zone), zone);
  const slots = availability({ ...ask, ...day, limit: undefined }).filter((slot) => slot.start !== ask.start);
  const before = slots.filter((slot) => slot.start < ask.start).slice(-1);
  const after = slots.filter((slot) => slot.start > ask.start).slice(0, 1);
  const near = [...before, ...after];
  const rest = slots.filter((slot) => !near.includes(slot)).sort(byDistanceTo(ask.start));
  return [near.map(as('time')), rest.map(as('time'))];
}

/** The wished wall time on the days that follow, or where it is nowhere free, the start of each day nearest to it. */
function laterDays(ask: NearestAsk, limit: number): Alternative[] {
  const { zone } = branchOf(ask.business, ask.branch);
  const [date = '', time = ''] = toLocal(ask.start, zone).split('T');
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(date, index + 1));
  const exact = days.flatMap((day) => slotOn(ask, day, time) ?? []);
  const found = exact.length > 0 ? exact : days.flatMap((day) => nearestOn(ask, day, time) ?? []);
  return found.slice(0, limit).map(as('day'));
}

function otherBranches(ask: NearestAsk): Alternative[] {
  const others = ask.business.branches.filter((branch) => branch.id !== ask.branch);
  return others.flatMap(({ id }) => slotAt({ ...ask, branch: id }, ask.start) ?? []).map(as('branch'));
}

function otherPeople(ask: NearestAsk): Alternative[] {
  if (ask.person === undefined) return [];
  const slot = slotAt({ ...ask, person: undefined }, ask.start);
  return slot ? [as('person')(slot)] : [];
}

export interface OpenDaysAsk extends Ask {
  readonly branch: string;
  /** The day wished: closed, or one that does not exist (`2027-02-31`). */
  readonly date: string;
  /** Kept; null takes the first start of each day. */
  readonly time: LocalTime | null;
  readonly limit?: number | undefined;
}

/**
 * The open days nearest to a closed or impossible one at which the wished time is free: the last before it and the first after
 * it, then further ones by distance; where that time is free on none of them, each day's start nearest to it. At most `limit`
 * (2), in order of time. Empty where the text names no day at all.
 */
export function nearestOpenDays(ask: OpenDaysAsk): readonly TimeSlot[] {
  const limit = ask.limit ?? 2;
  const days = daysAround(ask.date);
  const { time } = ask;
  const exact = time === null ? [] : pick(days, limit, (day) => slotOn(ask, day, time));
  const found = exact.length > 0 ? exact : pick(days, limit, (day) => nearestOn(ask, day, time ?? '00:00'));
  return found.sort((left, right) => left.start - right.start);
}

/** The days before and after, alternating, nearest first; without the day itself. */
function daysAround(text: string): {
  readonly before: readonly LocalDate[];
  readonly after: readonly LocalDate[];
} {
  const anchors = nearestDates(text);
  const [first, last] = [anchors[0], anchors.at(-1)];
  if (first === undefined || last === undefined) return { before: [], after: [] };
  const skipped = anchors.length === 1 ? 1 : 0;
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => index + skipped);
  return {
    before: days.map((each) => addDays(first, -each)),
    after: days.map((each) => addDays(last, each)),
  };
}

function pick(
  days: ReturnType<typeof daysAround>,
  limit: number,
  find: (day: LocalDate) => TimeSlot | null,
): TimeSlot[] {
  const before = days.before.flatMap((day) => find(day) ?? []).slice(0, limit);
  const after = days.after.flatMap((day) => find(day) ?? []).slice(0, limit);
  const fromBefore = Math.min(before.length, Math.max(Math.floor(limit / 2), limit - after.length));
  return [...before.slice(0, fromBefore), ...after.slice(0, limit - fromBefore)];
}

/** The slot at exactly that wall time, in a repeated hour its first instant; null where it is not free or does not exist. */
function slotOn(ask: Ask & { readonly branch: string }, date: LocalDate, time: LocalTime): TimeSlot | null {
  const instant = toInstant(`${date}T${time}`, branchOf(ask.business, ask.branch).zone);
  if (instant.kind === 'gap') return null;
  if (instant.kind === 'exact') return slotAt(ask, instant.minute);
  return slotAt(ask, instant.first) ?? slotAt(ask, instant.second);
}

/** The slot of the local day whose start is nearest to the wall time. */
function nearestOn(
  ask: Ask & { readonly branch: string },
  date: LocalDate,
  time: LocalTime,
): TimeSlot | null {
  const day = dayBounds(date, branchOf(ask.business, ask.branch).zone);
  const slots = [...availability({ ...ask, ...day, limit: undefined })];
  return slots.sort(byDistanceTo(day.from + minuteOfDay(time)))[0] ?? null;
}

function byDistanceTo(start: Minute): (left: TimeSlot, right: TimeSlot) => number {
  return (left, right) =>
    Math.abs(left.start - start) - Math.abs(right.start - start) || left.start - right.start;
}

function as(differs: Differs): (slot: TimeSlot) => Alternative {
  return (slot) => ({ slot, differs });
}
