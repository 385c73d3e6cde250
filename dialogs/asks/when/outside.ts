/** Nothing fits a wish: the nearest times outside it, which are told to be outside. */
import type { TimeSlotView } from '../../../commands/types';
import type { Minute } from '../../../scheduling/business';
import { MINUTES_PER_DAY } from '../../../scheduling/localDate';
import type { Moment } from '../../../understanding/moment';
import { byNearness, dayFits, fits, limitsHours } from './hours';
import { firstOfDays } from './listing';
import { freeBetween, horizonOf, type Place } from './place';
import { namesDays } from './stretch';

const MOST = 3;
const REACH_DAYS = 14;

interface Stretch {
  readonly from: Minute;
  readonly to: Minute;
}

/**
 * At most three, in order of time: other hours of the days wished, nearest to the hours wished, and the wished hours on other
 * days. Where no day was wished the hours count for more, so other days come first.
 */
export async function nearestOutside(
  place: Place,
  wish: Moment,
  stretch: Stretch,
): Promise<readonly TimeSlotView[]> {
  const later = await onLaterDays(place, wish, stretch.to);
  const hours = limitsHours(wish) ? await atOtherHours(place, wish, stretch) : [];
  const found = namesDays(wish) ? [...hours.slice(0, 2), ...later, ...hours] : [...later, ...hours];
  const few = [...new Set(found)].slice(0, MOST);
  return few.sort((left, right) => left.startMinute - right.startMinute);
}

async function atOtherHours(
  place: Place,
  wish: Moment,
  { from, to }: Stretch,
): Promise<readonly TimeSlotView[]> {
  const free = await freeBetween(place, from, to);
  return free.filter(({ start }) => dayFits(wish, start.slice(0, 10))).sort(byNearness(wish));
}

/** The first fitting start of each of the next days; whatever days they are, where those wished for by name are over. */
async function onLaterDays(place: Place, wish: Moment, from: Minute): Promise<readonly TimeSlotView[]> {
  const { only, ...open } = wish;
  const named = only?.some((day) => typeof day === 'string') === true;
  const fit = fits(named || !only ? open : wish);
  const soon = await freeBetween(place, from, from + REACH_DAYS * MINUTES_PER_DAY);
  const fitting = firstOfDays(soon.filter(fit));
  if (fitting.length > 0) return fitting;
  const ever = await freeBetween(place, from, horizonOf(place));
  return firstOfDays(ever.filter(fit));
}
