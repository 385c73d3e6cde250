/** What is offered instead of a time that was refused: what the command found, unless the customer's own limits say otherwise. */
import type { Moment } from '../../../understanding/moment';
import { MINUTES_PER_DAY, minuteOfDay } from '../../../scheduling/localDate';
import { dayBounds } from '../../../scheduling/zone';
import { say } from '../../facts';
import type { Question } from '../../flow';
import { dayFits, fits, hoursFit } from './hours';
import { offering, type Offer } from './offers';
import { freeBetween, type Place } from './place';

const MOST = 3;
const REACH_DAYS = 14;

/**
 * @param refused the exact wish that cannot be had
 * @param limits what the customer had ruled out or wished for before it
 */
export async function offerInstead(
  place: Place,
  offers: readonly Offer[],
  refused: Moment | undefined,
  limits: Moment,
): Promise<Question> {
  const { scene } = place;
  if (offers.length === 0 && !refused) return offering(scene, [], offers);
  const allowed = offers.filter((offer) => isWithin(limits, offer.start));
  if (allowed.length === offers.length && offers.length > 0) return offering(scene, [], offers);
  const found = refused?.date ? await within(place, refused, limits) : [];
  if (found.length > 0) return offering(scene, [], found, false);
  return offering(scene, offers.length > 0 ? [say('when.outside')] : [], offers);
}

/** Nearest first: the same day, then the wished time on other days; shown in order of time. */
async function within(place: Place, refused: Moment, limits: Moment): Promise<readonly Offer[]> {
  const day = refused.date?.value ?? place.today;
  const wished = minuteOfDay(refused.time?.value ?? '12:00');
  const { from } = dayBounds(day, place.branch.zone);
  const free = await freeBetween(place, from, from + REACH_DAYS * MINUTES_PER_DAY);
  const cost = ({ start }: Offer): number => {
    const away = (Date.parse(start.slice(0, 10)) - Date.parse(day)) / 60_000;
    return away + Math.abs(minuteOfDay(start.slice(11)) - wished);
  };
  const nearest = free
    .filter((slot) => isWithin(limits, slot.start))
    .sort((left, right) => cost(left) - cost(right));
  const few = nearest.filter((slot, place) => isOfFew(slot, nearest.slice(0, place), day)).slice(0, MOST);
  return few.sort((left, right) => left.startMinute - right.startMinute);
}

/** Two of the day itself, one of every other. */
function isOfFew(slot: Offer, before: readonly Offer[], day: string): boolean {
  const date = slot.start.slice(0, 10);
  const same = before.filter(({ start }) => start.startsWith(date)).length;
  return same < (date === day ? 2 : 1);
}

/** Hours and days wished or ruled out; the stretch of days counts too where one was named. */
export function isWithin(limits: Moment, start: string): boolean {
  const [date = '', time = ''] = start.split('T');
  if (!fits(limits)({ start })) return false;
  const last = limits.untilDate ?? limits.date?.value;
  const inStretch = !limits.date || limits.only || (date >= limits.date.value && date <= (last ?? date));
  return inStretch !== false && dayFits(limits, date) && hoursFit(limits)(time);
}
