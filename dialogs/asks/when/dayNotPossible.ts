/** The day is closed or does not exist: the nearest open ones, the time kept. */
import type { TimeSlotView } from '../../../commands/types';
import type { LocalDate, LocalTime } from '../../../scheduling/business';
import { addDays, minuteOfDay } from '../../../scheduling/localDate';
import { exceptionOn } from '../../../scheduling/openingHours';
import { dayBounds } from '../../../scheduling/zone';
import type { Moment, Part } from '../../../understanding/moment';
import type { Saying } from '../../../locales/saying';
import { branchToTell, dateFact, say } from '../../facts';
import type { Question } from '../../flow';
import { dayFits, fits } from './hours';
import { offering, offeringDays } from './offers';
import { freeBetween, isOpenOn, readTime, type Place } from './place';

export async function dayNotPossible(
  place: Place,
  wish: Moment,
  why: 'closed' | 'impossible',
): Promise<Question> {
  const { scene } = place;
  const days = openDaysAround(place, wish, anchorsOf(wish));
  const time = wish.time && !wish.from ? wish.time : null;
  const reason = whyNot(place, wish, why);
  if (!time) return offeringDays(scene, [reason], days);
  const found: TimeSlotView[] = [];
  // One after the other: they share the turn's one connection.
  for (const day of days) {
    const slot = await nearestOn(place, wish, day, time);
    if (slot !== null) found.push(slot);
  }
  return offering(scene, [reason], found);
}

function whyNot(place: Place, wish: Moment, why: 'closed' | 'impossible'): Saying {
  if (why === 'impossible') return say('when.impossible', { said: wish.impossible?.said });
  const { business } = place.scene.world;
  const reason = wish.date && exceptionOn(place.branch, wish.date.value)?.reason;
  return say('when.closed', {
    date: wish.date && dateFact(wish.date.value),
    branch: branchToTell(business, place.branch.id) ?? { kind: 'name', names: business.names },
    reason: reason ?? undefined,
  });
}

function anchorsOf(wish: Moment): readonly LocalDate[] {
  return wish.impossible ? wish.impossible.nearest : wish.date ? [wish.date.value] : [];
}

/** One open day before and two after, none in the past, none beyond the horizon, and none ruled out. */
function openDaysAround(place: Place, wish: Moment, anchors: readonly LocalDate[]): readonly LocalDate[] {
  const [first, last] = [anchors[0] ?? place.today, anchors.at(-1) ?? place.today];
  const reach = Array.from({ length: 14 }, (_, index) => index);
  const { exclude } = wish;
  const furthest = addDays(place.today, place.scene.world.business.policy.horizonDays);
  const suits = (day: LocalDate): boolean =>
    isOpenOn(place, day) && day >= place.today && day <= furthest && (!exclude || dayFits({ exclude }, day));
  const before = reach.map((days) => addDays(first, -days)).find(suits);
  const after = reach
    .map((days) => addDays(last, days))
    .filter((day) => suits(day) && day !== before)
    .slice(0, 2);
  return before === undefined ? after : [before, ...after];
}

/** The free start of that day nearest to the wished time. */
async function nearestOn(
  place: Place,
  { avoid, avoidTimes }: Moment,
  day: LocalDate,
  time: Part<LocalTime>,
): Promise<TimeSlotView | null> {
  const bounds = dayBounds(day, place.branch.zone);
  const wished = minuteOfDay(readTime(place, time, day));
  const free = await freeBetween(place, bounds.from, bounds.to);
  const allowed = free.filter(fits({ ...(avoid && { avoid }), ...(avoidTimes && { avoidTimes }) }));
  const distance = ({ start }: TimeSlotView): number => Math.abs(minuteOfDay(start.slice(11)) - wished);
  return [...allowed].sort((left, right) => distance(left) - distance(right))[0] ?? null;
}
