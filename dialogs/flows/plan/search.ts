/** Looking for a plan: day by day of what was wished, the first that fits; and others near it where none does. */
import type { PlanItemInput, PlanOffer, QuotePlanResult } from '../../../commands/plans/types';
import type { LocalDate, LocalDateTime } from '../../../scheduling/business';
import { addDays, minuteOfDay, timeOfMinute } from '../../../scheduling/localDate';
import { dayBounds, instantAround, toLocalDate } from '../../../scheduling/zone';
import type { Moment } from '../../../understanding/moment';
import { dayFits, fits, hoursFit } from '../../asks/when/hours';
import { horizonOf, isOpenOn, readTime, type Place } from '../../asks/when/place';
import { DAY_PARTS, withoutParts } from '../../asks/when/parts';
import { namesDays, stretchOf } from '../../asks/when/stretch';

export interface Search {
  readonly place: Place;
  readonly items: readonly PlanItemInput[];
  /** Starts that should stay as they are, by item. */
  readonly starts?: Readonly<Record<string, LocalDateTime>>;
}

export type Found =
  | { readonly kind: 'found'; readonly plan: PlanOffer }
  /** These cannot be had even alone; none: they do not go together. */
  | { readonly kind: 'none'; readonly inTheWay: readonly string[] }
  | Extract<QuotePlanResult, { kind: 'refused' }>;

const MOST_DAYS = 14;
const MOST_OFFERS = 3;
/** Of one day, so that one can be chosen that leaves most as it is. */
const PLANS_OF_A_DAY = 8;
/** So many that the nearest to a time is among them. */
const MOST_OF_A_DAY = 32;
const SCAN_MINUTES = 15;

export async function findPlan(search: Search, wish: Moment): Promise<Found> {
  let missed: Found = { kind: 'none', inTheWay: [] };
  // One after the other: they share the turn's one connection.
  for (const day of daysOf(search.place, wish)) {
    const found = await onDay(search, wish, day);
    if (found.kind !== 'none') return found;
    missed = found;
  }
  return missed;
}

/**
 * At most three others, in order of time: on a day that was wished the two nearest to its time, on others the first.
 * @param skip days from the first on that were offered before
 */
export async function plansNear(search: Search, wish: Moment, skip = 0): Promise<readonly PlanOffer[]> {
  const { place } = search;
  const first = daysOf(place, wish)[0] ?? place.today;
  const found: PlanOffer[] = [];
  for (let ahead = skip; ahead <= skip + MOST_DAYS && found.length < MOST_OFFERS; ahead += 1) {
    const day = addDays(first, ahead);
    const isWished = ahead === 0 && namesDays(wish);
    // One after the other: they share the turn's one connection.
    if (mayBeOn(place, day)) found.push(...(await nearOn(search, wish, day, isWished)));
  }
  return found.slice(0, MOST_OFFERS).sort((left, right) => (left.start < right.start ? -1 : 1));
}

async function nearOn(
  search: Search,
  wish: Moment,
  day: LocalDate,
  isWished: boolean,
): Promise<readonly PlanOffer[]> {
  const { zone } = search.place.branch;
  const time = exactTime(wish);
  const near = time ? readTime(search.place, time, day) : (firstTime(wish) ?? '00:00');
  const bounds = dayBounds(day, zone);
  const from = isWished ? bounds.from : instantAround(`${day}T${near}`, zone);
  const quoted = await quote(search, from, bounds.to, MOST_OF_A_DAY);
  const plans = quoted.kind === 'plans' ? distinct(quoted.plans) : [];
  const suits = fits(time || isWished ? {} : withoutParts(wish, ...DAY_PARTS, 'pick'));
  const distance = ({ start }: PlanOffer): number =>
    Math.abs(minuteOfDay(start.slice(11)) - minuteOfDay(near));
  return plans
    .filter(suits)
    .sort((left, right) => distance(left) - distance(right))
    .slice(0, isWished ? 2 : 1);
}

/** Plans of which another item comes first may begin at the same time. */
function distinct(plans: readonly PlanOffer[]): readonly PlanOffer[] {
  return plans.filter(({ start }, place) => plans.findIndex((each) => each.start === start) === place);
}

async function onDay(search: Search, wish: Moment, day: LocalDate): Promise<Found> {
  const { place } = search;
  const { zone } = place.branch;
  const time = exactTime(wish);
  const start = time ? readTime(place, time, day) : firstTime(wish);
  if (start === undefined) return { kind: 'none', inTheWay: [] };
  const from = instantAround(`${day}T${start}`, zone);
  const quoted = await quote(search, from, dayBounds(day, zone).to, time ? 1 : PLANS_OF_A_DAY);
  if (quoted.kind === 'impossible') return { kind: 'none', inTheWay: quoted.items };
  if (quoted.kind === 'refused') return quoted;
  const fitting = quoted.plans.filter((plan) => (time ? plan.start === `${day}T${start}` : fits(wish)(plan)));
  const best = wish.pick === 'last' ? fitting.at(-1) : keepingMost(fitting, search.starts ?? {});
  return best ? { kind: 'found', plan: best } : { kind: 'none', inTheWay: [] };
}

function quote(
  { place, items }: Search,
  from: number,
  to: number,
  limit: number,
): Promise<QuotePlanResult> | Extract<QuotePlanResult, { kind: 'plans' }> {
  const begins = Math.max(from, place.now);
  if (begins >= to) return { kind: 'plans', plans: [], complete: true };
  const { plans } = place.scene.world;
  return plans.quotePlan({ items, branch: place.branch.id, from: begins, to, limit });
}

/** The earliest of those that leave most starts as they are. */
function keepingMost(
  plans: readonly PlanOffer[],
  starts: Readonly<Record<string, LocalDateTime>>,
): PlanOffer | undefined {
  const kept = ({ items }: PlanOffer): number =>
    items.filter(({ item, start }) => starts[item] === start).length;
  return [...plans].sort((left, right) => kept(right) - kept(left))[0];
}

/** The days of the wish that can be booked and are open. */
function daysOf(place: Place, wish: Moment): readonly LocalDate[] {
  const { from, to } = stretchOf(place, wish);
  const first = toLocalDate(from, place.branch.zone);
  const days = Array.from({ length: MOST_DAYS }, (_, index) => addDays(first, index));
  return days.filter(
    (day) => dayBounds(day, place.branch.zone).from < to && dayFits(wish, day) && mayBeOn(place, day),
  );
}

function mayBeOn(place: Place, day: LocalDate): boolean {
  const { from } = dayBounds(day, place.branch.zone);
  return day >= place.today && from < horizonOf(place) && isOpenOn(place, day);
}

/** A time that is a start, not the edge of a stretch. */
function exactTime(wish: Moment): Moment['time'] {
  return wish.time && !wish.from && wish.untilTime === undefined && wish.pick === undefined
    ? wish.time
    : undefined;
}

/** The first time of the day that the wish allows. */
function firstTime(wish: Moment): string | undefined {
  const allowed = hoursFit(wish);
  const times = Array.from({ length: 1440 / SCAN_MINUTES }, (_, place) => timeOfMinute(place * SCAN_MINUTES));
  return times.find(allowed);
}
