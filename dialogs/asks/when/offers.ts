/** Times on offer: a few out of many, named in the text and as choices that say by themselves what they mean. */
import type { LocalDateTime } from '../../../scheduling/business';
import { addDays, minuteOf, timeOfMinute } from '../../../scheduling/localDate';
import { hoursOn } from '../../../scheduling/openingHours';
import { toLocalDate } from '../../../scheduling/zone';
import type { Fact, Saying } from '../../../locales/saying';
import { branchById, branchToTell, dateFact, listFact, momentFact, say, timeFact, words } from '../../facts';
import type { Question, Scene } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Json, Offered } from '../../talk';
import { slotText } from '../../turn';
import { exactly, onDay } from './wish';

export interface Offer {
  readonly start: LocalDateTime;
  readonly branch: string;
}

interface Slotlike {
  readonly start: LocalDateTime;
  readonly branch: string;
}

/** What is put into the slot `when.offers` by a command that refused a time. */
export function offersJson(slots: readonly Slotlike[]): Json {
  return toJson(slots.slice(0, 3).map(({ start, branch }) => ({ start, branch })));
}

export function offersOf(value: Json | undefined): readonly Offer[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: Json) => {
    const [start, branch] = isRecord(each) ? [slotText(each, 'start'), slotText(each, 'branch')] : [];
    return start !== undefined && branch !== undefined ? [{ start, branch }] : [];
  });
}

/** A few of many, full hours first, then half ones, spread over the whole stretch. */
export function spread<T extends Slotlike>(slots: readonly T[], most: number): readonly T[] {
  const enough = Math.min(3, slots.length);
  const fullHours = slots.filter(({ start }) => start.endsWith(':00'));
  const halfHours = slots.filter(({ start }) => start.endsWith(':00') || start.endsWith(':30'));
  const from = [fullHours, halfHours].find((some) => some.length >= enough) ?? slots;
  if (from.length <= most) return from;
  return Array.from({ length: most }, (_, index) => from[Math.floor((index * from.length) / most)]).filter(
    (slot) => slot !== undefined,
  );
}

/** "These are free … which one?", after the reason why it is asked. */
export function offering(
  scene: Scene,
  reasons: readonly Saying[],
  offers: readonly Offer[],
  /** Whether the day is known from what was said before, where all are on one. */
  dayTold = true,
): Question {
  const text = (offer: Offer): Fact => (dayTold ? inText(offer, offers) : momentFact(offer.start));
  const listed = listedIn(
    scene,
    offers.map((offer) => labelFor(scene, offer, text(offer), offers)),
  );
  const asks = offers.length > 0 ? say('when.pick', { times: listed }) : say('when.other');
  return {
    asking: 'when',
    says: [...reasons, asks],
    again: [say(offers.length > 0 ? 'when.pickAgain' : 'when.other', { times: listed })],
    hint: whenHint(scene),
    choices: offers.map((offer) => ({
      label: labelFor(scene, offer, onButton(offer, offers), offers),
      acts: actsOf(scene, offer),
    })),
  };
}

/** Days on offer, the time still to be said. */
export function offeringDays(scene: Scene, reasons: readonly Saying[], days: readonly string[]): Question {
  const listed = listedIn(scene, days.map(dateFact));
  return {
    asking: 'when',
    says: [...reasons, days.length > 0 ? say('when.pickDay', { days: listed }) : say('when.other')],
    hint: whenHint(scene),
    choices: days.map((day) => ({
      label: dateFact(day),
      acts: [{ act: 'inform', slot: 'when', value: onDay(day) }],
    })),
  };
}

/** An example of a time as one would write it: a day soon on which somebody is there. */
export function whenHint(scene: Scene): Saying {
  const { business, now } = scene.world;
  const branch = branchById(business, slotText(scene.settled, 'branch')) ?? business.branches[0];
  if (!branch) return say('when.hint');
  const first = addDays(toLocalDate(minuteOf(now), branch.zone), 2);
  const days = Array.from({ length: 7 }, (_, index) => addDays(first, index));
  const day = days.find((each) => hoursOn(branch, each).length > 0) ?? first;
  const open = hoursOn(branch, day)[0]?.from ?? 600;
  return say('when.hint', { example: momentFact(`${day}T${timeOfMinute(open + 60)}`) });
}

/** By SMS the numbered choices carry the times; said twice they would only make the text longer. */
function listedIn(scene: Scene, items: readonly Fact[]): Fact | undefined {
  return scene.world.smsWords ? undefined : listFact(items, 'or');
}

function labelFor(scene: Scene, offer: Offer, time: Fact, offers: readonly Offer[]): Fact {
  const mixed = offers.some((each) => each.branch !== offers[0]?.branch);
  const branch = mixed ? branchToTell(scene.world.business, offer.branch) : undefined;
  return branch ? words('when.at', { time, branch }) : time;
}

function inText({ start }: Offer, offers: readonly Offer[]): Fact {
  return oneDay(offers) ? timeFact(start) : momentFact(start);
}

/** As short as can be: the hour where all are on one day, the day where all are at one hour. */
function onButton({ start }: Offer, offers: readonly Offer[]): Fact {
  if (oneDay(offers)) return timeFact(start);
  return oneHour(offers) ? dateFact(start) : momentFact(start);
}

function oneDay(offers: readonly Offer[]): boolean {
  return offers.every(({ start }) => start.slice(0, 10) === offers[0]?.start.slice(0, 10));
}

function oneHour(offers: readonly Offer[]): boolean {
  return offers.every(({ start }) => start.slice(11) === offers[0]?.start.slice(11));
}

function actsOf(scene: Scene, { start, branch }: Offer): Offered['acts'] {
  const elsewhere = slotText(scene.settled, 'branch') !== branch;
  return [
    { act: 'inform', slot: 'when', value: exactly(start) },
    ...(elsewhere ? ([{ act: 'inform', slot: 'branch', value: branch }] as const) : []),
  ];
}
