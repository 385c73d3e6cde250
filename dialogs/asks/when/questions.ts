/** The questions about time: which day, which of the free times, what else where the wish cannot be. */
import type { TimeSlotView } from '../../../commands/types';
import type { LocalDateTime, LocalTime, Minute } from '../../../scheduling/business';
import { MINUTES_PER_DAY } from '../../../scheduling/localDate';
import { toLocalDate } from '../../../scheduling/zone';
import type { Moment, Part } from '../../../understanding/moment';
import type { Saying } from '../../../locales/saying';
import { branchToTell, dateFact, personFact, say, serviceFact, timeFact } from '../../facts';
import type { Question, Scene, Than } from '../../flow';
import { slotText } from '../../turn';
import { dayNotPossible } from './dayNotPossible';
import { fits, limitsHours } from './hours';
import { beyond, firstOfDays, pageOf } from './listing';
import { offering, whenHint } from './offers';
import { nearestOutside } from './outside';
import { hoursToTell, neverOpenThen, placeName } from './openThen';
import { freeBetween, horizonOf, isAnother, isOpenOn, readTime, type Place } from './place';
import { withoutParts } from './parts';
import { orWaiting } from './orWaiting';
import { isOneDay, namesDays, stretchOf } from './stretch';
import { onDay } from './wish';

const SOON_DAYS = 5;

interface Stretch {
  readonly from: Minute;
  readonly to: Minute;
}

/** What was asked for beside the wish: others than those shown, or those before or after them. */
export interface Others {
  /** How often others were asked for. */
  readonly page: number;
  /** Earlier or later ones than those shown. */
  readonly than?: NonNullable<Than>;
  /** Earlier or later ones than this start. */
  readonly beside?: { readonly than: NonNullable<Than>; readonly start: LocalDateTime };
}

/** Nothing was said about time yet: the next free times are named, or those after the ones shown so far. */
export async function askFresh(place: Place, { page, than }: Others): Promise<Question> {
  const [first] = than === 'earlier' ? await nextFree(place, place.now) : [];
  const next = await nextFree(place, place.now + (first ? 0 : page) * SOON_DAYS * MINUTES_PER_DAY);
  const service = serviceFact(place.scene.world.business, place.service.id);
  const asks = first ? say('when.earliest') : say('when.ask', { service });
  const question = offering(place.scene, [asks], next);
  return next.length > 0 ? question : { ...question, says: [say('when.none')] };
}

/** Where service or branch are open, no time can be offered yet. */
export function unknownPlace(scene: Scene): Question {
  return { asking: 'when', says: [say('when.open')], hint: whenHint(scene), choices: [] };
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

/** A time without one day: the next of the days wished on which it is free. */
export async function askDayFor(place: Place, wish: Moment, time: Part<LocalTime>): Promise<Question> {
  const reach = namesDays(wish)
    ? stretchOf(place, wish)
    : { from: place.now, to: place.now + 14 * MINUTES_PER_DAY };
  const days = withoutParts(wish, 'time');
  const free = (await freeBetween(place, reach.from, reach.to)).filter(fits(days));
  const wished = free.filter(({ start }) => start.slice(11) === readTime(place, time, start.slice(0, 10)));
  const local = timeFact(readTime(place, time, place.today));
  if (wished.length > 0)
    return offering(place.scene, [say('when.whichDay', { time: local })], firstOfDays(wished));
  const others = free.length > 0 ? firstOfDays(free) : await nearestOutside(place, days, reach);
  return offering(place.scene, [say('when.timeNowhere', { time: local })], others);
}

/** A day or a stretch: its free times are listed, and nothing is held. */
export async function listFree(place: Place, wish: Moment, others: Others): Promise<Question> {
  const { scene } = place;
  const stretch = stretchOf(place, wish);
  if (stretch.to <= place.now) return offering(scene, [say('when.past')], await nextFree(place, place.now));
  if (stretch.from >= horizonOf(place)) {
    const last = dateFact(toLocalDate(horizonOf(place) - 1, place.branch.zone));
    return offering(scene, [say('when.beyond', { date: last })], await nextFree(place, place.now));
  }
  const fitting = await fittingIn(place, wish, reaching(wish, stretch, others));
  const free = fitting.filter(isAnother(place));
  const one = isOneDay(wish);
  const shown = others.than
    ? beyond(free, { ...others, than: others.than }, one)
    : pageOf(free, others.page, one);
  if (shown.length > 0) return offering(scene, [whatIsFree(place, shown)], shown);
  if (wish.date && one && !isOpenOn(place, wish.date.value)) return dayNotPossible(place, wish, 'closed');
  if (others.beside) return nothingBeside(place, wish, stretch, others.beside);
  return nothingFree(place, wish, stretch, free.length > 0 ? (others.than ?? 'other') : null);
}

/** Who asks for others without having named days may be shown later ones. */
function reaching(wish: Moment, { from, to }: Stretch, { page, than }: Others): Stretch {
  const more = namesDays(wish) ? 0 : than === 'later' ? 1 : page;
  return { from, to: to + more * 7 * MINUTES_PER_DAY };
}

/** Where no day was wished the coming days are looked through first, and then all that can be booked. */
async function fittingIn(
  place: Place,
  wish: Moment,
  { from, to }: Stretch,
): Promise<readonly TimeSlotView[]> {
  const free = (await freeBetween(place, from, to)).filter(fits(wish));
  if (free.length > 0 || namesDays(wish)) return free;
  return (await freeBetween(place, to, horizonOf(place))).filter(fits(wish));
}

function whatIsFree(place: Place, shown: readonly TimeSlotView[]): Saying {
  const branch = branchToTell(place.scene.world.business, place.branch.id);
  const first = shown[0]?.start ?? '';
  const oneDay = shown.every(({ start }) => start.slice(0, 10) === first.slice(0, 10));
  const key = oneDay ? 'when.freeOn' : 'when.free';
  return say(branch ? `${key}Branch` : key, { date: oneDay ? dateFact(first) : undefined, branch });
}

/** Nothing is earlier, or later, on that day: the start itself stays on offer. */
async function nothingBeside(
  place: Place,
  wish: Moment,
  stretch: Stretch,
  { than, start }: NonNullable<Others['beside']>,
): Promise<Question> {
  const outside = await nearestOutside(place, wish, stretch);
  const otherDays = outside.filter((slot) => !slot.start.startsWith(start.slice(0, 10)));
  const offers = [{ start, branch: place.branch.id }, ...otherDays.slice(0, 2)];
  offers.sort((left, right) => left.start.localeCompare(right.start));
  return withReason(offering(place.scene, [noMore(wish, than)], offers, false));
}

/** Who asks once more hears the reason once more. */
function withReason(question: Question): Question {
  return { ...question, again: question.says };
}

/** @param more what else was asked for, where something is free, only nothing more of it */
async function nothingFree(
  place: Place,
  wish: Moment,
  stretch: Stretch,
  more: 'earlier' | 'later' | 'other' | null,
): Promise<Question> {
  const offers = await nearestOutside(place, wish, stretch);
  const reason = more ? noMore(wish, more) : whyNothing(place, wish);
  const outside = offers.length > 0 ? [say('when.outside')] : [];
  const question = withReason(offering(place.scene, [reason, ...outside], offers));
  return more ? question : orWaiting(place, wish, question);
}

function whyNothing(place: Place, wish: Moment): Saying {
  const { scene } = place;
  const date = wish.date && isOneDay(wish) ? wish.date.value : undefined;
  const told = date === undefined ? undefined : dateFact(date);
  const hours = date !== undefined && neverOpenThen(place, wish, date) ? hoursToTell(place, date) : undefined;
  if (hours) return say('when.outsideHours', { date: told, hours, branch: placeName(place) });
  const person = personFact(scene.world.business, slotText(scene.settled, 'person'));
  if (person) return say(told ? 'when.fullOnWith' : 'when.fullWith', { date: told, person });
  if (!told) return say('when.full');
  return say(limitsHours(wish) ? 'when.fullOnThen' : 'when.fullOn', { date: told });
}

function noMore(wish: Moment, than: 'earlier' | 'later' | 'other'): Saying {
  const date = wish.date && isOneDay(wish) ? dateFact(wish.date.value) : undefined;
  if (than === 'earlier') return say('when.noEarlier', { date });
  return than === 'later' ? say('when.noLater', { date }) : say('when.noOthers');
}

/** The first or last free start of the stretch wished. */
export async function pickOne(place: Place, wish: Moment): Promise<TimeSlotView | null> {
  const free = await fittingIn(place, wish, stretchOf(place, wish));
  return (wish.pick === 'last' ? free.at(-1) : free[0]) ?? null;
}

/** The first free start of each of the next three days that have one. */
async function nextFree(place: Place, from: Minute): Promise<readonly TimeSlotView[]> {
  const soon = await freeBetween(place, from, from + SOON_DAYS * MINUTES_PER_DAY);
  if (soon.length > 0) return firstOfDays(soon);
  return firstOfDays(await freeBetween(place, from, horizonOf(place), 100));
}
