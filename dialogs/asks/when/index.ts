/** Asking when: a wish is joined over several messages and settled against the branch's hours into one exact start, or asked. */
import type { LocalDateTime } from '../../../scheduling/business';
import type { Moment } from '../../../understanding/moment';
import type { Ask, Question, Scene, Settled } from '../../flow';
import {
  askFresh,
  askDayFor,
  askReading,
  dayNotPossible,
  listFree,
  pickOne,
  unknownPlace,
} from './questions';
import { offering, offersOf } from './offers';
import { isOpenOn, placeOf, readTime, type Place } from './place';
import { besideWish, exactly, isEmptyWish, joinWishes, wishJson, wishOf, withoutStart } from './wish';

const OFFERS = 'when.offers';
const BEFORE = 'when.before';
/** How many times of the list were shown already, for "others?". */
const SKIP = 'when.skip';

export const when: Ask = {
  slot: 'when',
  beside: [OFFERS, BEFORE, SKIP],
  hear: (said, slots) => {
    if (said.slot !== 'when') return null;
    const joined = joinWishes(wishOf(slots['when'] ?? slots[BEFORE]), said.value);
    return { when: wishJson(joined), [BEFORE]: null, [OFFERS]: null, [SKIP]: null };
  },
  others: (slots, than) => {
    const wish = wishOf(slots['when'] ?? slots[BEFORE]);
    const beyond = wish && than && besideWish(wish, than);
    if (beyond) return { when: wishJson(beyond), [OFFERS]: null, [SKIP]: null };
    const skip = typeof slots[SKIP] === 'number' ? slots[SKIP] : 0;
    if (!wish?.date) return { [OFFERS]: null, [SKIP]: skip + 1 };
    return { when: wishJson(withoutStart(wish, wish.date.value)), [OFFERS]: null, [SKIP]: skip + 1 };
  },
  settle: async (scene) => {
    const place = placeOf(scene);
    if (!place) return { kind: 'open', question: unknownPlace(scene) };
    const wish = wishOf(scene.frame.slots['when']);
    if (wish && !isEmptyWish(wish)) return settleWish(place, wish);
    const offers = offersOf(scene.frame.slots[OFFERS]);
    const refused = OFFERS in scene.frame.slots;
    return {
      kind: 'open',
      question: refused ? offering(scene, [], offers) : await askFresh(place, skipOf(scene)),
    };
  },
};

async function settleWish(place: Place, wish: Moment): Promise<Settled> {
  const { scene } = place;
  if (wish.impossible) return open(dayNotPossible(place, wish, 'impossible'));
  if (wish.conflict) return open(askReading(scene, wish.conflict));
  if (wish.pick && !(wish.date && wish.time)) return settlePick(place, wish);
  const exactTime = exactTimeOf(wish);
  if (!wish.date && exactTime) return open(askDayFor(place, exactTime));
  if (!wish.date || !exactTime || wish.untilDate) return open(listFree(place, wish, skipOf(scene)));
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
  if (!found) return open(listFree(place, wish, 0));
  const pin = wishJson({ ...exactly(found.start), ...(wish.pick && { pick: wish.pick }) });
  return { kind: 'settled', value: found.start, pin };
}

/** A time that is a start, not the edge of a stretch. */
function exactTimeOf(wish: Moment): NonNullable<Moment['time']> | null {
  return wish.time && !wish.from && !wish.untilTime ? wish.time : null;
}

function skipOf(scene: Scene): number {
  const skip = scene.frame.slots[SKIP];
  return typeof skip === 'number' ? skip : 0;
}

async function open(question: Promise<Question> | Question): Promise<Settled> {
  return { kind: 'open', question: await question };
}

/** What a command that refused a time leaves for this question. */
export { offersJson } from './offers';
