/** The slots of one local day, looked for by a wished wall time. */
import { branchOf, type Ask, type TimeSlot } from './ask';
import { availability, slotAt } from './availability';
import type { LocalDate, LocalTime, Minute } from './business';
import { addDays } from './localDate';
import { dayBounds, instantAround, toInstant } from './zone';

export interface AskAtBranch extends Ask {
  readonly branch: string;
}

/** How many days are looked through for a free one. */
const SEARCHED_DAYS = 60;

/** Looks at one day; null where it has nothing. */
export type DaySearch = (day: LocalDate) => TimeSlot | null;

/** The slot at exactly that wall time, in a repeated hour the first that is free; null where it is taken or does not exist. */
export function slotOn(ask: AskAtBranch, date: LocalDate, time: LocalTime): TimeSlot | null {
  const instant = toInstant(`${date}T${time}`, branchOf(ask.business, ask.branch).zone);
  if (instant.kind === 'gap') return null;
  if (instant.kind === 'exact') return slotAt(ask, instant.minute);
  return slotAt(ask, instant.first) ?? slotAt(ask, instant.second);
}

/** The slot of the local day whose start is nearest to the wall time. */
export function nearestOn(ask: AskAtBranch, date: LocalDate, time: LocalTime): TimeSlot | null {
  const wished = instantAround(`${date}T${time}`, branchOf(ask.business, ask.branch).zone);
  return [...slotsOn(ask, date)].sort(byDistanceTo(wished))[0] ?? null;
}

/** All slots of the local day, earliest first. */
export function slotsOn(ask: AskAtBranch, date: LocalDate): readonly TimeSlot[] {
  const { zone } = branchOf(ask.business, ask.branch);
  return availability({ ...ask, ...dayBounds(date, zone), limit: undefined });
}

/** What `search` finds on `date` and the days after it (`step` 1) or before it (−1), at most `limit`. */
export function searchDays(
  date: LocalDate,
  step: 1 | -1,
  limit: number,
  search: DaySearch,
): readonly TimeSlot[] {
  const found: TimeSlot[] = [];
  for (let away = 0; away < SEARCHED_DAYS && found.length < limit; away += 1) {
    const slot = search(addDays(date, away * step));
    if (slot) found.push(slot);
  }
  return found;
}

/** Orders slots by how far they begin from a wished minute, the earlier first where two are as far. */
export function byDistanceTo(wished: Minute): (left: TimeSlot, right: TimeSlot) => number {
  return (left, right) =>
    Math.abs(left.start - wished) - Math.abs(right.start - wished) || left.start - right.start;
}
