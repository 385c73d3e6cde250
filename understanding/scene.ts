/** What recognisers look at and what they hand back. */
import type { Act, SlotValues } from './acts';
import type { Hearing } from './hearing';
import type { Language } from './languages/language';
import type { Said } from './moments/said';
import type { Claims } from './text/claims';
import type { Token } from './text/tokens';
import type { Utterance } from './text/utterance';

export interface Scene {
  readonly hearing: Hearing;
  readonly language: Language;
  readonly utterance: Utterance;
  /** Short for `utterance.text`. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Names, numbers and times that were read. */
  readonly claims: Claims;
  /** What was asked, null when nothing was. */
  readonly asked: string | null;
  /** Whether a word looks like another one mistyped. */
  readonly mends: (word: string) => boolean;
}

/** One thing found. Pieces of time are composed into one moment later; acts stand as they are. */
export interface Finding {
  readonly recogniser: string;
  readonly from: number;
  readonly to: number;
  readonly acts?: readonly Act[];
  readonly said?: readonly Said[];
  /** Set for entities that may be denied: "not the Golf". */
  readonly slot?: keyof SlotValues;
}

/** Recognisers run in a fixed order; each claims what it read. */
export interface Recogniser {
  readonly name: string;
  readonly read: (scene: Scene) => readonly Finding[];
}
