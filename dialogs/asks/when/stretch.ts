/** The stretch of time that a wish means: days as instants, and the hours of each day that fit. */
import type { TimeSlotView } from '../../../commands/types';
import type { LocalTime, Minute } from '../../../scheduling/business';
import { addDays, isoWeekday } from '../../../scheduling/localDate';
import { dayBounds } from '../../../scheduling/zone';
import type { Moment, PartOfDay } from '../../../understanding/moment';
import type { Place } from './place';

/** Starts of a part of the day, `to` exclusive; as people book, so that noon belongs to midday and to the afternoon. */
const PARTS_OF_DAY: Readonly<Record<PartOfDay, { readonly from: LocalTime; readonly to: LocalTime }>> = {
  morning: { from: '00:00', to: '12:00' },
  midday: { from: '11:00', to: '14:00' },
  afternoon: { from: '12:00', to: '18:00' },
  evening: { from: '16:00', to: '24:00' },
  night: { from: '18:00', to: '24:00' },
};

const NO_DAY_REACH = 6;

/** The days of a wish, `to` exclusive; without a day the coming week. */
export function stretchOf(place: Place, wish: Moment): { readonly from: Minute; readonly to: Minute } {
  const { zone } = place.branch;
  const first = wish.date?.value ?? place.today;
  const last = wish.untilDate ?? wish.date?.value ?? addDays(place.today, NO_DAY_REACH);
  return { from: dayBounds(first, zone).from, to: dayBounds(last < first ? first : last, zone).to };
}

/** Whether a start lies in the hours that the wish names, on a day that it does not exclude. */
export function fits(wish: Moment): (slot: TimeSlotView) => boolean {
  const part = wish.partOfDay && PARTS_OF_DAY[wish.partOfDay];
  const exact = wish.time && !wish.from && !wish.untilTime ? wish.time.value : undefined;
  const from = wish.time?.value ?? part?.from ?? '00:00';
  const to = wish.untilTime ?? part?.to ?? '24:00';
  return ({ start }) => {
    const [date = '', time = ''] = start.split('T');
    if (exact !== undefined) return time === exact && !isExcluded(wish, date);
    return time >= from && time < to && !isExcluded(wish, date);
  };
}

function isExcluded(wish: Moment, date: string): boolean {
  return (wish.exclude ?? []).some((each) => each === date || each === isoWeekday(date));
}
