/** The wish for a time, as it grows over several messages: what was said last replaces its own part and keeps the rest. */
import { isRecord, toJson } from '../../json';
import type { Json } from '../../talk';
import { addDays, isoWeekday, localOfWall, wallOf } from '../../../scheduling/localDate';
import type { Moment } from '../../../understanding/moment';

const DAY_PARTS = ['date', 'untilDate', 'impossible', 'conflict'] as const;
const TIME_PARTS = ['time', 'untilTime', 'from', 'partOfDay'] as const;

/** A stored wish; anything else that may lie in the slot is no wish. */
export function wishOf(value: Json | undefined): Moment | undefined {
  return isRecord(value) ? value : undefined;
}

/**
 * Joins a new wish with what stood: "make it 11" keeps the day, "Thursday, same time" keeps the time, a new day alone keeps
 * the time too. A day that was only implied does not replace one that was said.
 */
export function joinWishes(stood: Moment | undefined, said: Moment): Moment {
  if (!stood) return absolute(said);
  if (said.shift !== undefined) return shifted(stood, said.shift);
  const moved = sameTimeIn(stood, said);
  if (moved) return moved;
  const newDay = saysDay(said) && !(said.time && stood.date && said.date?.certain === false);
  const newTime = saysTime(said) || said.pick !== undefined;
  const day = pickParts(newDay ? said : stood, DAY_PARTS);
  const time = pickParts(newTime ? said : dropPicked(stood, newDay), TIME_PARTS);
  const pick = said.pick ?? (newDay || newTime ? undefined : stood.pick);
  const exclude = [...(stood.exclude ?? []), ...(said.exclude ?? [])];
  return { ...day, ...time, ...(pick && { pick }), ...(exclude.length > 0 && !newDay && { exclude }) };
}

/** Nothing that a day or a time could be found by. */
export function isEmptyWish(wish: Moment): boolean {
  return !saysDay(wish) && !saysTime(wish) && wish.pick === undefined;
}

/** "Earlier" or "later" than an exact start on its day; null where there is none to compare with. */
export function besideWish(
  { date, time, from, untilTime }: Moment,
  than: 'earlier' | 'later',
): Moment | null {
  if (!date || !time || from || untilTime !== undefined) return null;
  const day = onDay(date.value);
  if (than === 'earlier') return { ...day, untilTime: time.value };
  return { ...day, time: { value: afterMinute(time.value), certain: true }, from: true };
}

/** The minute after: the time itself is not later than itself. */
function afterMinute(time: string): string {
  return localOfWall(wallOf(`2000-01-01T${time}`) + 1).slice(11);
}

/** The day of a wish with its part of the day or its limits, but no exact start. */
export function withoutStart({ partOfDay, time, from, untilTime }: Moment, day: string): Moment {
  const limits = { ...(from && time && { time, from }), ...(untilTime !== undefined && { untilTime }) };
  return { ...onDay(day), ...(partOfDay && { partOfDay }), ...limits };
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
  return stood.pick !== undefined && newDay ? {} : stood;
}

function pickParts(wish: Moment, parts: readonly (keyof Moment)[]): Moment {
  return Object.fromEntries(parts.flatMap((part) => (wish[part] === undefined ? [] : [[part, wish[part]]])));
}

/** "An hour later" than an exact start; from anything less there is nothing to count. */
function shifted(stood: Moment, minutes: number): Moment {
  if (!stood.date || !stood.time || stood.from) return stood;
  return exactly(localOfWall(wallOf(`${stood.date.value}T${stood.time.value}`) + minutes));
}

/** What refers to a wish before it says nothing where there is none. */
function absolute(said: Moment): Moment {
  return Object.fromEntries(Object.entries(said).filter(([part]) => part !== 'same' && part !== 'shift'));
}
