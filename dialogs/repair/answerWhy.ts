/** "Why not at 10?": the reason out of the business's own calendar, with what could be had near it. Nothing wished changes. */
import type { LocalDateTime } from '../../scheduling/business';
import type { Moment } from '../../understanding/moment';
import { nextOpenDay, placeOf, readTime, type Place } from '../asks/when/place';
import { offersJson } from '../asks/when/offers';
import { isExact, joinWishes, onDay, wishJson, exactly, wishOf } from '../asks/when/wish';
import { momentFact, dateFact, say } from '../facts';
import type { Inform, Scene } from '../flow';
import { bookingIn, HOLD } from '../flows/booking/hold';
import { placeIn, reasonSayings } from '../flows/booking/reasons';
import { actsOf, type Hearing, type Said } from '../said';
import type { Frame } from '../talk';
import type { Saying } from '../../locales/saying';
import { flowOf, setSlots, slotText, topFrame, type Turn } from '../turn';
import { patchOf } from './informed';
import { begin } from './requested';

type Offers = Parameters<typeof offersJson>[0];

/** What a question why can name. */
const NAMED = ['service', 'branch', 'person', 'asset'];

export const whyAsked: Hearing = async (turn, said) => {
  if (!asksWhy(said)) return said;
  const informs = actsOf(said, 'inform');
  const frame = requestAbout(turn, informs);
  if (!frame) return said;
  const wish = informs.find((inform) => inform.slot === 'when')?.value;
  const rest = said.filter(({ act }) => act.act !== 'ask' || act.topic !== 'why');
  // a day without a time is looked at whole: the list says what is in the way
  if (wish && !wish.time && (wish.date ?? wish.partOfDay)) return rest;
  const scene = await sceneWith(turn, frame, informs);
  const start = startMeant(scene, wish);
  turn.digressed = true;
  if (start === null) {
    // a bare "why?" hears the question again, which carries its reason
    if (wish) turn.says.push(say('why.unclear'));
    return rest.filter(({ act }) => act.act !== 'inform' || act.slot !== 'when');
  }
  const offers = await explain(turn, frame, scene, start);
  if (wish && offers) offer(turn, frame, start, offers);
  return rest.filter(({ act }) => act.act !== 'inform' || (act.slot !== 'when' && !NAMED.includes(act.slot)));
};

/** The request that runs; who asks about a time out of the blue would like to come. */
function requestAbout(turn: Turn, informs: readonly Inform[]): Frame | null {
  const top = topFrame(turn);
  if (top) return flowOf(turn, top).drafts ? top : null;
  if (!informs.some(({ slot }) => slot === 'when' || slot === 'person')) return null;
  begin(turn, 'book');
  for (const inform of informs.filter(({ slot }) => NAMED.includes(slot))) {
    const frame = topFrame(turn);
    if (frame) setSlots(turn, frame, patchOf(turn, frame, inform) ?? {});
  }
  return topFrame(turn) ?? null;
}

function asksWhy(said: readonly Said[]): boolean {
  return actsOf(said, 'ask').some(({ topic }) => topic === 'why');
}

/** As if the question's service, branch and person were wished for; the frame itself stays as it is. */
async function sceneWith(turn: Turn, frame: Frame, informs: readonly Inform[]): Promise<Scene> {
  const slots = informs
    .filter(({ slot }) => NAMED.includes(slot))
    .reduce(
      (known, inform) => ({ ...known, ...patchOf(turn, { ...frame, slots: known }, inform) }),
      frame.slots,
    );
  const asked = { ...frame, slots };
  let settled: Scene['settled'] = {};
  for (const step of flowOf(turn, frame).steps) {
    if (step.kind !== 'ask' || !NAMED.includes(step.ask.slot)) continue;
    const result = await step.ask.settle({ world: turn.world, frame: asked, settled });
    if (result.kind === 'settled') settled = { ...settled, [step.ask.slot]: result.value };
  }
  const person = slotText(slots, 'person');
  const named = person !== undefined && person !== 'any' ? { person } : {};
  return { world: turn.world, frame: asked, settled: { ...settled, ...named } };
}

/** The start that is asked about, or the last one that was refused; null where none is known. */
function startMeant(scene: Scene, wish: Moment | undefined): LocalDateTime | null {
  const place = placeOf(scene);
  if (!place) return null;
  const { slots, facts } = scene.frame;
  const held = facts[HOLD] && exactly(bookingIn(facts[HOLD].value).start);
  const stood = wishOf(slots['when']) ?? wishOf(slots['when.before']) ?? held;
  const meant = wish ? joinWishes(stood && { ...stood, ...oneDayOf(stood) }, wish) : stood;
  const { date, time } = meant ?? {};
  if (!time || !meant) return null;
  if (!wish && !isExact(meant)) return null;
  const day = date?.value ?? nextOpenDay(place, time);
  return day === undefined ? null : startOn(place, { ...onDay(day), time });
}

/** "Why not at 3?" after a list of several days is about the first of them. */
function oneDayOf({ date }: Moment): Moment {
  return date ? onDay(date.value) : {};
}

function startOn(place: Place, { date, time }: Moment): LocalDateTime | null {
  return date && time ? `${date.value}T${readTime(place, time, date.value)}` : null;
}

/** Says why; what could be had instead, null where something is held already. */
async function explain(turn: Turn, frame: Frame, scene: Scene, start: LocalDateTime): Promise<Offers | null> {
  const { service, branch, person, assetClass } = placeIn(scene);
  const held = frame.facts[HOLD] && bookingIn(frame.facts[HOLD].value);
  const why = await turn.world.commands.explain({
    ...{ service, branch, start },
    ...(person !== undefined && { person }),
    ...(assetClass !== undefined && { assetClass }),
    ...(held && { except: held.id }),
  });
  if (why.kind === 'refused') {
    turn.says.push(...clockChange(why.refusal.rule, start));
    return null;
  }
  const wished = { world: turn.world, start, ...placeIn(scene) };
  const free = why.reasons.length === 0;
  turn.says.push(
    ...(free ? [say('why.free', { when: momentFact(start) })] : reasonSayings(why.reasons, wished)),
  );
  if (held && turn.before.asked?.asking === 'confirm') return null;
  return free ? [{ start, branch }] : why.alternatives;
}

function clockChange(rule: string, start: LocalDateTime): readonly Saying[] {
  if (rule === 'gap' || rule === 'repeated') return [say(`why.${rule}`, { date: dateFact(start) })];
  return [say('why.unclear')];
}

/** As after a refusal: what is near it can be chosen. */
function offer(turn: Turn, frame: Frame, start: LocalDateTime, offers: Offers): void {
  const before = wishOf(frame.slots['when']) ?? wishOf(frame.slots['when.before']);
  const asked = wishJson({ ...before, ...exactly(start) });
  setSlots(turn, frame, { when: null, 'when.before': asked, 'when.offers': offersJson(offers) });
}
