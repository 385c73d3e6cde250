/** What commands take and give: views of bookings, and one tagged result per command. */
import type { LocalDateTime, Minute } from '../scheduling/business';
import type { Clock, Millis } from '../platform/clock';
import type { Tx } from '../platform/database';
import type { Business } from '../scheduling/business';
import type { Reason } from '../scheduling/explain';
import type { LaterNotes } from './laterNotes';
import type { SeenBookings } from './seenBookings';

/** Who does it. */
export type Actor =
  | { readonly kind: 'customer'; readonly customerId: string; readonly conversationId: string }
  | { readonly kind: 'agent'; readonly agentId: string }
  | { readonly kind: 'api'; readonly key: string }
  | { readonly kind: 'system' };

/** Where a command works: inside the caller's transaction, on the caller's clock, for this business. */
export interface CommandContext {
  readonly tx: Tx;
  readonly clock: Clock;
  readonly business: Business;
  readonly actor: Actor;
  /** Unguessable ids (version 4 uuids) and jitter come from here, so that a replay can answer them. */
  readonly newId: () => string;
  /** Bookings that this transaction has read or made: they need not be read again. */
  readonly seen?: SeenBookings;
  /** Where what customers say about themselves waits for the next deed or the turn's end; absent: it is written at once. */
  readonly later?: LaterNotes;
}

export type BookingStatus =
  | 'held'
  | 'expired'
  | 'pending'
  | 'confirmed'
  | 'checked-in'
  | 'in-service'
  | 'done'
  | 'cancelled'
  | 'no-show';

export interface AssetView {
  readonly id: string;
  readonly label: string;
  readonly class: string | null;
  readonly plate: string | null;
}

export interface BookingView {
  readonly id: string;
  readonly reference: string;
  readonly status: BookingStatus;
  readonly service: string;
  readonly branch: string;
  /** Wall time of the branch. */
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  readonly zone: string;
  readonly startMinute: Minute;
  readonly endMinute: Minute;
  /** Resource ids, people first. */
  readonly people: readonly string[];
  readonly resources: readonly string[];
  readonly asset: AssetView | null;
  readonly attendee: string | null;
  /** Minor units. */
  readonly price: number;
  readonly fee: number;
  readonly currency: string;
  readonly heldUntil: Millis | null;
  readonly version: number;
  /** Why staff took a time that the rules refuse. */
  readonly overrideReason?: string | null;
  /** Who was wished for, as a resource id; null: whoever was free. */
  readonly person?: string | null;
  /** The kind of what it is done on, which decides how long it takes. */
  readonly assetClass?: string | null;
}

/** A bookable start, as offered. */
export interface TimeSlotView {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  readonly zone: string;
  readonly startMinute: Minute;
  readonly endMinute: Minute;
  readonly branch: string;
  /** Ids of the people free then; empty where the service takes none. */
  readonly people: readonly string[];
}

/** The rule that refuses a time, with what the words need to explain it. */
export interface Refusal {
  readonly rule:
    | 'too-soon'
    | 'beyond-horizon'
    | 'past'
    | 'closed'
    | 'off-grid'
    | 'gap'
    | 'repeated'
    | 'unknown-service'
    | 'unknown-branch'
    | 'unknown-resource'
    | 'wrong-person'
    | 'wrong-branch'
    | 'too-many-holds'
    | 'limit-reached';
  readonly value: string;
  /** First or last start that the rule allows, where it names one. */
  readonly bound?: LocalDateTime;
  /** The two readings of a local time in a gap or a repeat. */
  readonly readings?: readonly [LocalDateTime, LocalDateTime];
  /** Of `limit-reached`: whose limit it is, and how many it allows in a local day or week. */
  readonly limit?: {
    readonly of: 'service' | 'customer' | 'resource';
    readonly per: 'day' | 'week';
    readonly most: number;
  };
}

/** Staff take a time that the rules refuse: notice, horizon, grid, hours, limits and skills yield, what is taken does not. */
export interface Override {
  /** Kept with the booking and in its history. */
  readonly reason: string;
}

export interface HoldInput {
  readonly service: string;
  readonly branch: string;
  /** A person's resource id; absent: whoever is free. */
  readonly person?: string;
  readonly assetId?: string;
  readonly assetClass?: string;
  readonly start: LocalDateTime;
  /** The exact instant, where the caller knows it (a slot that was offered): it decides in an hour that clocks repeat. */
  readonly startMinute?: Minute;
  readonly customerId: string;
  readonly conversationId: string | null;
  readonly attendee?: string;
  /** Items held together share one: their holds count as one. */
  readonly plan?: string;
  /** Appointments that recur share one. */
  readonly series?: string;
  /** The waitlist's entry that this hold answers: it does not count as one of the customer's holds. */
  readonly waitlistEntry?: string;
}

export type HoldResult =
  | {
      readonly kind: 'held';
      readonly hold: BookingView;
      /** A booking of this customer for the same service whose time this one overlaps: they may not know they have it. */
      readonly alreadyBooked?: BookingView;
    }
  | { readonly kind: 'taken'; readonly alternatives: readonly TimeSlotView[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly alternatives: readonly TimeSlotView[] };

/** Moves a live hold to other inputs at once, or leaves the old one standing. */
export type MoveInput = HoldInput & { readonly bookingId: string };
export type MoveResult = HoldResult | { readonly kind: 'gone' };

export interface ConfirmInput {
  readonly bookingId: string;
  /** What the customer agreed to; a difference is not confirmed but read back anew. */
  readonly shown: {
    readonly start: LocalDateTime;
    readonly end: LocalDateTime;
    readonly price: number;
    /** Where the people were shown by name, nobody else may do it without a new yes. */
    readonly people?: readonly string[];
  };
}

export type ConfirmResult =
  | { readonly kind: 'confirmed'; readonly booking: BookingView }
  /** Facts changed since they were shown; the hold stands with the new ones. */
  | { readonly kind: 'changed'; readonly hold: BookingView }
  | { readonly kind: 'taken'; readonly alternatives: readonly TimeSlotView[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly alternatives: readonly TimeSlotView[] }
  | { readonly kind: 'gone' };

export interface CancellationQuote {
  readonly booking: BookingView;
  /** Minor units to pay when cancelled now; 0 is free. */
  readonly fee: number;
  readonly freeUntil: LocalDateTime | null;
}

export type CancelResult =
  | { readonly kind: 'cancelled'; readonly booking: BookingView }
  /** The fee is no longer the one that was shown. */
  | { readonly kind: 'changed'; readonly quote: CancellationQuote }
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown' };

/** What is not said stays as it is. */
export interface RescheduleInput {
  readonly bookingId: string;
  readonly start: LocalDateTime;
  readonly startMinute?: Minute;
  readonly branch?: string;
  /** A person's resource id; null lets go of a wish. */
  readonly person?: string | null;
  /** Ids of those who were named for it: nobody else may do it, and without them it counts as taken. */
  readonly people?: readonly string[];
  /** For staff alone. */
  readonly override?: Override;
}

export type RescheduleResult =
  | { readonly kind: 'rescheduled'; readonly booking: BookingView }
  | { readonly kind: 'taken'; readonly alternatives: readonly TimeSlotView[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly alternatives: readonly TimeSlotView[] }
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown' };

export interface AvailabilityInput {
  readonly service: string;
  /** Absent: every branch. */
  readonly branch?: string;
  readonly person?: string;
  readonly assetClass?: string;
  /** Half-open, UTC minutes. */
  readonly from: Minute;
  readonly to: Minute;
  readonly limit?: number;
  /** A hold or booking of this customer's that would move: its own time counts as free. */
  readonly except?: string;
}

export type AvailabilityResult =
  | { readonly kind: 'slots'; readonly slots: readonly TimeSlotView[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface ExplainWish {
  readonly service: string;
  readonly branch: string;
  readonly person?: string;
  readonly assetClass?: string;
  readonly start: LocalDateTime;
  /** A hold or booking of this customer's that would move: its own time counts as free. */
  readonly except?: string;
}

export type WhyNot =
  | {
      readonly kind: 'explained';
      /** In the order in which a customer should hear them; empty when the start is free. */
      readonly reasons: readonly Reason[];
      readonly alternatives: readonly TimeSlotView[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type TaskKind = 'human' | 'callback' | 'complaint' | 'cancel-wish' | 'promise' | 'other';

/**
 * The commands as a conversation may call them: already bound to transaction, clock, actor and journal.
 * `key` is the deed's idempotency key (frame, step, inputs, attempt); the same key gives the same effect once.
 */
export interface Commands {
  availability(input: AvailabilityInput): Promise<AvailabilityResult>;
  /** Why a time cannot be had, with what could be had near it. */
  explain(input: ExplainWish): Promise<WhyNot>;
  hold(input: HoldInput, key: string): Promise<HoldResult>;
  move(input: MoveInput, key: string): Promise<MoveResult>;
  /** Today's facts of a hold or booking; null when there is none such for this customer. */
  look(bookingId: string): Promise<BookingView | null>;
  /** One renewal of a hold's five minutes; false when it is over or was renewed before. */
  renew(bookingId: string): Promise<boolean>;
  release(bookingId: string): Promise<void>;
  confirm(input: ConfirmInput, key: string): Promise<ConfirmResult>;
  quoteCancellation(bookingId: string): Promise<CancellationQuote | null>;
  cancel(
    input: { readonly bookingId: string; readonly shownFee: number },
    key: string,
  ): Promise<CancelResult>;
  /** Gives a booking another time, branch or person; if that cannot be had, the old one stands. */
  reschedule(input: Omit<RescheduleInput, 'override'>, key: string): Promise<RescheduleResult>;
  /** The customer's own bookings that are not over, soonest first. */
  upcoming(): Promise<readonly BookingView[]>;
  raiseTask(
    input: { readonly kind: TaskKind; readonly text: string },
    key: string,
  ): Promise<{ readonly taskId: string }>;
  nameCustomer(name: string): Promise<void>;
  keepPhone(phone: string): Promise<void>;
  keepLanguage(language: string): Promise<void>;
  /** Finds the customer's asset with this plate or label, or adds it. */
  keepAsset(asset: {
    readonly label: string;
    readonly plate?: string;
    readonly class?: string;
  }): Promise<AssetView>;
}
