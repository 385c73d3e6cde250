/** One utterance with all that is needed to understand it, and what came of it. */
import type { Act } from './acts';
import type { Catalog } from './catalog';
import type { Expectation } from './expectation';
import type { Moment } from './moment';

export interface Hearing {
  readonly text: string;
  /** The conversation's language so far (BCP 47), null in a new talk. */
  readonly language: string | null;
  /** Wall time of the message in `zone`, `YYYY-MM-DDTHH:MM:SS` (seconds may be missing). */
  readonly ref: string;
  /** IANA zone of the business. */
  readonly zone: string;
  /** What was just asked, null when nothing was. */
  readonly asking: Expectation | null;
  readonly catalog: Catalog;
}

/** Which recogniser found what, and where in the customer's own text. */
export interface Trace {
  readonly recogniser: string;
  /** Half-open, in UTF-16 units of the original text. */
  readonly span: readonly [from: number, to: number];
  readonly found: string;
}

export interface Understood {
  /** The language the utterance was read in. */
  readonly language: string;
  /** Never empty: `unknown` when nothing at all was found. */
  readonly acts: readonly Act[];
  /** The wished time, also as the value of the `when` inform; null when none was said. */
  readonly when: Moment | null;
  readonly trace: readonly Trace[];
}
