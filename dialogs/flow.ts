/** What a flow is made of: steps as data, which the engine reads from the top at every turn. */
import type { ActOf } from '../understanding/acts';
import type { Asking } from '../understanding/expectation';
import type { Saying } from '../locales/saying';
import type { Deed, Finished, Frame, Json, Offered, World } from './talk';

export type FlowId = Frame['flow'];
export type Inform = ActOf<'inform'>;
/** Which others are wished: earlier or later than what stands. */
export type Than = ActOf<'alternatives'>['than'];
/** What shall be another: absent is the time. */
export type Of = ActOf<'alternatives'>['of'];
export type Slots = Readonly<Record<string, Json>>;

/** What a step may look at when the walk comes by. */
export interface Scene {
  readonly world: World;
  readonly frame: Frame;
  /** Slots as this walk has settled them: "at 3" has become a start, an only branch is assumed. Never stored. */
  readonly settled: Slots;
}

export interface Question {
  readonly asking: Asking;
  readonly says: readonly Saying[];
  /** The short form, when it is asked once more after a digression; absent: `says`. */
  readonly again?: readonly Saying[];
  /** An example of an answer, for whoever was not understood. */
  readonly hint: Saying;
  readonly choices: readonly Offered[];
  /** Titles of what can be answered one by one, in the order shown. */
  readonly lines?: readonly string[];
  /** For a read-back: everything that is shown. */
  readonly shown?: Json;
}

export type Settled =
  /** `pin` replaces the slot: what was resolved once ("the first free one") must not be resolved differently later. */
  | { readonly kind: 'settled'; readonly value: Json; readonly pin?: Json }
  | { readonly kind: 'unneeded' }
  | { readonly kind: 'open'; readonly question: Question };

/** A question, its choices and its rules; flows share them. */
export interface Ask {
  readonly slot: string;
  /** Every slot that it reads or writes beside its own, for reading stored frames. */
  readonly beside?: readonly string[];
  /** Joins what was said with what stood: the slots to set (null empties one), or null when it is not meant for this slot. */
  readonly hear: (said: Inform, slots: Slots, world: World) => Readonly<Record<string, Json>> | null;
  /** "Others?": the slots to set so that something else is offered. */
  readonly others?: (slots: Slots, than?: Than, of?: Of) => Readonly<Record<string, Json>> | null;
  readonly settle: (scene: Scene) => Promise<Settled>;
}

export interface AskStep {
  readonly kind: 'ask';
  readonly id: string;
  readonly ask: Ask;
}

/** What follows a no to a read-back: a question on what to change, or the end of the request. */
export type Denied =
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'drop'; readonly says: readonly Saying[] };

export interface ConfirmStep {
  readonly kind: 'confirm';
  readonly id: string;
  /** Everything a yes is a yes to; null when there is nothing left to read back, which ends the walk's interest in it. */
  readonly shown: (scene: Scene) => Promise<Json | null>;
  /** `anew`: a yes was given, but to something else. */
  readonly readBack: (scene: Scene, shown: Json, anew: boolean) => Question;
  readonly denied: (scene: Scene) => Denied;
}

/** What the result of a command does to its frame. */
export interface Outcome {
  /** The kind of the command's result, for whoever looks on. */
  readonly result?: string;
  /** The deed stands, with this value. */
  readonly keep?: Json;
  /** Slots that are asked anew; their last value stays beside them as `<slot>.before`. */
  readonly clears?: readonly string[];
  readonly sets?: Readonly<Record<string, Json>>;
  /** Values of other facts that this result brought up to date. */
  readonly updates?: Readonly<Record<string, Json>>;
  /** Facts that no longer hold. */
  readonly drops?: readonly string[];
  readonly says?: readonly Saying[];
  /** The request is over without a deed. */
  readonly ends?: boolean;
  /** What may be done next, asked when this request is over. */
  readonly aside?: { readonly step: string; readonly question: Question };
}

export interface DoStep {
  readonly kind: 'do';
  readonly id: string;
  /** A deed that cannot be undone: steps above it count as satisfied from then on. */
  readonly seals: boolean;
  /** What the deed is done with; null where it is not needed. */
  readonly inputs: (scene: Scene) => Json | null;
  /** Does it, or moves the deed that stands to these inputs. */
  readonly perform: (inputs: Json, scene: Scene, key: string, standing: Deed | undefined) => Promise<Outcome>;
  /** Whether `perform` keeps what stands when the new cannot be had. */
  readonly moves: boolean;
  /** Takes it back, with the inputs it was made with. */
  readonly undo?: (deed: Deed, world: World) => Promise<void>;
  /** Today's value of a deed that can lapse; null once it has. */
  readonly look?: (deed: Deed, world: World) => Promise<Json | null>;
  /** Lengthens a deed that lapses, once. */
  readonly renew?: (deed: Deed, world: World) => Promise<boolean>;
  /** Said when a lapsed deed is done again. */
  readonly lapsed?: Saying;
  /** The kinds of result that its command has. */
  readonly outcomes: readonly string[];
}

export interface SayStep {
  readonly kind: 'say';
  readonly id: string;
  /** It is satisfied by having been said for these. */
  readonly inputs: (scene: Scene) => Json;
  readonly says: (scene: Scene) => readonly Saying[];
}

export type Step = AskStep | ConfirmStep | DoStep | SayStep;

export interface Flow {
  readonly id: FlowId;
  /** Grows when slots change meaning. */
  readonly version: number;
  readonly steps: readonly Step[];
  /** Old slot names to today's. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Slots that are given when it begins and never asked. */
  readonly given?: readonly string[];
  /** Whether dropping it asks "this request or your booking?": something is being made that does not exist yet. */
  readonly drafts: boolean;
  /** The business asks it: it waits for its answer however long that takes. */
  readonly waits?: true;
  /** What is said when the change that it makes is let go: the booking stays as it is. Absent: there is none that stands. */
  readonly keeps?: (frame: Frame, world: World) => Saying;
  /** Slots that a wish for it begins with. */
  readonly begins?: (wish: ActOf<'request'>, finished: Finished | undefined) => Slots;
  /** The line with which the talk comes back to it when something else is done. */
  readonly resumes?: (frame: Frame, world: World) => Saying | null;
  /** What is remembered of a finished frame, for the talk that goes on after it. */
  readonly remembers?: (frame: Frame) => Json;
}

interface DeedSpec<I extends Json, R extends { readonly kind: string }> {
  readonly id: string;
  readonly seals?: boolean;
  readonly inputs: (scene: Scene) => I | null;
  readonly run: (inputs: I, scene: Scene, key: string) => Promise<R>;
  /** Takes the new and frees the old at once, or the old stands. Absent: the old is undone first. */
  readonly move?: (inputs: I, standing: Deed, scene: Scene, key: string) => Promise<R>;
  /** Every result of the command, named: a missing one does not compile. */
  readonly results: {
    readonly [K in R['kind']]: (result: Extract<R, { readonly kind: K }>, scene: Scene) => Outcome;
  };
  readonly undo?: (deed: Deed, world: World) => Promise<void>;
  readonly look?: (deed: Deed, world: World) => Promise<Json | null>;
  readonly renew?: (deed: Deed, world: World) => Promise<boolean>;
  readonly lapsed?: Saying;
}

export function ask(ask: Ask): AskStep {
  return { kind: 'ask', id: ask.slot, ask };
}

/** A do step whose results are all accounted for. */
export function deed<I extends Json, R extends { readonly kind: string }>(spec: DeedSpec<I, R>): DoStep {
  const { id, inputs, run, move, results, undo, look, renew, lapsed } = spec;
  const outcomeOf = (result: R, scene: Scene): Outcome => {
    const kind: R['kind'] = result.kind;
    // the compiler cannot see that the handler of a result's own kind takes that result
    const outcome = results[kind] as (result: R, scene: Scene) => Outcome;
    return { ...outcome(result, scene), result: kind };
  };
  const perform: DoStep['perform'] = async (given, scene, key, standing) => {
    // the engine hands back exactly what `inputs` made
    const typed = given as I;
    if (standing && move) return outcomeOf(await move(typed, standing, scene, key), scene);
    if (standing && undo) await undo(standing, scene.world);
    return outcomeOf(await run(typed, scene, key), scene);
  };
  return {
    kind: 'do',
    id,
    seals: spec.seals ?? false,
    inputs,
    perform,
    moves: move !== undefined,
    outcomes: Object.keys(results),
    ...(undo && { undo }),
    ...(look && { look }),
    ...(renew && { renew }),
    ...(lapsed && { lapsed }),
  };
}
