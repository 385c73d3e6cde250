/** What one turn is working on: the frames as they become, what is said, and what was heard about the last read-back. */
import type { Flow, Question, Slots } from './flow';
import { isRecord, same } from './json';
import type { Finished, Frame, Json, Talk, World } from './talk';
import type { Saying } from '../locales/saying';
import { traceRepair, traceStep, type Traced } from './trace';

/** A yes that binds: to this read-back, of this frame, with all that it showed. */
export interface Yes {
  readonly frame: string;
  readonly step: string;
  readonly shown: Json;
}

/** A question that stands before whatever the frames would ask. */
export interface Aside {
  readonly frame: string | null;
  readonly step: string;
  readonly question: Question;
}

export interface Turn {
  readonly world: World;
  readonly before: Talk;
  readonly flows: Flows;
  frames: readonly Frame[];
  readonly says: Saying[];
  aside: Aside | null;
  yes: Yes | null;
  /** The frame whose read-back was agreed to in this turn. */
  agreed: string | null;
  /** A yes was given, but to something that is no longer so. */
  anew: boolean;
  /** A no to the last read-back. */
  no: boolean;
  /** Slots changed, a frame came or went, a question was answered: the customer was understood. */
  progress: boolean;
  /** Something was asked by the way, so the pending question comes back in its short form. */
  digressed: boolean;
  /** What can be answered now is said with the question. */
  helped: boolean;
  /** Nothing but the last words again. */
  repeat: boolean;
  finished: Finished | undefined;
  /** Insults in a row, this turn's included. */
  insults: number;
  /** Overtaken questions that were answered in this turn, by the number of the message that asked. */
  readonly answered: Set<number>;
  humanAsked: { readonly at: number; readonly wish: string } | undefined;
  /** Deeds that were looked at again in this turn, and whether they still stood. */
  readonly looked: Map<string, boolean>;
  /** Deeds that were done or moved in this turn. */
  readonly made: Set<string>;
  /** For whoever looks on. */
  readonly trace: Traced[];
}

export type Flows = Readonly<Record<string, Flow>>;

export function beginTurn(before: Talk, world: World, flows: Flows): Turn {
  return {
    world,
    before,
    flows,
    frames: before.frames,
    says: [],
    aside: null,
    yes: null,
    agreed: null,
    anew: false,
    no: false,
    progress: false,
    digressed: false,
    helped: false,
    repeat: false,
    finished: before.finished,
    insults: before.insults ?? 0,
    answered: new Set(),
    humanAsked: humanAskedBefore(before),
    looked: new Map(),
    made: new Set(),
    trace: [],
  };
}

function humanAskedBefore({ humanAskedAt: at, humanAskedFor: wish }: Talk): Turn['humanAsked'] {
  return at === undefined ? undefined : { at, wish: wish ?? '' };
}

export function flowOf(turn: Turn, frame: Frame): Flow {
  const flow = turn.flows[frame.flow];
  if (!flow) throw new Error(`frame ${frame.id} runs the flow "${frame.flow}", which does not exist`);
  return flow;
}

export function topFrame(turn: Turn): Frame | undefined {
  return turn.frames.at(-1);
}

/** Puts the frame's new state in place of its old one. */
export function keepFrame(turn: Turn, frame: Frame): Frame {
  turn.frames = turn.frames.map((each) => (each.id === frame.id ? frame : each));
  return frame;
}

/** Begins a request on top of what runs. */
export function openFrame(turn: Turn, flow: Flow, slots: Slots = {}): Frame {
  const { now, newId } = turn.world;
  const frame: Frame = {
    id: newId(),
    flow: flow.id,
    version: flow.version,
    slots,
    facts: {},
    startedAt: now,
  };
  turn.frames = [...turn.frames, frame];
  turn.progress = true;
  return frame;
}

/** Lets a request go: what it did and can be taken back is taken back, last deed first. */
export async function dropFrame(turn: Turn, frame: Frame): Promise<void> {
  for (const step of [...flowOf(turn, frame).steps].reverse()) {
    const standing = frame.facts[step.id];
    if (step.kind !== 'do' || !step.undo || !standing) continue;
    await step.undo(standing, turn.world);
    traceStep(turn.trace, frame, step.id, 'undone');
  }
  traceRepair(turn.trace, 'dropped');
  leaveFrame(turn, frame);
}

/** Takes a frame off without undoing anything: it is finished, or sealed. */
export function leaveFrame(turn: Turn, frame: Frame): void {
  turn.frames = turn.frames.filter((each) => each.id !== frame.id);
  turn.progress = true;
}

/** Sets slots (null empties one); a change counts as progress and leaves no yes standing. */
export function setSlots(turn: Turn, frame: Frame, patch: Slots): boolean {
  const slots = patched(frame.slots, patch);
  if (same(slots, frame.slots)) return false;
  if (Object.keys(patch).some((name) => name in frame.slots)) traceRepair(turn.trace, 'correction');
  keepFrame(turn, { ...frame, slots });
  turn.progress = true;
  return true;
}

export function patched(slots: Slots, patch: Slots): Slots {
  return Object.fromEntries(Object.entries({ ...slots, ...patch }).filter(([, value]) => value !== null));
}

export function slotText(slots: Slots, name: string): string | undefined {
  const value = slots[name];
  return typeof value === 'string' ? value : undefined;
}

export function slotRecord(slots: Slots, name: string): { readonly [key: string]: Json } | undefined {
  const value = slots[name];
  return isRecord(value) ? value : undefined;
}
