/** What was just asked, so that "yes", "the second" and a bare "10" can be understood. */
import type { Act, SlotName } from './acts';

export type Asking = SlotName | 'confirm' | 'choice' | 'line';

export interface Choice {
  /** As the customer saw it, in their language. */
  readonly label: string;
  /** What choosing it means. */
  readonly acts: readonly Act[];
}

export interface Expectation {
  readonly asking: Asking;
  readonly choices: readonly Choice[];
  /** Titles of what can be answered one by one, in the order shown. */
  readonly lines?: readonly string[];
}
