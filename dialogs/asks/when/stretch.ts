/** The stretch of time that a wish means: its days as instants. */
import type { Minute } from '../../../scheduling/business';
import { addDays } from '../../../scheduling/localDate';
import { dayBounds } from '../../../scheduling/zone';
import type { Moment } from '../../../understanding/moment';
import type { Place } from './place';

/** Without a day the coming week; where only some days suit, two. */
const NO_DAY_REACH = 6;
const SOME_DAYS_REACH = 13;

/** The days of a wish, `to` exclusive. */
export function stretchOf(place: Place, wish: Moment): { readonly from: Minute; readonly to: Minute } {
  const { zone } = place.branch;
  const named = (wish.only ?? []).filter((day) => typeof day === 'string').sort();
  const first = named[0] ?? wish.date?.value ?? place.today;
  const last = named.at(-1) ?? wish.untilDate ?? wish.date?.value ?? addDays(place.today, reachOf(wish));
  return { from: dayBounds(first, zone).from, to: dayBounds(last < first ? first : last, zone).to };
}

function reachOf({ only, exclude }: Moment): number {
  return (only ?? exclude) ? SOME_DAYS_REACH : NO_DAY_REACH;
}

/** Whether the wish names days at all. */
export function namesDays({ date, only }: Moment): boolean {
  return date !== undefined || only?.some((day) => typeof day === 'string') === true;
}

/** Whether it means one single day. */
export function isOneDay({ date, untilDate, only }: Moment): boolean {
  return date !== undefined && untilDate === undefined && only === undefined;
}
