/** The hours of a day that a wish allows, and whether a start lies in them. */
import type { LocalDate, LocalTime } from '../../../scheduling/business';
import { isoWeekday, MINUTES_PER_DAY, minuteOfDay } from '../../../scheduling/localDate';
import type { Moment, PartOfDay } from '../../../understanding/moment';

interface Slotlike {
  readonly start: string;
}

interface Span {
  readonly from: LocalTime;
  /** Exclusive. */
  readonly to: LocalTime;
}

/** Starts of a part of the day, `to` exclusive; as people book, so that noon belongs to midday and to the afternoon. */
const PARTS_OF_DAY: Readonly<Record<PartOfDay, Span>> = {
  morning: { from: '00:00', to: '12:00' },
  midday: { from: '11:00', to: '14:00' },
  afternoon: { from: '12:00', to: '18:00' },
  evening: { from: '16:00', to: '24:00' },
  night: { from: '18:00', to: '24:00' },
};

/** Whether a start lies in the hours that the wish names, on a day that it wants. */
export function fits(wish: Moment): (slot: Slotlike) => boolean {
  const inHours = hoursFit(wish);
  return ({ start }) => {
    const [date = '', time = ''] = start.split('T');
    return dayFits(wish, date) && inHours(time);
  };
}

/** Whether a day is one of those wanted and not ruled out; the stretch of days itself is not looked at. */
export function dayFits({ exclude = [], only }: Moment, date: LocalDate): boolean {
  const named = (each: number | LocalDate): boolean => each === date || each === isoWeekday(date);
  return !exclude.some(named) && (only === undefined || only.some(named));
}

export function hoursFit(wish: Moment): (time: LocalTime) => boolean {
  const part = wish.partOfDay && PARTS_OF_DAY[wish.partOfDay];
  const exact = wish.time && !wish.from && wish.untilTime === undefined ? wish.time.value : undefined;
  const from = wish.time?.value ?? part?.from ?? '00:00';
  const to = wish.untilTime ?? part?.to ?? '24:00';
  const avoided = (wish.avoid ?? []).map((each) => PARTS_OF_DAY[each]);
  return (time) => {
    if (wish.avoidTimes?.includes(time) || avoided.some((span) => within(time, span))) return false;
    return exact === undefined ? within(time, { from, to }) : time === exact;
  };
}

/** Whether the wish says anything about hours beside an exact start. */
export function limitsHours({ from, untilTime, partOfDay, avoid, avoidTimes }: Moment): boolean {
  return (from ?? untilTime ?? partOfDay ?? avoid ?? avoidTimes) !== undefined;
}

function within(time: LocalTime, { from, to }: Span): boolean {
  return time >= from && time < to;
}

/** The end of a day as a part of it names it: no time of that day itself. */
const MIDNIGHT = '24:00';

function endOfDayOr(time: LocalTime): number {
  return time === MIDNIGHT ? MINUTES_PER_DAY : minuteOfDay(time);
}

/** Nearest to the hours wished first: in minutes of the wall clock before their beginning or after their end. */
export function byNearness(wish: Moment): (left: Slotlike, right: Slotlike) => number {
  const part = wish.partOfDay && PARTS_OF_DAY[wish.partOfDay];
  const from = minuteOfDay(wish.time?.value ?? part?.from ?? '00:00');
  const to = endOfDayOr(wish.untilTime ?? part?.to ?? (wish.time ? wish.time.value : MIDNIGHT));
  const distance = ({ start }: Slotlike): number => {
    const at = minuteOfDay(start.slice(11));
    return Math.max(from - at, at - to, 0);
  };
  return (left, right) => distance(left) - distance(right) || left.start.localeCompare(right.start);
}
