/** The wish for a time, as it grows over several messages: what was said last replaces its own part and keeps the rest. */
import { isRecord, toJson } from '../../json';
import type { Json } from '../../talk';
import { addDays, isoWeekday, localOfWall, wallOf } from '../../../scheduling/localDate';
import type { Moment } from '../../../understanding/moment';
import { DAY_PARTS, onlyParts, TIME_PARTS, withoutParts } from './parts';
import { joinRuledOut } from './ruledOut';

const MINUTES_PER_DAY = 1440;

/** A stored wish; anything else that may lie in the slot is no wish. */
export function wishOf(value: Json | undefined): Moment | undefined {
  return isRecord(value) ? value : undefined;
}

/**
 * Joins a new wish with what stood: "make it 11" keeps the day, "Thursday, same time" keeps the time, a new day alone keeps
 * the time too. A day that was only implied does not replace one that was said. What was ruled out stays so until it is wished for.
 */
export function joinWishes(stood: Moment | undefined, said: Moment): Moment {
  if (!stood) return absolute(said);
  if (said.shift !== undefined) return shifted(stood, said.shift);
  const moved = sameTimeIn(stood, said);
  if (moved) return moved;
  const newDay = saysDay(said) && !(said.time && stood.date && said.date?.certain === false);
  const newTime = saysTime(said) || said.pick !== undefined;
  const day = onlyParts(newDay ? said : stood, DAY_PARTS);
  const time = onlyParts(newTime ? said : dropPicked(stood, newDay), TIME_PARTS);
  // "the earliest", not found yet, and then "Friday": the earliest of Friday
  const pick = said.pick ?? (newTime || (newDay && isExact(stood)) ? undefined : stood.pick);
  return joinRuledOut({ ...day, ...time, ...(pick && { pick }) }, stood, said);
}

/** Nothing that a day or a time could be found by. */
export function isEmptyWish(wish: Moment): boolean {
  const ruled = wish.exclude ?? wish.avoid ?? wish.avoidTimes;
  return !saysDay(wish) && !saysTime(wish) && wish.pick === undefined && ruled === undefined;
}

/** One start: a day and a time of it. */
export function isExact({ date, untilDate, time, from, untilTime }: Moment): boolean {
  return date !== undefined && time !== undefined && !untilDate && !from && untilTime === undefined;
}

/** "Earlier" or "later" than an exact start on its day; null where there is none to compare with. */
export function besideWish(wish: Moment, than: 'earlier' | 'later'): Moment | null {
  const { date, time } = wish;
  if (!isExact(wish) || !date || !time) return null;
  const day = onDay(date.value);
  if (than === 'earlier') return { ...day, untilTime: time.value };
  return { ...day, time: { value: afterMinute(time.value), certain: true }, from: true };
}

/** The minute after: the time itself is not later than itself. */
function afterMinute(time: string): string {
  return localOfWall(wallOf(`2000-01-01T${time}`) + 1).slice(11);
}

/** The wish with its day, its part of the day and its limits, but no exact start. */
export function withoutStart(wish: Moment): Moment {
  const isStart = wish.time !== undefined && !wish.from && wish.untilTime === undefined;
  return isStart ? withoutParts(wish, 'time', 'pick') : withoutParts(wish, 'pick');
}

/** One exact start, as a choice or a correction names it. */
export function exactly(local: string): Moment {
  const [date = '', time = ''] = local.split('T');
  return { date: { value: date, certain: true }, time: { value: time, certain: true } };
}

export function onDay(date: string): Moment {
  return { date: { value: date, certain: true } };
}

export function wishJson(wish: Moment): Json {
  return toJson(wish);
}

/** "Same time next week", when a day stood: the same weekday of that week. */
function sameTimeIn(stood: Moment, { same, date, untilDate }: Moment): Moment | null {
  if (same !== 'time' || !date || untilDate === undefined || !stood.date || !stood.time) return null;
  const wished = isoWeekday(stood.date.value);
  const days = Array.from({ length: 7 }, (_, index) => addDays(date.value, index));
  const day = days.find((each) => each <= untilDate && isoWeekday(each) === wished);
  return day === undefined ? null : { ...stood, date: { value: day, certain: true } };
}

function saysDay(wish: Moment): boolean {
  return DAY_PARTS.some((part) => wish[part] !== undefined);
}

function saysTime(wish: Moment): boolean {
  return TIME_PARTS.some((part) => wish[part] !== undefined);
}

/** The time of "the first free one" was found, not wished: it does not go along to another day. */
function dropPicked(stood: Moment, newDay: boolean): Moment {
  return stood.pick !== undefined && newDay && isExact(stood) ? {} : stood;
}

/** "An hour later" than an exact start; "the day after" moves whole days too. From anything less there is nothing to count. */
function shifted(stood: Moment, minutes: number): Moment {
  if (!stood.date) return stood;
  const wish = withoutParts(stood, 'pick');
  if (stood.time && isExact(stood))
    return { ...wish, ...exactly(localOfWall(wallOf(`${stood.date.value}T${stood.time.value}`) + minutes)) };
  if (minutes % MINUTES_PER_DAY !== 0) return stood;
  const days = minutes / MINUTES_PER_DAY;
  return {
    ...stood,
    ...onDay(addDays(stood.date.value, days)),
    ...(stood.untilDate !== undefined && { untilDate: addDays(stood.untilDate, days) }),
  };
}

/** What refers to a wish before it says nothing where there is none. */
function absolute(said: Moment): Moment {
  return withoutParts(said, 'same', 'shift');
}
