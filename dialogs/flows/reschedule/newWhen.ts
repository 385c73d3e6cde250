/** Asking when it shall be instead: what is said counts from the time that stands, so that "an hour later" and "Monday" mean it. */
import type { LocalDateTime } from '../../../scheduling/business';
import type { Moment } from '../../../understanding/moment';
import { when } from '../../asks/when';
import { exactly, wishJson } from '../../asks/when/wish';
import { momentFact, say, serviceFact } from '../../facts';
import type { Ask, Of, Question, Scene, Slots, Than } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Json, World } from '../../talk';
import { patched, slotText } from '../../turn';

/** All wishes so far as they came: before it is known which booking is meant they have nothing to count from. */
const SAID = 'when.told';
/** The start that stands. */
const FROM = 'when.standing';
const OFFERS = 'when.offers';
const BEFORE = 'when.before';
/** A talk that goes on for longer starts from what was said last. */
const MOST_SAID = 12;

export const newWhen: Ask = {
  slot: 'when',
  beside: [...(when.beside ?? []), SAID, FROM],
  hear: (said, slots, world) =>
    said.slot === 'when' && said.about === undefined
      ? told(slots, { when: toJson(said.value) }, (known) => heard(said.value, known, world))
      : null,
  others: (slots, than, of) =>
    told(slots, toJson(patched({}, { others: true, than: than ?? null, of: of ?? null })), (known) =>
      othersThan(known, than, of),
    ),
  settle: async (scene) => {
    const { slots } = scene.frame;
    const from = slotText(slots, FROM);
    const isOpen = !('when' in slots) && !(OFFERS in slots);
    // with somebody else, or somewhere else: at the same time, if nothing is said about it
    if (isOpen && from !== undefined && ('person' in slots || 'branch' in slots))
      return { kind: 'settled', value: from };
    const settled = await when.settle(scene);
    if (settled.kind !== 'open' || !isOpen) return settled;
    return { kind: 'open', question: toWhen(scene, settled.question) };
  },
};

/** Every wish so far, counted from the start of the booking that was found. */
export function wishesFrom(slots: Slots, start: LocalDateTime, world: World): Slots {
  const nothing = Object.fromEntries((when.beside ?? []).map((name) => [name, null]));
  const fresh: Slots = { ...nothing, when: null, [FROM]: start, [BEFORE]: wishJson(exactly(start)) };
  return saidIn(slots).reduce<Slots>((known, each) => ({ ...known, ...again(each, known, world) }), fresh);
}

function told(slots: Slots, entry: Json, apply: (known: Slots) => Slots | null): Slots {
  const said = { [SAID]: toJson([...saidIn(slots), entry].slice(-MOST_SAID)) };
  return FROM in slots ? { ...said, ...apply(slots) } : said;
}

function saidIn(slots: Slots): readonly Json[] {
  const said = slots[SAID];
  return Array.isArray(said) ? (said as readonly Json[]) : [];
}

function again(entry: Json, known: Slots, world: World): Slots {
  if (!isRecord(entry)) return {};
  const { when: moment, than, of } = entry;
  const slots = patched({}, known);
  // what was kept is what was said
  if (isRecord(moment)) return heard(moment, slots, world) ?? {};
  const wished = than === 'earlier' || than === 'later' ? than : undefined;
  return othersThan(slots, wished, of === 'day' ? of : undefined) ?? {};
}

/** "The first free one" is looked for from today on, not on the day that stands. */
function heard(moment: Moment, slots: Slots, world: World): Slots | null {
  const anyDay = moment.pick !== undefined && moment.date === undefined && !('when' in slots);
  const known = anyDay ? patched(slots, { [BEFORE]: null }) : slots;
  return when.hear({ act: 'inform', slot: 'when', value: asWished(moment, slots) }, known, world);
}

/** "Monday at 11", said on a Monday: a day that was named is another one than the one that stands, whichever Monday it is. */
function asWished(moment: Moment, slots: Slots): Moment {
  const { date } = moment;
  return date && !('when' in slots) ? { ...moment, date: { ...date, certain: true } } : moment;
}

function othersThan(slots: Slots, than: Than, of: Of): Slots | null {
  return when.others?.(slots, than, of) ?? null;
}

/** The time that stands is named before another one is asked for. */
function toWhen(scene: Scene, question: Question): Question {
  const { business } = scene.world;
  const from = slotText(scene.frame.slots, FROM);
  const asks = say('reschedule.ask', {
    service: serviceFact(business, slotText(scene.settled, 'service')),
    when: from === undefined ? undefined : momentFact(from),
  });
  return { ...question, says: [asks, ...question.says.slice(1)] };
}
