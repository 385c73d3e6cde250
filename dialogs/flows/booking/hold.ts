/** Holding the time: a claim for a few minutes that lapses, moves with every correction and is released when let go. */
import type { BookingView, HoldInput, HoldResult, MoveResult } from '../../../commands/types';
import type { Reason } from '../../../scheduling/explain';
import type { Saying } from '../../../locales/saying';
import { offersJson } from '../../asks/when';
import { keptAsset } from '../../asks/asset';
import { attendee } from '../../asks/name';
import { peopleFor, unwantedPeople } from '../../asks/person';
import { momentFact, peopleFact, personFact, say, serviceOf } from '../../facts';
import { deed, type Outcome, type Scene } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Deed, Json, World } from '../../talk';
import { slotText } from '../../turn';
import { placeIn, reasonSayings } from './reasons';
import { refused } from './refused';
import { TWIN, twinJson } from './twin';

// a type, not an interface: it is stored, and only types are checked to be plain JSON
export type HoldInputs = {
  readonly service: string;
  readonly branch: string;
  readonly start: string;
  readonly person: string | null;
  readonly assetId: string | null;
  readonly assetClass: string | null;
  readonly attendee: string | null;
  /** Ids of people who are not wanted. */
  readonly not?: readonly string[];
};

/** What came of it; where the time is taken or a limit reached, with the reasons in the business's own data. */
type Tried = MoveResult & { readonly reasons?: readonly Reason[] };

export const HOLD = 'hold';

export const hold = deed<HoldInputs, Tried>({
  id: HOLD,
  inputs: holdInputs,
  run: async (inputs, scene, key) =>
    tried({ inputs, scene, key }, (input, each) => scene.world.commands.hold(input, each)),
  move: async (inputs, standing, scene, key) => {
    const { id: bookingId, attendee: before } = bookingIn(standing.value);
    // a hold that moves keeps who comes unless somebody else does: for who writes it is made anew
    if (before !== null && inputs.attendee === null) {
      await scene.world.commands.release(bookingId);
      return tried({ inputs, scene, key }, (input, each) => scene.world.commands.hold(input, each));
    }
    const move: Attempt = (input, each) => scene.world.commands.move({ ...input, bookingId }, each);
    return tried({ inputs, scene, key, except: bookingId }, move);
  },
  results: {
    held,
    taken: ({ alternatives, reasons }, scene) => ({
      clears: ['when'],
      sets: { 'when.offers': offersJson(alternatives) },
      says: [notFree(scene), ...whyTaken(scene, reasons), ...oldStands(scene)],
    }),
    refused: ({ refusal, alternatives, reasons }, scene) => {
      const outcome = refused(scene, refusal, alternatives);
      const why = refusal.rule === 'limit-reached' ? whyTaken(scene, reasons) : [];
      return { ...outcome, says: [...(why.length > 0 ? why : (outcome.says ?? [])), ...oldStands(scene)] };
    },
    gone: () => ({ drops: [HOLD] }),
  },
  undo: async (standing, world) => world.commands.release(bookingIn(standing.value).id),
  look: lookAtHold,
  renew: async (standing, world) => world.commands.renew(bookingIn(standing.value).id),
  lapsed: say('book.lapsed'),
});

function holdInputs({ settled, frame, ...scene }: Scene): HoldInputs | null {
  const [service, branch, start] = ['service', 'branch', 'when'].map((name) => slotText(settled, name));
  if (service === undefined || branch === undefined || start === undefined) return null;
  const asset = keptAsset(settled['asset']) ?? keptAsset(frame.facts['kept']?.value);
  const not = unwantedPeople(frame.slots);
  return {
    service,
    branch,
    start,
    person: slotText(settled, 'person') ?? null,
    assetId: asset?.id ?? null,
    assetClass: asset?.class ?? null,
    attendee: attendee({ settled, frame, ...scene }) ?? null,
    ...(not.length > 0 && { not }),
  };
}

interface Trial {
  readonly inputs: HoldInputs;
  readonly scene: Scene;
  readonly key: string;
  /** A hold that would move: its own time is in nobody's way. */
  readonly except?: string;
}

type Attempt = (input: HoldInput, key: string) => Promise<MoveResult>;

/** Without those who are not wanted it is tried with each of the others, in the order of the pool, until one is free. */
async function tried({ inputs, scene, key, except }: Trial, attempt: Attempt): Promise<Tried> {
  const { world } = scene;
  const input = holdInput(inputs, world);
  const others = inputs.not && inputs.person === null ? othersThan(world, inputs, inputs.not) : [];
  const [first, ...rest] = others.map((person) => ({ ...input, person }));
  let result = await attempt(first ?? input, key);
  for (const each of rest) {
    if (result.kind !== 'taken') break;
    result = await attempt(each, `${key} ${each.person}`);
  }
  return withReasons(result, { ...input, ...(except !== undefined && { except }) }, world);
}

/** Why nobody can do it then is looked up only where the command does not say. */
async function withReasons(
  result: MoveResult,
  input: HoldInput & { readonly except?: string },
  world: World,
): Promise<Tried> {
  const unclear =
    result.kind === 'taken' || (result.kind === 'refused' && result.refusal.rule === 'limit-reached');
  if (!unclear) return result;
  const { service, branch, start, person, assetClass, except } = input;
  const why = await world.commands.explain({
    ...{ service, branch, start },
    ...(person !== undefined && { person }),
    ...(assetClass !== undefined && { assetClass }),
    ...(except !== undefined && { except }),
  });
  return why.kind === 'explained' ? { ...result, reasons: why.reasons } : result;
}

function othersThan(
  { business }: World,
  { service, branch }: HoldInputs,
  not: readonly string[],
): readonly string[] {
  const offered = serviceOf(business, service);
  const people = offered ? peopleFor(business, offered) : [];
  return people.filter((each) => each.branch === branch && !not.includes(each.id)).map(({ id }) => id);
}

/** The reasons beside the news that it is not free, unless that says it all. */
function whyTaken(scene: Scene, reasons: readonly Reason[] | undefined): readonly Saying[] {
  const start = slotText(scene.settled, 'when');
  if (!reasons || start === undefined) return [];
  const people = peopleFact(scene.world.business, unwantedPeople(scene.frame.slots));
  if (reasons.length === 0) return people ? [say('why.onlyThem', { people })] : [];
  return reasonSayings(reasons, { world: scene.world, start, ...placeIn(scene) });
}

function holdInput(inputs: HoldInputs, world: World): HoldInput {
  const { service, branch, start, person, assetId, assetClass, attendee } = inputs;
  return {
    service,
    branch,
    start,
    customerId: world.customer.id,
    conversationId: world.conversationId,
    ...(person !== null && { person }),
    ...(assetId !== null && { assetId }),
    ...(assetClass !== null && { assetClass }),
    ...(attendee !== null && { attendee }),
  };
}

function held(result: Extract<HoldResult, { kind: 'held' }>): Outcome {
  return {
    keep: toJson(result.hold),
    sets: { 'when.offers': null, 'when.before': null, [TWIN]: twinJson(result.alreadyBooked) },
  };
}

/** With a wish for somebody it is they who are not free; the time itself may be kept already, with somebody else. */
function notFree(scene: Scene): ReturnType<typeof say> {
  const person = personFact(scene.world.business, slotText(scene.settled, 'person'));
  const when = wished(scene);
  return person ? say('book.takenWith', { person, when }) : say('book.taken', { when });
}

function wished({ settled }: Scene): ReturnType<typeof momentFact> | undefined {
  const start = slotText(settled, 'when');
  return start === undefined ? undefined : momentFact(start);
}

/** After a correction that could not be: the earlier time is not lost. */
function oldStands({ frame }: Scene): ReturnType<typeof say>[] {
  const standing = frame.facts[HOLD];
  return standing ? [say('book.oldStands', { when: momentFact(bookingIn(standing.value).start) })] : [];
}

async function lookAtHold(standing: Deed, world: World): Promise<Json | null> {
  const view = await world.commands.look(bookingIn(standing.value).id);
  const live = view?.status === 'held' && (view.heldUntil === null || view.heldUntil > world.now);
  return view && live ? toJson(view) : null;
}

/** A booking as a deed keeps it: the view that a command gave, which was plain data already. */
export function bookingIn(value: Json): BookingView {
  if (!isRecord(value) || typeof value['id'] !== 'string') throw new Error('the deed keeps no booking');
  return value as unknown as BookingView;
}
