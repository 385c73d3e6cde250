/** The state of a conversation: what was said and done, never a position in code. Plain JSON, kept by the turn. */
import type { Act, Intent } from '../understanding/acts';
import type { Asking, Choice } from '../understanding/expectation';
import type { Fact as WordFact, Saying } from '../locales/saying';
import type { PlanCommands } from '../commands/plans/types';
import type { AssetView, BookingView, Commands } from '../commands/types';
import type { VisitCommands } from '../commands/visitTypes';
import type { WaitlistCommands } from '../commands/waitlist/types';
import type { Business } from '../scheduling/business';
import type { Millis } from '../platform/clock';
import type { Traced } from './trace';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A deed or a consent, kept with the very inputs it was made with. */
export interface Deed {
  readonly inputs: Json;
  readonly value: Json;
  readonly at: Millis;
  /** A deed that lapses was lengthened; that is done once. */
  readonly renewed?: boolean;
}

export interface Frame {
  readonly id: string;
  readonly flow: Intent | 'human';
  /** Grows when the flow's slots change meaning; a map brings older frames up. */
  readonly version: number;
  readonly slots: Readonly<Record<string, Json>>;
  readonly facts: Readonly<Record<string, Deed>>;
  readonly startedAt: Millis;
  /** How often each do step was performed: part of its idempotency key. */
  readonly attempts?: Readonly<Record<string, number>>;
}

/** The last request that was finished, for what is said about it afterwards. */
export interface Finished {
  readonly flow: Frame['flow'];
  readonly value: Json;
  readonly at: Millis;
}

/** The last question, with all that is needed to understand its answer. */
export interface Asked {
  readonly asking: Asking;
  readonly frame: string | null;
  readonly step: string;
  readonly choices: readonly Choice[];
  /** For a read-back: everything that was shown, which a yes is a yes to. */
  readonly shown: Json | null;
  /** The transcript's number of the message that asked; set by the turn. */
  readonly number: number | null;
  /** How often it was asked again without progress. */
  readonly misses: number;
}

export interface Talk {
  readonly format: 1;
  /** The running frame is the last one. */
  readonly frames: readonly Frame[];
  readonly asked: Asked | null;
  /** The first reply says who writes and that it is automated: whether that was said. */
  readonly introduced: boolean;
  /** What was said last, for "what?". */
  readonly last: readonly Saying[];
  readonly finished?: Finished;
  /** When the team was last asked to step in. */
  readonly humanAskedAt?: Millis;
  /** What that was about: the wish that could not be met here, or nothing in particular. */
  readonly humanAskedFor?: string;
  /** When the last turn was; drafts older than a day are let go. */
  readonly at?: Millis;
  /** Flows of another version of the program that could not be read; said once, then forgotten. */
  readonly setAside?: readonly string[];
}

/** One pending message, understood. */
export interface Heard {
  readonly number: number;
  readonly acts: readonly Act[];
  readonly receivedAt: Millis;
}

export interface CustomerView {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly language: string | null;
  readonly assets: readonly AssetView[];
}

/** All commands of a conversation, bound to its transaction, its clock and its customer. */
export interface AllCommands {
  readonly commands: Commands;
  /** On several bookings at once: plans, and appointments that recur. */
  readonly plans: PlanCommands;
  /** Around a visit: orders, estimates, the profile, past visits. */
  readonly visits: VisitCommands;
  readonly waitlist: WaitlistCommands;
}

/** What a turn may look at and do. No IO of its own: everything goes through its commands. */
export interface World extends AllCommands {
  readonly now: Millis;
  readonly business: Business;
  readonly customer: CustomerView;
  readonly conversationId: string;
  /** True on web chat, where the far end has no number. */
  readonly asksPhone: boolean;
  /** SMS: words a carrier takes as opt-out are never offered. */
  readonly smsWords: boolean;
  /** When the message that asked reached the customer; null while it has not. */
  readonly askedHandedAt: Millis | null;
  readonly newId: () => string;
}

/** A choice to be worded: what it means is kept, its label is a saying. */
export interface Offered {
  readonly label: WordFact;
  readonly acts: readonly Act[];
}

export interface Advanced {
  readonly talk: Talk;
  readonly sayings: readonly Saying[];
  /** Offered with the last saying; the turn words them and keeps them in `talk.asked.choices`, in this order. */
  readonly choices: readonly Offered[];
  /** Which steps and repairs led there. */
  readonly trace?: readonly Traced[];
}

/** The customer's live holds and bookings, as the state file of a talk shows them. */
export type { BookingView };
