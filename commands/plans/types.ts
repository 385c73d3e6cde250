/** What the commands on plans of several items take and give: one tagged result per command. */
import type { LocalDateTime, Minute } from '../../scheduling/business';
import type {
  BookSeriesInput,
  BookSeriesResult,
  CheckSeriesResult,
  RescheduleSeriesInput,
  RescheduleSeriesResult,
  SeriesChanges,
  SeriesInput,
  SeriesScope,
} from '../series/types';
import type { BookingView, CancellationQuote, Refusal } from '../types';

/** One appointment of a plan; how it stands to the others is said as in `scheduling/planAsk`. */
export interface PlanItemInput {
  /** Names it within the plan. */
  readonly id: string;
  readonly service: string;
  /** Who is served, by name; absent is the customer. Nobody, and no asset, is served twice at once. */
  readonly attendee?: string;
  /** Resource id of a person wished for. */
  readonly person?: string;
  /** One of the people of that item does this one too. */
  readonly samePersonAs?: string;
  /** Begins at the same minute as that item. */
  readonly with?: string;
  /** Begins when these are over. Where neither is said, plans are looked for in which it comes after the item before it. */
  readonly after?: readonly string[];
  readonly assetId?: string;
  readonly assetClass?: string;
}

export interface QuotePlanInput {
  readonly items: readonly PlanItemInput[];
  readonly branch: string;
  /** All items begin in `[from, to)`, UTC minutes. */
  readonly from: Minute;
  readonly to: Minute;
  /** The longest wait between an item and those it comes after; 60 minutes where it is not said. */
  readonly maxWaitMinutes?: number;
  /** At most so many plans; 3 where it is not said. */
  readonly limit?: number;
}

/** One item of a plan that could be had. */
export interface OfferedItem {
  /** The id it was asked with. */
  readonly item: string;
  readonly service: string;
  readonly attendee: string | null;
  /** Wall time of the branch. */
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  readonly startMinute: Minute;
  readonly endMinute: Minute;
  /** Resource ids, people first. */
  readonly people: readonly string[];
  readonly resources: readonly string[];
  /** Minor units. */
  readonly price: number;
}

export interface PlanOffer {
  readonly branch: string;
  readonly zone: string;
  /** From the first item's start to the last one's end. */
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  /** In the order asked. */
  readonly items: readonly OfferedItem[];
  /** Of all items, minor units. */
  readonly price: number;
  readonly currency: string;
}

/** What is wrong with a plan or with one of its items. */
export interface PlanRefusal {
  readonly rule:
    | Refusal['rule']
    /** A plan has one to eight items. */
    | 'too-many-items'
    | 'no-items'
    /** Two items have that id. */
    | 'same-item-twice'
    /** It stands to an item that is not before it in the list. */
    | 'unknown-item'
    /** It begins before those it comes after are over, apart from the one it goes with, or while its attendee is served elsewhere. */
    | 'out-of-place'
    | 'reversed-range';
  readonly value: string;
  readonly bound?: LocalDateTime;
  readonly readings?: readonly [LocalDateTime, LocalDateTime];
}

export interface PlanRefused {
  readonly kind: 'refused';
  /** Id of the item; null where it is about the whole plan. */
  readonly item: string | null;
  readonly refusal: PlanRefusal;
}

export type QuotePlanResult =
  /** Earliest first. Not `complete`: the search was given up, there may be others. */
  | { readonly kind: 'plans'; readonly plans: readonly PlanOffer[]; readonly complete: boolean }
  /** These items cannot be had in the window even alone. */
  | { readonly kind: 'impossible'; readonly items: readonly string[] }
  | PlanRefused;

export interface ChosenItemInput extends PlanItemInput {
  readonly start: LocalDateTime;
  /** The exact instant, where the caller knows it: it decides in an hour that clocks repeat. */
  readonly startMinute?: Minute;
}

export interface HoldPlanInput {
  readonly items: readonly ChosenItemInput[];
  readonly branch: string;
  readonly customerId: string;
  readonly conversationId: string | null;
}

/** A plan that was made: its bookings in the order in which they were asked for. */
export interface PlanView {
  readonly planId: string;
  /** `held` while every item still to be confirmed is held, `expired` once one of them lapsed, `confirmed` when none is left. */
  readonly status: 'held' | 'expired' | 'confirmed' | 'cancelled';
  readonly items: readonly BookingView[];
  /** Of what was not let go or cancelled, minor units. */
  readonly price: number;
  /** Of what was cancelled. */
  readonly fee: number;
  readonly currency: string;
  readonly heldUntil: number | null;
}

export type PlanRefusedWithOffers = PlanRefused & { readonly alternatives: readonly PlanOffer[] };
/** Somebody has part of it: nothing was changed, and these could be had instead. */
export interface PlanTaken {
  readonly kind: 'taken';
  readonly alternatives: readonly PlanOffer[];
}

export type HoldPlanResult =
  { readonly kind: 'held'; readonly plan: PlanView } | PlanTaken | PlanRefusedWithOffers;

export type BookPlanResult =
  { readonly kind: 'booked'; readonly plan: PlanView } | PlanTaken | PlanRefusedWithOffers;

/** What the held items are to become, each with the booking that holds it; all of them are named. */
export interface MovePlanInput {
  readonly planId: string;
  readonly branch: string;
  readonly items: readonly (ChosenItemInput & { readonly bookingId: string })[];
  readonly customerId: string;
}
export type MovePlanResult = HoldPlanResult | { readonly kind: 'gone' };

/** What the customer agreed to; what differs is not confirmed but held and read back anew. */
export interface ConfirmPlanInput {
  readonly planId: string;
  readonly shown: readonly {
    readonly bookingId: string;
    readonly start: LocalDateTime;
    readonly end: LocalDateTime;
    readonly price: number;
    readonly people: readonly string[];
  }[];
}

export type ConfirmPlanResult =
  | { readonly kind: 'confirmed'; readonly plan: PlanView }
  /** Facts changed since they were shown; the plan is held with the new ones. */
  | { readonly kind: 'changed'; readonly plan: PlanView }
  | PlanTaken
  | PlanRefusedWithOffers
  | { readonly kind: 'gone' };

/** What cancelling several bookings at once would cost now. */
export interface CancellationQuotes {
  readonly quotes: readonly CancellationQuote[];
  /** Of all of them, minor units. */
  readonly fee: number;
}

export type CancelTogetherResult =
  | { readonly kind: 'cancelled'; readonly bookings: readonly BookingView[]; readonly fee: number }
  /** The fee is no longer the one that was shown; nothing was cancelled. */
  | { readonly kind: 'changed'; readonly quotes: CancellationQuotes }
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown' };

/** The commands on several bookings as a conversation may call them: bound like `Commands`, the same keys, the same laws. */
export interface PlanCommands {
  quotePlan(input: QuotePlanInput): Promise<QuotePlanResult>;
  holdPlan(input: HoldPlanInput, key: string): Promise<HoldPlanResult>;
  movePlan(input: MovePlanInput, key: string): Promise<MovePlanResult>;
  /** Today's facts; null when there is no such plan of this customer. */
  lookPlan(planId: string): Promise<PlanView | null>;
  /** One renewal of the plan's minutes; false when it is over or was renewed before. */
  renewPlan(planId: string): Promise<boolean>;
  releasePlan(planId: string): Promise<void>;
  confirmPlan(input: ConfirmPlanInput, key: string): Promise<ConfirmPlanResult>;
  /** Null when there is no such plan of this customer, or nothing of it is left to cancel. */
  quotePlanCancellation(planId: string): Promise<CancellationQuotes | null>;
  cancelPlan(
    input: { readonly planId: string; readonly shownFee: number },
    key: string,
  ): Promise<CancelTogetherResult>;
  checkSeries(input: SeriesInput & SeriesChanges): Promise<CheckSeriesResult>;
  bookSeries(input: BookSeriesInput, key: string): Promise<BookSeriesResult>;
  quoteSeriesCancellation(bookingId: string, scope: SeriesScope): Promise<CancellationQuotes | null>;
  cancelSeries(
    input: { readonly bookingId: string; readonly scope: SeriesScope; readonly shownFee: number },
    key: string,
  ): Promise<CancelTogetherResult>;
  rescheduleSeries(input: RescheduleSeriesInput, key: string): Promise<RescheduleSeriesResult>;
}
