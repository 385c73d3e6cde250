/** Local days as the database counts them: by the wall time that each booking keeps. */
import type { LimitRow } from '../models/bookingRecords';
import type { LocalDate } from '../scheduling/business';
import { dayNumber, MINUTES_PER_DAY } from '../scheduling/localDate';

/** No wall clock is further from UTC, whatever its zone once decided. */
const FURTHEST = 2 * MINUTES_PER_DAY;

export type LocalDays = Pick<LimitRow, 'from' | 'to' | 'first' | 'last'>;

/** Both inclusive, with UTC minutes that certainly reach beyond them in every zone. */
export function localDays(from: LocalDate, to: LocalDate): LocalDays {
  const first = dayNumber(from) * MINUTES_PER_DAY - FURTHEST;
  const last = (dayNumber(to) + 1) * MINUTES_PER_DAY + FURTHEST;
  return { from, to, first, last };
}
