/** Asking when: a wish is joined over several messages and settled against the branch's hours into one exact start, or asked. */
import type { LocalDateTime } from '../../../scheduling/business';
import type { Moment } from '../../../understanding/moment';
import type { Ask, Question, Scene, Settled, Slots, Than } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Json } from '../../talk';
import { slotText } from '../../turn';
import { dayNotPossible } from './dayNotPossible';
import { offerInstead } from './instead';
import { LIMITS, limitsAfter, limitsOf, withHoursOf } from './limits';
import { offersOf } from './offers';
import { DAY_PARTS, onlyParts, RULED_OUT, withoutParts } from './parts';
import { isOpenOn, placeOf, readTime, type Place } from './place';
import { askDayFor, askFresh, askReading, listFree, pickOne, unknownPlace, type Others } from './questions';
import { isOneDay } from './stretch';
import {
  besideWish,
  exactly,
  isEmptyWish,
  isExact,
  joinWishes,
  wishJson,
  wishOf,
  withoutStart,
} from './wish';

const OFFERS = 'when.offers';
const BEFORE = 'when.before';
/** How many times of the list were shown already, for "others?". */
const SKIP = 'when.skip';
/** Whether earlier or later ones than those shown are wished. */
const THAN = 'when.than';

/** The start that earlier or later ones are wished than. */
const BESIDE = 'when.beside';

const NOTHING_SHOWN = { [OFFERS]: null, [SKIP]: null, [THAN]: null, [BESIDE]: null } as const;

export const when: Ask = {
  slot: 'when',
  beside: [OFFERS, BEFORE, SKIP, THAN, BESIDE, LIMITS],
  hear: (said, slots) => {
    if (said.slot !== 'when') return null;
    const stood = wishOf(slots['when'] ?? slots[BEFORE]);
    const joined = withHoursOf(joinWishes(stood, said.value), wishOf(slots[LIMITS]));
    const limits = limitsAfter(slots, stood, joined);
    return {
      when: wishJson(joined),
      [BEFORE]: null,
      ...NOTHING_SHOWN,
      [LIMITS]: limits ? wishJson(limits) : null,
    };
  },
  others: (slots, than, of) => {
    const wish = wishOf(slots['when'] ?? slots[BEFORE]);
    if (of === 'day' && wish && (isOneDay(wish) || isExact(wish)))
      return { ...NOTHING_SHOWN, when: wishJson(onOtherDays(wish, slots)) };
    if (wish && isExact(wish)) return { ...NOTHING_SHOWN, ...aroundStart(wish, slots, than) };
    const beside = besideOf(slots);
    // "later" after "earlier" is later than the same start
    if (than && beside && beside.than !== than)
      return { ...NOTHING_SHOWN, ...aroundStart(exactly(beside.start), slots, than) };
    const skip = typeof slots[SKIP] === 'number' ? slots[SKIP] : 0;
    return { [OFFERS]: null, [SKIP]: skip + 1, [THAN]: than ?? null };
  },
  settle: async (scene) => {
    const place = placeOf(scene);
    if (!place) return { kind: 'open', question: unknownPlace(scene) };
    const { slots } = scene.frame;
    const wish = wishOf(slots['when']);
    if (wish && !isEmptyWish(wish)) return settleWish(place, wish);
    const refused = wishOf(slots[BEFORE]);
    if (!(OFFERS in slots)) return open(askFresh(place, othersOf(scene)));
    return open(offerInstead(place, offersOf(slots[OFFERS]), refused, limitsOf(slots, refused)));
  },
};

async function settleWish(place: Place, wish: Moment): Promise<Settled> {
  const { scene } = place;
  if (wish.impossible) return open(dayNotPossible(place, wish, 'impossible'));
  if (wish.conflict) return open(askReading(scene, wish.conflict));
  if (wish.pick && !(wish.date && wish.time && isExact(wish))) return settlePick(place, wish);
  const exactTime = exactTimeOf(wish);
  if (exactTime && !isExact({ ...wish, time: exactTime })) return open(askDayFor(place, wish, exactTime));
  if (exactTime && wish.only) return open(askDayFor(place, wish, exactTime));
  if (!wish.date || !exactTime) return open(listFree(place, wish, othersOf(scene)));
  if (!isOpenOn(place, wish.date.value) && wish.date.value >= place.today) {
    return open(dayNotPossible(place, wish, 'closed'));
  }
  const time = readTime(place, exactTime, wish.date.value);
  const start: LocalDateTime = `${wish.date.value}T${time}`;
  // the reading that the hours decided stands, for "an hour later" and for another branch
  const read = exactTime.others ? { pin: wishJson({ ...wish, time: { value: time, certain: true } }) } : {};
  return { kind: 'settled', value: start, ...read };
}

/** "The first free one" is resolved once and then stands, although the hold on it makes it no longer free. */
async function settlePick(place: Place, wish: Moment): Promise<Settled> {
  const found = await pickOne(place, wish);
  if (!found) return open(listFree(place, wish, { page: 0 }));
  const ruledOut = onlyParts(wish, RULED_OUT);
  const pin = wishJson({ ...ruledOut, ...exactly(found.start), ...(wish.pick && { pick: wish.pick }) });
  return { kind: 'settled', value: found.start, pin };
}

/** "Another time", "earlier", "later" than a start: the wider wish that it was chosen within, else its day. */
function aroundStart(wish: Moment, slots: Slots, than: Than): Slots {
  const limits = limitsOf(slots, wish);
  const beside = than && besideWish(wish, than);
  if (!beside) return { when: wishJson(withoutStart(limits.date ? limits : { ...wish, ...limits })) };
  const start = `${wish.date?.value ?? ''}T${wish.time?.value ?? ''}`;
  return {
    when: wishJson({ ...withoutParts(limits, ...DAY_PARTS), ...beside }),
    [BESIDE]: toJson({ than, start }),
  };
}

/** "Another day": not this one, the time kept. */
function onOtherDays(wish: Moment, slots: Slots): Moment {
  const day = wish.date?.value ?? '';
  const found = wish.pick !== undefined && isExact(wish);
  const rest = withoutParts(wish, 'date', 'untilDate', 'only', 'pick');
  const kept = found ? withoutParts(rest, 'time') : rest;
  const hours = withHoursOf(kept, wishOf(slots[LIMITS]));
  return { ...hours, exclude: [...(wish.exclude ?? []), ...daysOut(wish, day)] };
}

function daysOut({ untilDate }: Moment, day: string): readonly string[] {
  return untilDate === undefined ? [day] : [];
}

/** A time that is a start, not the edge of a stretch. */
function exactTimeOf(wish: Moment): NonNullable<Moment['time']> | null {
  return wish.time && !wish.from && wish.untilTime === undefined ? wish.time : null;
}

function othersOf({ frame }: Scene): Others {
  const { [SKIP]: skip, [THAN]: than } = frame.slots;
  const page = typeof skip === 'number' ? skip : 0;
  const beside = besideOf(frame.slots);
  return { page, ...(isThan(than) && { than }), ...(beside && { beside }) };
}

function besideOf(slots: Slots): Others['beside'] {
  const beside = slots[BESIDE];
  const [than, start] = isRecord(beside) ? [beside['than'], slotText(beside, 'start')] : [];
  return isThan(than) && start !== undefined ? { than, start } : undefined;
}

function isThan(value: Json | undefined): value is 'earlier' | 'later' {
  return value === 'earlier' || value === 'later';
}

async function open(question: Promise<Question> | Question): Promise<Settled> {
  return { kind: 'open', question: await question };
}

/** What a command that refused a time leaves for this question. */
export { offersJson } from './offers';
