/** What a turn decides inside its transaction, before it is put into words. */
import type { Advanced, AllCommands, Talk, Offered } from '../dialogs/talk';
import type { CommandContext } from '../commands/types';
import type { Saying } from '../locales/saying';
import type { Hearings } from './hear';
import type { TurnWork } from './turnWork';

export interface Decision {
  /** The talk as it goes on; null where there has been none yet. */
  readonly talk: Talk | null;
  /** The conversation's language from now on; null leaves it open. */
  readonly language: string | null;
  /** Nothing said is a turn that only takes note. */
  readonly sayings: readonly Saying[];
  readonly choices: readonly Offered[];
  readonly kind: 'reply' | 'opt-out';
  /** Sets or clears the address's opt-out. */
  readonly optOut?: boolean;
  /** What the messages were taken to mean. */
  readonly heard: Hearings['heard'];
  /** Which steps and repairs of the engine led there. */
  readonly trace?: Advanced['trace'];
}

/** The open transaction of a turn, as a decision may use it; its commands are noted in the journal. */
export interface Inside extends AllCommands {
  readonly work: TurnWork;
  readonly context: CommandContext;
}

export type Decide = (inside: Inside) => Promise<Decision>;
