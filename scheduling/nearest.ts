/** Alternatives to a start that cannot be had: near it, with the customer's wishes kept for as long as possible. */
import { branchOf, type StartAsk, type TimeSlot } from './ask';
import { slotAt } from './availability';
import type { LocalDate, LocalTime, Minute } from './business';
import { addDays, dateOf, timeOf } from './localDate';
import { bookableWindow } from './rules';
import { byDistanceTo, nearestOn, searchDays, slotOn, slotsOn } from './slotOnDay';
import { instantAround, toLocal, toLocalDate } from './zone';

/** In what an alternative differs from the wish. */
export type Differs = 'time' | 'day' | 'branch' | 'person';

export interface Alternative {
  readonly slot: TimeSlot;
  readonly differs: Differs;
}

export interface NearestAsk extends StartAsk {
  /** At most so many; 3 where it is not said. */
  readonly limit?: number | undefined;
}

/** The wish as a day and a time on the wall, brought into what notice and horizon allow. */
interface Wish {
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly minute: Minute;
}

/**
 * Up to `limit` alternatives. First what keeps all wishes: the nearest start before and the nearest after on the same day,
 * then the wished time on following days (at the end of the horizon, on earlier ones), then more of the same day. Only when
 * these are too few, another branch, and last another person, both at the very start wished. What keeps all wishes comes in
 * order of time. A wish in the past or beyond the horizon is looked for around the nearest day that can be booked.
 */
export function nearest(ask: NearestAsk): readonly Alternative[] {
  const limit = ask.limit ?? 3;
  const wish = wishOf(ask);
  const [around, others] = sameDay(ask, wish);
  const kept = [...around, ...otherDays(ask, wish, limit), ...others].slice(0, limit);
  kept.sort((left, right) => left.start - right.start);
  const keeping = kept.map((slot) => ({ slot, differs: differs(ask, slot) }));
  return [...keeping, ...otherBranches(ask), ...otherPeople(ask)].slice(0, limit);
}

function wishOf(ask: NearestAsk): Wish {
  const { zone } = branchOf(ask.business, ask.branch);
  const window = bookableWindow(ask.business.policy, ask.now);
  const possible = Math.min(Math.max(ask.start, window.first), window.last);
  const local = toLocal(ask.start, zone);
  const date = toLocalDate(possible, zone);
  const minute = date === dateOf(local) ? ask.start : instantAround(`${date}T${timeOf(local)}`, zone);
  return { date, time: timeOf(local), minute };
}

/**
 * The wished time where a day had to be moved and has it free, else the nearest before and after it; and apart from these the
 * day's other starts by distance.
 */
function sameDay(ask: NearestAsk, wish: Wish): readonly [readonly TimeSlot[], readonly TimeSlot[]] {
  const slots = slotsOn(ask, wish.date).filter((slot) => slot.start !== ask.start);
  const exact = slots.filter((slot) => slot.start === wish.minute);
  const before = slots.filter((slot) => slot.start < wish.minute).slice(-1);
  const after = slots.filter((slot) => slot.start > wish.minute).slice(0, 1);
  const around = exact.length > 0 ? exact : [...before, ...after];
  return [around, slots.filter((slot) => !around.includes(slot)).sort(byDistanceTo(wish.minute))];
}

/** The wished wall time on other days, later ones first; where it is free on none, each day's start nearest to it. */
function otherDays(ask: NearestAsk, wish: Wish, limit: number): readonly TimeSlot[] {
  for (const onDay of [slotOn, nearestOn]) {
    const search = (day: LocalDate): TimeSlot | null => onDay(ask, day, wish.time);
    const later = searchDays(addDays(wish.date, 1), 1, limit, search);
    const found = later.length > 0 ? later : searchDays(addDays(wish.date, -1), -1, limit, search);
    if (found.length > 0) return found;
  }
  return [];
}

function otherBranches(ask: NearestAsk): readonly Alternative[] {
  const others = ask.business.branches.filter((branch) => branch.id !== ask.branch);
  const slots = others.flatMap(({ id }) => slotAt({ ...ask, branch: id }, ask.start) ?? []);
  return slots.map((slot) => ({ slot, differs: 'branch' }));
}

function otherPeople(ask: NearestAsk): readonly Alternative[] {
  if (ask.person === undefined) return [];
  const slot = slotAt({ ...ask, person: undefined }, ask.start);
  return slot ? [{ slot, differs: 'person' }] : [];
}

function differs(ask: NearestAsk, slot: TimeSlot): Differs {
  const { zone } = branchOf(ask.business, ask.branch);
  return toLocalDate(slot.start, zone) === toLocalDate(ask.start, zone) ? 'time' : 'day';
}
