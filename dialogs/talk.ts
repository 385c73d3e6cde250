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
  readonly flow: Intent | 'human' | 'plan' | 'series' | 'waitlist';
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
  /** Titles of what can be answered one by one. */
  readonly lines?: readonly string[];
  /** For a read-back: everything that was shown, which a yes is a yes to. */
  readonly shown: Json | null;
  /** The transcript's number of the message that asked; set by the turn. */
  readonly number: number | null;
  /** How often it was asked again without progress. */
  readonly misses: number;
  /** A message that we sent first asks it: what it is about, as an id. Its choices mean all that is needed by themselves. */
  readonly about?: string;
  /** What it is about, for the customer who must say which is meant. */
  readonly label?: WordFact;
  /** Until then an answer to it counts; absent: a day after it was overtaken by another question. */
  readonly until?: Millis;
}

/** A question that another one has overtaken: an answer that comes late is an answer to it. */
export interface Prompt extends Asked {
  /** When it reached the customer; null where that was not known when it was overtaken. */
  readonly handedAt: Millis | null;
  readonly until: Millis;
}

export interface Talk {
  readonly format: 1;
  /** The running frame is the last one. */
  readonly frames: readonly Frame[];
  readonly asked: Asked | null;
  /** Questions overtaken since, newest first; a few, and none for ever. */
  readonly prompts?: readonly Prompt[];
  /** The first reply says who writes and that it is automated: whether that was said. */
  readonly introduced: boolean;
  /** What was said last, for "what?". */
  readonly last: readonly Saying[];
  readonly finished?: Finished;
  /** When the team was last asked to step in. */
  readonly humanAskedAt?: Millis;
  /** What that was about: the wish that could not be met here, or nothing in particular. */
  readonly humanAskedFor?: string;
  /** Insults so far, without a word that helped: after some of them a person is offered. */
  readonly insults?: number;
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
  /** As it was written: for the people who read it, and as evidence of what was agreed to. */
  readonly text?: string;
  /** The transcript's number of the message that this one quotes, or whose button was tapped, where the wire says so. */
  readonly answers?: number;
  /** The label of the button that was tapped. */
  readonly tapped?: string;
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
  /** In which the last message was worded; null where it is not known. */
  readonly language?: string | null;
  /** True on web chat, where the far end has no number. */
  readonly asksPhone: boolean;
  /** SMS: words a carrier takes as opt-out are never offered. */
  readonly smsWords: boolean;
  /** Voice: what was said cannot be read once more, so it is repeated word by word. */
  readonly spoken?: boolean;
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
