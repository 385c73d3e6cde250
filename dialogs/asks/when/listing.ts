/** Which of many free times are named: a few spread over one day, or one of each of a few days, and then the others. */
import type { TimeSlotView } from '../../../commands/types';
import type { Than } from '../../flow';
import { spread } from './offers';

/** Of one day more are shown than of several: they are told in fewer words. */
const MOST_OF_A_DAY = 5;
const MOST_OF_DAYS = 3;

/** The `page`th choice (0 is the first) out of all that are free, in order of time. */
export function pageOf(
  free: readonly TimeSlotView[],
  page: number,
  oneDay: boolean,
): readonly TimeSlotView[] {
  let left = free;
  for (let turned = 0; turned < page; turned += 1) {
    const shown = firstPage(left, oneDay && turned === 0);
    left = left.filter((slot) => !shown.includes(slot));
  }
  return oneDay && page > 0 ? left.slice(0, MOST_OF_A_DAY) : firstPage(left, oneDay);
}

function firstPage(free: readonly TimeSlotView[], oneDay: boolean): readonly TimeSlotView[] {
  return oneDay ? spread(free, MOST_OF_A_DAY) : oneOfEachDay(free);
}

/** The first of each of the first days; where these are few, more of the same days. */
function oneOfEachDay(free: readonly TimeSlotView[]): readonly TimeSlotView[] {
  const firsts = firstOfDays(free);
  const missing = MOST_OF_DAYS - firsts.length;
  const more =
    missing > 0
      ? spread(
          free.filter((slot) => !firsts.includes(slot)),
          missing,
        )
      : [];
  return [...firsts, ...more].sort((left, right) => left.startMinute - right.startMinute);
}

/** The first free start of each of the first three days that have one. */
export function firstOfDays(slots: readonly TimeSlotView[]): readonly TimeSlotView[] {
  const days = new Map<string, TimeSlotView>();
  for (const slot of slots) {
    const day = slot.start.slice(0, 10);
    if (!days.has(day)) days.set(day, slot);
  }
  return [...days.values()].slice(0, MOST_OF_DAYS);
}

/** Those after the last, or before the first, of what was shown first. */
export function beyond(
  free: readonly TimeSlotView[],
  than: NonNullable<Than>,
  oneDay: boolean,
): readonly TimeSlotView[] {
  const shown = firstPage(free, oneDay);
  const [first, last] = [shown[0]?.startMinute ?? 0, shown.at(-1)?.startMinute ?? 0];
  if (than === 'earlier') return free.filter((slot) => slot.startMinute < first).slice(-MOST_OF_DAYS);
  return firstPage(
    free.filter((slot) => slot.startMinute > last),
    oneDay,
  );
}
