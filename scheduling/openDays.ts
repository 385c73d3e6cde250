/** Days to offer in place of one that is closed or does not exist, with the wished time kept. */
import type { TimeSlot } from './ask';
import type { LocalTime } from './business';
import { nearestDates } from './calendar';
import { addDays } from './localDate';
import { nearestOn, searchDays, slotOn, type AskAtBranch, type DaySearch } from './slotOnDay';

export interface OpenDaysAsk extends AskAtBranch {
  /** The day wished, as it was said: closed, or one that does not exist (`2027-02-31`). */
  readonly date: string;
  /** Kept; null takes the first start of each day. */
  readonly time: LocalTime | null;
  /** At most so many days; 2 where it is not said. */
  readonly limit?: number | undefined;
}

/**
 * The days nearest to the wished one at which the wished time is free: half of them before it and half after, more of one
 * side where the other has too few. Where that time is free on no day, each day's start nearest to it. In order of time; empty
 * where the text names no day at all.
 */
export function nearestOpenDays(ask: OpenDaysAsk): readonly TimeSlot[] {
  const time = ask.time ?? '00:00';
  const exact = ask.time === null ? [] : around(ask, (day) => slotOn(ask, day, time));
  return exact.length > 0 ? exact : around(ask, (day) => nearestOn(ask, day, time));
}

function around(ask: OpenDaysAsk, search: DaySearch): readonly TimeSlot[] {
  const [first, last] = neighbours(ask.date);
  if (first === undefined || last === undefined) return [];
  const limit = ask.limit ?? 2;
  const before = searchDays(first, -1, limit, search);
  const after = searchDays(last, 1, limit, search);
  const earlier = Math.min(before.length, Math.max(Math.floor(limit / 2), limit - after.length));
  return [...before.slice(0, earlier).reverse(), ...after.slice(0, limit - earlier)];
}

/** The real days right before and right after the one wished. */
function neighbours(wished: string): readonly string[] {
  const [first, last] = nearestDates(wished);
  if (first === undefined) return [];
  return last === undefined ? [addDays(first, -1), addDays(first, 1)] : [first, last];
}
