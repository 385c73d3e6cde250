/** The days and hours that somebody waits for, out of what they wished. */
import type { LocalDate } from '../../../scheduling/business';
import { addDays, timeOfMinute } from '../../../scheduling/localDate';
import type { PreferenceWindow } from '../../../scheduling/waitlist';
import { toLocalDate } from '../../../scheduling/zone';
import type { Moment } from '../../../understanding/moment';
import { hoursFit, limitsHours } from '../../asks/when/hours';
import { readTime, type Place } from '../../asks/when/place';
import { stretchOf } from '../../asks/when/stretch';

const STEP_MINUTES = 15;
const WEEK: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** One stretch of days with its hours; days that were ruled out by name divide it. */
export function windowsOf(place: Place, wish: Moment): readonly PreferenceWindow[] {
  const { from, to } = stretchOf(place, wish);
  const first = toLocalDate(Math.max(from, place.now), place.branch.zone);
  const last = toLocalDate(to - 1, place.branch.zone);
  const rest = { ...weekdaysOf(wish), ...hoursOf(place, wish, first) };
  return dividedBy(first, last, wish).map((days) => ({ ...days, ...rest }));
}

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

function dividedBy(first: LocalDate, last: LocalDate, { exclude = [], only = [] }: Moment): readonly Days[] {
  const named = only.filter((day) => typeof day === 'string').map((day) => ({ from: day, to: day }));
  if (named.length > 0) return named;
  const out = exclude.filter((day) => typeof day === 'string').sort();
  const starts = [first, ...out.map((day) => addDays(day, 1))];
  const ends = [...out.map((day) => addDays(day, -1)), last];
  const days = starts.map((from, place) => ({ from, to: ends[place] ?? last }));
  const some = days.filter(({ from, to }) => from <= to && from >= first && to <= last);
  return some.length > 0 ? some : [{ from: first, to: last }];
}

function weekdaysOf({ only, exclude }: Moment): Pick<PreferenceWindow, 'weekdays'> {
  const wanted = only?.filter((day) => typeof day === 'number') ?? [];
  const out = exclude?.filter((day) => typeof day === 'number') ?? [];
  if (wanted.length === 0 && out.length === 0) return {};
  return { weekdays: (wanted.length > 0 ? wanted : WEEK).filter((day) => !out.includes(day)) };
}

function hoursOf(place: Place, wish: Moment, day: LocalDate): Pick<PreferenceWindow, 'earliest' | 'latest'> {
  const { time } = wish;
  if (time && !wish.from && wish.untilTime === undefined) {
    const exact = readTime(place, time, day);
    return { earliest: exact, latest: exact };
  }
  if (!limitsHours(wish)) return {};
  const times = Array.from({ length: 1440 / STEP_MINUTES }, (_, index) => timeOfMinute(index * STEP_MINUTES));
  const allowed = times.filter(hoursFit(wish));
  const [earliest, latest] = [allowed[0], allowed.at(-1)];
  return earliest === undefined || latest === undefined ? {} : { earliest, latest };
}
