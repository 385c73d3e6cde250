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
  return oneDay ? pageOfDay(free, page) : pageOfDays(free, page);
}

/** First a few spread over the day, then those in between. */
function pageOfDay(free: readonly TimeSlotView[], page: number): readonly TimeSlotView[] {
  const first = spread(free, MOST_OF_A_DAY);
  if (page === 0) return first;
  const others = free.filter((slot) => !first.includes(slot));
  return others.slice((page - 1) * MOST_OF_A_DAY, page * MOST_OF_A_DAY);
}

/** The first start of each of three days, then of the next three; when the days are through, their other hours. */
function pageOfDays(free: readonly TimeSlotView[], page: number): readonly TimeSlotView[] {
  const firsts = [...firstByDay(free).values()];
  const shown = firsts.slice(page * MOST_OF_DAYS, (page + 1) * MOST_OF_DAYS);
  const others = free.filter((slot) => !firsts.includes(slot));
  if (shown.length > 0) return filledUp(shown, page === 0 ? others : []);
  const pages = Math.ceil(firsts.length / MOST_OF_DAYS);
  const rest = inRounds(others);
  return rest.slice((page - pages) * MOST_OF_DAYS, (page - pages + 1) * MOST_OF_DAYS);
}

/** Where there are few days, more of the same days. */
function filledUp(shown: readonly TimeSlotView[], others: readonly TimeSlotView[]): readonly TimeSlotView[] {
  const missing = MOST_OF_DAYS - shown.length;
  const more = missing > 0 ? spread(others, missing) : [];
  return [...shown, ...more].sort((left, right) => left.startMinute - right.startMinute);
}

/** Full hours before the others. */
function inRounds(slots: readonly TimeSlotView[]): readonly TimeSlotView[] {
  const full = slots.filter(({ start }) => start.endsWith(':00'));
  return [...full, ...slots.filter((slot) => !full.includes(slot))];
}

/** The first free start of each of the first three days that have one. */
export function firstOfDays(slots: readonly TimeSlotView[]): readonly TimeSlotView[] {
  return [...firstByDay(slots).values()].slice(0, MOST_OF_DAYS);
}

function firstByDay(slots: readonly TimeSlotView[]): ReadonlyMap<string, TimeSlotView> {
  const days = new Map<string, TimeSlotView>();
  for (const slot of slots) {
    const day = slot.start.slice(0, 10);
    if (!days.has(day)) days.set(day, slot);
  }
  return days;
}

/** Those after the last, or before the first, of what was shown; `page` times over. */
export function beyond(
  free: readonly TimeSlotView[],
  { than, page }: { readonly than: NonNullable<Than>; readonly page: number },
  oneDay: boolean,
): readonly TimeSlotView[] {
  let [left, shown] = [free, pageOf(free, 0, oneDay)];
  for (let turned = 0; turned < page; turned += 1) {
    left = left.filter(isBeyond(shown, than));
    shown = than === 'earlier' ? left.slice(-MOST_OF_DAYS) : pageOf(left, 0, oneDay);
  }
  return shown;
}

function isBeyond(shown: readonly TimeSlotView[], than: NonNullable<Than>): (slot: TimeSlotView) => boolean {
  const [first, last] = [shown[0]?.startMinute ?? 0, shown.at(-1)?.startMinute ?? 0];
  return ({ startMinute }) => (than === 'earlier' ? startMinute < first : startMinute > last);
}
