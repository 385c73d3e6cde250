/** Whether the booking could be had at the new time, its own time counting as free; nothing is taken before the yes. */
import type { TimeSlotView, WhyNot } from '../../../commands/types';
import type { Reason } from '../../../scheduling/explain';
import type { Saying } from '../../../locales/saying';
import { instantAround } from '../../../scheduling/zone';
import { offersJson } from '../../asks/when';
import { exactly, wishJson } from '../../asks/when/wish';
import { unwantedPeople } from '../../asks/person';
import { branchById, momentFact, personFact, say, serviceOf } from '../../facts';
import { deed, type Outcome, type Scene } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Json } from '../../talk';
import { slotText } from '../../turn';
import { placeIn, reasonSayings } from '../booking/reasons';
import { refused } from '../booking/refused';
import { standingIn } from './standing';

export const POSSIBLE = 'possible';

export type NewPlace = {
  readonly booking: string;
  readonly branch: string;
  readonly start: string;
  /** Wished for; null: whoever is free. */
  readonly person: string | null;
  readonly not: readonly string[];
};

type Checked =
  /** The ids of those who would do it; empty where that is not one person's work. */
  | { readonly kind: 'free'; readonly people: readonly string[] }
  | { readonly kind: 'same' }
  | {
      readonly kind: 'taken';
      readonly reasons: readonly Reason[];
      readonly alternatives: readonly TimeSlotView[];
    }
  | Extract<WhyNot, { readonly kind: 'refused' }>;

export const possible = deed<NewPlace, Checked>({
  id: POSSIBLE,
  inputs: ({ frame, settled }) => {
    const [branch, start] = [slotText(settled, 'branch'), slotText(settled, 'when')];
    if (branch === undefined || start === undefined) return null;
    const person = slotText(settled, 'person') ?? null;
    return { booking: standingIn({ frame }).id, branch, start, person, not: unwantedPeople(frame.slots) };
  },
  run: async (place, scene) => (isSame(place, scene) ? { kind: 'same' } : check(place, scene)),
  results: {
    free: ({ people }) => ({ keep: toJson(people), sets: { 'when.offers': null } }),
    same: (_result, scene) => same(scene),
    taken: ({ reasons, alternatives }, scene) => ({
      ...asksAnew(scene, alternatives),
      says: [...whyNot(scene, reasons), stands(scene)],
    }),
    refused: ({ refusal }, scene) => {
      const outcome = refused(scene, refusal, []);
      return { ...outcome, says: [...(outcome.says ?? []), stands(scene)] };
    },
  },
});

/** The appointment as it is, word for word. */
function isSame({ branch, start, person, not }: NewPlace, scene: Scene): boolean {
  const booking = standingIn(scene);
  const withThem = person === null || person === booking.person || booking.people.includes(person);
  const without = booking.people.some((id) => not.includes(id));
  return booking.start === start && booking.branch === branch && withThem && !without;
}

function same(scene: Scene): Outcome {
  const { start } = standingIn(scene);
  return {
    clears: ['when', 'person', 'branch'],
    sets: { 'when.before': wishJson(exactly(start)), 'when.offers': null },
    says: [say('reschedule.same', { when: momentFact(start) })],
  };
}

async function check(place: NewPlace, scene: Scene): Promise<Checked> {
  const { world } = scene;
  const { service, assetClass } = placeIn(scene);
  const { booking: except, branch, start, person } = place;
  const wish = {
    ...{ service, branch, except },
    ...(person !== null && { person }),
    ...(assetClass !== undefined && { assetClass }),
  };
  const why = await world.commands.explain({ ...wish, start });
  if (why.kind === 'refused') return why;
  if (why.reasons.length > 0) return { ...why, kind: 'taken' };
  const from = instantAround(start, branchById(world.business, branch)?.zone ?? 'UTC');
  const free = await world.commands.availability({ ...wish, from, to: from + 1 });
  const able = free.kind === 'slots' ? free.slots.flatMap(({ people }) => people) : [];
  return somebody(place, scene, able);
}

/** Who has it now keeps it, if they can. */
function somebody({ not }: NewPlace, scene: Scene, able: readonly string[]): Checked {
  const { service, people } = standingIn(scene);
  const needs = serviceOf(scene.world.business, service)?.needs ?? [];
  if (needs.filter(({ kind }) => kind === 'person').length !== 1) return { kind: 'free', people: [] };
  const wanted = able.filter((id) => !not.includes(id));
  const one = wanted.find((id) => people.includes(id)) ?? wanted[0];
  if (one === undefined) return { kind: 'taken', reasons: [], alternatives: [] };
  return { kind: 'free', people: [one] };
}

/** The time is asked for anew, with what can be had near it. */
export function asksAnew(scene: Scene, alternatives: readonly TimeSlotView[]): Outcome {
  const { start } = standingIn(scene);
  const others = offersJson(alternatives.filter((slot) => slot.start !== start));
  // a time that was wished for stays beside its question by itself
  const wished = 'when' in scene.frame.slots ? {} : { 'when.before': wishJson(exactly(start)) };
  return { clears: ['when'], sets: { ...wished, 'when.offers': others } };
}

function whyNot(scene: Scene, reasons: readonly Reason[]): readonly Saying[] {
  const start = slotText(scene.settled, 'when') ?? '';
  const told = reasonSayings(reasons, { world: scene.world, start, ...placeIn(scene) });
  const isTaken = reasons.length === 0 || reasons.some(({ code }) => code === 'slot-taken');
  return isTaken || told.length === 0 ? [notFree(scene), ...told] : told;
}

export function notFree({ settled, world }: Scene): Saying {
  const start = slotText(settled, 'when');
  const person = personFact(world.business, slotText(settled, 'person'));
  const when = start === undefined ? undefined : momentFact(start);
  return person ? say('book.takenWith', { person, when }) : say('book.taken', { when });
}

/** Nothing is lost by a wish that cannot be met. */
export function stands(scene: Scene): Saying {
  return say('reschedule.stands', { when: momentFact(standingIn(scene).start) });
}

/** Who would do it, as the check found out. */
export function peopleFound({ frame }: Scene): readonly string[] {
  const people = frame.facts[POSSIBLE]?.value;
  return Array.isArray(people) ? people.filter((id: Json): id is string => typeof id === 'string') : [];
}

/** The place that was found free; null while there is none. */
export function placeFound({ frame }: Scene): NewPlace | null {
  const known = frame.facts[POSSIBLE];
  // facts keep the very inputs that they were made with
  return known && isRecord(known.inputs) ? (known.inputs as NewPlace) : null;
}
