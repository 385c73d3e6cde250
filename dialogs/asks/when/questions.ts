/** The questions about time: which day, which of the free times, what else where the wish cannot be. */
import type { TimeSlotView } from '../../../commands/types';
import type { LocalDate, LocalTime, Minute } from '../../../scheduling/business';
import { addDays, minuteOfDay } from '../../../scheduling/localDate';
import { dayBounds, toLocalDate } from '../../../scheduling/zone';
import type { Moment, Part } from '../../../understanding/moment';
import type { Saying } from '../../../locales/saying';
import { branchToTell, dateFact, say, serviceFact, timeFact } from '../../facts';
import type { Question, Scene } from '../../flow';
import { offering, offeringDays, spread, whenHint } from './offers';
import { freeBetween, isOpenOn, readTime, type Place } from './place';
import { onDay } from './wish';
import { fits, stretchOf } from './stretch';

const SOON_DAYS = 5;
const MOST_TIMES = 5;
const MINUTES_PER_DAY = 1440;

/** Nothing was said about time yet: the next free times are named, or those after the ones shown so far. */
export async function askFresh(place: Place, skip: number): Promise<Question> {
  const next = await nextFree(place, place.now + skip * SOON_DAYS * MINUTES_PER_DAY);
  const service = serviceFact(place.scene.world.business, place.service.id);
  const question = offering(place.scene, [say('when.ask', { service })], next);
  return next.length > 0 ? question : { ...question, says: [say('when.none')] };
}

/** Where service or branch are open, no time can be offered yet. */
export function unknownPlace(scene: Scene): Question {
  return { asking: 'when', says: [say('when.open')], hint: whenHint(scene), choices: [] };
}

/** The day is closed or does not exist: the nearest open ones, the time kept. */
export async function dayNotPossible(
  place: Place,
  wish: Moment,
  why: 'closed' | 'impossible',
): Promise<Question> {
  const { scene } = place;
  const days = openDaysAround(place, anchorsOf(wish));
  const time = wish.time && !wish.from ? wish.time : null;
  const reason = whyNot(place, wish, why);
  if (!time) return offeringDays(scene, [reason], days);
  const found: TimeSlotView[] = [];
  // One after the other: they share the turn's one connection.
  for (const day of days) {
    const slot = await nearestOn(place, day, time);
    if (slot !== null) found.push(slot);
  }
  return offering(scene, [reason], found);
}

function whyNot(place: Place, wish: Moment, why: 'closed' | 'impossible'): Saying {
  if (why === 'impossible') return say('when.impossible', { said: wish.impossible?.said });
  const { business } = place.scene.world;
  return say('when.closed', {
    date: wish.date && dateFact(wish.date.value),
    branch: branchToTell(business, place.branch.id) ?? { kind: 'name', names: business.names },
  });
}

function anchorsOf(wish: Moment): readonly LocalDate[] {
  return wish.impossible ? wish.impossible.nearest : wish.date ? [wish.date.value] : [];
}

/** One open day before and two after, none in the past. */
function openDaysAround(place: Place, anchors: readonly LocalDate[]): readonly LocalDate[] {
  const [first, last] = [anchors[0] ?? place.today, anchors.at(-1) ?? place.today];
  const reach = Array.from({ length: 14 }, (_, index) => index);
  const before = reach
    .map((days) => addDays(first, -days))
    .find((day) => isOpenOn(place, day) && day >= place.today);
  const after = reach
    .map((days) => addDays(last, days))
    .filter((day) => isOpenOn(place, day) && day >= place.today && day !== before)
    .slice(0, 2);
  return before === undefined ? after : [before, ...after];
}

/** The free start of that day nearest to the wished time. */
async function nearestOn(place: Place, day: LocalDate, time: Part<LocalTime>): Promise<TimeSlotView | null> {
  const bounds = dayBounds(day, place.branch.zone);
  const wished = minuteOfDay(readTime(place, time, day));
  const free = await freeBetween(place, bounds.from, bounds.to);
  const distance = ({ start }: TimeSlotView): number => Math.abs(minuteOfDay(start.slice(11)) - wished);
  return [...free].sort((left, right) => distance(left) - distance(right))[0] ?? null;
}

/** Weekday and date disagree: which of the two? */
export function askReading(scene: Scene, conflict: NonNullable<Moment['conflict']>): Question {
  const { byWeekday, byDate } = conflict;
  const facts = { first: dateFact(byDate), second: dateFact(byWeekday) };
  return {
    asking: 'when',
    says: [say('when.conflict', facts)],
    hint: whenHint(scene),
    choices: [byDate, byWeekday].map((day) => ({
      label: dateFact(day),
      acts: [{ act: 'inform', slot: 'when', value: onDay(day) }],
    })),
  };
}

/** A time without a day: the next days on which it is free. */
export async function askDayFor(place: Place, time: Part<LocalTime>): Promise<Question> {
  const until = place.now + 14 * MINUTES_PER_DAY;
  const free = await freeBetween(place, place.now, until);
  const wished = free.filter(({ start }) => start.slice(11) === readTime(place, time, start.slice(0, 10)));
  const local = timeFact(readTime(place, time, place.today));
  if (wished.length === 0)
    return offering(place.scene, [say('when.timeNowhere', { time: local })], firstOfDays(free));
  return offering(place.scene, [say('when.whichDay', { time: local })], wished.slice(0, 3));
}

/** A day or a stretch: its free times are listed, and nothing is held. */
export async function listFree(place: Place, wish: Moment, skip: number): Promise<Question> {
  const { scene } = place;
  const stretch = stretchOf(place, wish);
  if (stretch.to <= place.now) return offering(scene, [say('when.past')], await nextFree(place, place.now));
  if (stretch.from >= horizonOf(place)) {
    const last = dateFact(toLocalDate(horizonOf(place) - 1, place.branch.zone));
    return offering(scene, [say('when.beyond', { date: last })], await nextFree(place, place.now));
  }
  const free = (await freeBetween(place, stretch.from, stretch.to)).filter(fits(wish));
  const shown = spread(free.slice(0), MOST_TIMES);
  const rest = skip === 0 ? shown : unseen(free, shown, skip);
  if (rest.length > 0) return offering(scene, [whatIsFree(place, rest)], rest);
  const single = wish.date && !wish.untilDate;
  if (single && wish.date && !isOpenOn(place, wish.date.value)) return dayNotPossible(place, wish, 'closed');
  return nothingFree(place, wish, stretch.to);
}

/** The times between those that were shown. */
function unseen(
  free: readonly TimeSlotView[],
  shown: readonly TimeSlotView[],
  skip: number,
): readonly TimeSlotView[] {
  const others = free.filter((slot) => !shown.includes(slot));
  return others.slice((skip - 1) * MOST_TIMES, skip * MOST_TIMES);
}

function whatIsFree(place: Place, shown: readonly TimeSlotView[]): Saying {
  const branch = branchToTell(place.scene.world.business, place.branch.id);
  const first = shown[0]?.start ?? '';
  const oneDay = shown.every(({ start }) => start.slice(0, 10) === first.slice(0, 10));
  const key = oneDay ? 'when.freeOn' : 'when.free';
  return say(branch ? `${key}Branch` : key, { date: oneDay ? dateFact(first) : undefined, branch });
}

async function nothingFree(place: Place, wish: Moment, from: Minute): Promise<Question> {
  const date = wish.date && !wish.untilDate ? dateFact(wish.date.value) : undefined;
  const later = await nextFree(place, from);
  const offers = later.length > 0 ? later : await nextFree(place, place.now);
  const reason = say(date ? 'when.fullOn' : 'when.full', { date });
  return offering(place.scene, [reason], offers);
}

/** The first or last free start of the stretch wished. */
export async function pickOne(place: Place, wish: Moment): Promise<TimeSlotView | null> {
  const stretch = stretchOf(place, wish);
  const free = (await freeBetween(place, stretch.from, stretch.to)).filter(fits(wish));
  if (free.length > 0 || wish.date) return (wish.pick === 'last' ? free.at(-1) : free[0]) ?? null;
  return (await freeBetween(place, stretch.to, horizonOf(place), 1))[0] ?? null;
}

/** The first free start of each of the next three days that have one. */
async function nextFree(place: Place, from: Minute): Promise<readonly TimeSlotView[]> {
  const soon = await freeBetween(place, from, from + SOON_DAYS * MINUTES_PER_DAY);
  if (soon.length > 0) return firstOfDays(soon);
  return firstOfDays(await freeBetween(place, from, horizonOf(place), 100));
}

function firstOfDays(slots: readonly TimeSlotView[]): readonly TimeSlotView[] {
  const days = new Map<string, TimeSlotView>();
  for (const slot of slots) {
    const day = slot.start.slice(0, 10);
    if (!days.has(day)) days.set(day, slot);
  }
  return [...days.values()].slice(0, 3);
}

function horizonOf(place: Place): Minute {
  return place.now + place.scene.world.business.policy.horizonDays * MINUTES_PER_DAY + 1;
}
