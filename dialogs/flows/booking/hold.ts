/** Holding the time: a claim for a few minutes that lapses, moves with every correction and is released when let go. */
import type { BookingView, HoldInput, HoldResult, MoveResult } from '../../../commands/types';
import { offersJson } from '../../asks/when';
import { keptAsset } from '../../asks/asset';
import { attendee } from '../../asks/name';
import { momentFact, personFact, say } from '../../facts';
import { deed, type Outcome, type Scene } from '../../flow';
import { isRecord, toJson } from '../../json';
import type { Deed, Json, World } from '../../talk';
import { slotText } from '../../turn';
import { refused } from './refused';

// a type, not an interface: it is stored, and only types are checked to be plain JSON
export type HoldInputs = {
  readonly service: string;
  readonly branch: string;
  readonly start: string;
  readonly person: string | null;
  readonly assetId: string | null;
  readonly assetClass: string | null;
  readonly attendee: string | null;
};

export const HOLD = 'hold';

export const hold = deed<HoldInputs, MoveResult>({
  id: HOLD,
  inputs: holdInputs,
  run: async (inputs, { world }, key) => world.commands.hold(holdInput(inputs, world), key),
  move: async (inputs, standing, { world }, key) =>
    world.commands.move({ ...holdInput(inputs, world), bookingId: bookingIn(standing.value).id }, key),
  results: {
    held: (result, scene) => held(result, scene),
    taken: ({ alternatives }, scene) => ({
      clears: ['when'],
      sets: { 'when.offers': offersJson(alternatives) },
      says: [notFree(scene), ...oldStands(scene)],
    }),
    refused: ({ refusal, alternatives }, scene) => {
      const outcome = refused(scene, refusal, alternatives);
      return { ...outcome, says: [...(outcome.says ?? []), ...oldStands(scene)] };
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
  return {
    service,
    branch,
    start,
    person: slotText(settled, 'person') ?? null,
    assetId: asset?.id ?? null,
    assetClass: asset?.class ?? null,
    attendee: attendee({ settled, frame, ...scene }) ?? null,
  };
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

function held(result: Extract<HoldResult, { kind: 'held' }>, { frame }: Scene): Outcome {
  const moved = HOLD in frame.facts;
  return {
    keep: toJson(result.hold),
    sets: { 'when.offers': null, 'when.before': null },
    says: moved ? [say('book.moved')] : [],
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
