/** What happens around a visit, as those above see it: orders, estimates, articles, the customer's profile and past visits. */
import type { LocalDateTime, Minute, Names } from '../scheduling/business';
import type {
  AgreePriceResult,
  AnswerEstimateResult,
  EstimateAnswer,
  EstimateEvidence,
  EstimatePriceInput,
  EstimatePriceResult,
  EstimateView,
} from './estimateTypes';
import type { AssetView, BookingView } from './types';

export type * from './estimateTypes';

/** Work on what was brought. Its booking's reference is what people read out. */
export interface OrderView {
  readonly id: string;
  readonly bookingId: string;
  readonly reference: string;
  readonly service: string;
  readonly branch: string;
  readonly zone: string;
  readonly stage: string;
  /** The business's own names of the stage; null for a usual stage, which has words of its own. */
  readonly stageNames: Names | null;
  /** Wall time of the branch at which it came into this stage: the last change. */
  readonly stageSince: LocalDateTime;
  /** When the customer was told that it will be ready; wall time of the branch. */
  readonly promised: LocalDateTime | null;
  /** The promised time has passed, and it is neither ready nor handed over. */
  readonly overdue: boolean;
  /** It can be collected. */
  readonly ready: boolean;
  /** The visit is over. */
  readonly ended: boolean;
  readonly note: string | null;
  readonly asset: AssetView | null;
  readonly version: number;
}

export interface BeginOrderInput {
  readonly bookingId: string;
  /** Absent: the business's first stage. */
  readonly stage?: string;
  /** Wall time of the branch. */
  readonly promised?: LocalDateTime;
  readonly note?: string;
}

export type BeginOrderResult =
  /** Also when the visit had its order already, which is told as it is. */
  | { readonly kind: 'begun'; readonly order: OrderView; readonly isNew: boolean }
  | { readonly kind: 'unknown-stage'; readonly stages: readonly string[] }
  | { readonly kind: 'bad-time'; readonly value: string }
  /** A hold, or a booking that is pending, cancelled or done: there is nothing to work on. */
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown' };

export interface SetStageInput {
  readonly orderId: string;
  readonly stage: string;
  /** Wall time of the branch; null takes a promise back; absent leaves it. */
  readonly promised?: LocalDateTime | null;
  readonly note?: string | null;
  /** Compare and swap, where the caller has seen a version. */
  readonly version?: number;
}

export type SetStageResult =
  /** Also when it already was in that stage. */
  | { readonly kind: 'set'; readonly order: OrderView }
  /** Stages go forward only; the attempt stands in the history. */
  | { readonly kind: 'backwards'; readonly order: OrderView }
  | { readonly kind: 'unknown-stage'; readonly stages: readonly string[] }
  | { readonly kind: 'bad-time'; readonly value: string }
  | { readonly kind: 'changed'; readonly order: OrderView }
  | { readonly kind: 'over'; readonly order: OrderView }
  | { readonly kind: 'unknown' };

export interface ArticleView {
  readonly topic: string;
  /** To be quoted as it stands. */
  readonly text: string;
  /** The language it is in, which need not be the one that was asked for. */
  readonly language: string;
}

export interface ProfileView {
  readonly name: string | null;
  readonly language: string | null;
  /** As typed, or proven. */
  readonly phone: string | null;
  readonly preferredChannel: string | null;
  /** Where the customer can be written to, newest first, each once. */
  readonly channels: readonly string[];
  readonly assets: readonly AssetView[];
}

export type ProfileResult =
  | { readonly kind: 'profile'; readonly profile: ProfileView }
  /** Who asks has not shown who they are: a code is needed, and nothing is told. */
  | { readonly kind: 'unproven' };

export interface ProfileChange {
  readonly name?: string;
  readonly language?: string;
  readonly preferredChannel?: string;
}

export type ChangeProfileResult =
  | { readonly kind: 'changed'; readonly profile: ProfileView }
  | { readonly kind: 'unknown-language'; readonly languages: readonly string[] }
  /** The customer has no address there. */
  | { readonly kind: 'unreachable'; readonly channels: readonly string[] }
  | { readonly kind: 'unproven' };

export interface HistoryInput {
  /** How far back; 12 unless told. */
  readonly months?: number;
  /** `next` of the page before. */
  readonly before?: { readonly startMinute: Minute; readonly id: string };
  /** 5 unless told; at most 50. */
  readonly limit?: number;
}

export type HistoryResult =
  | {
      readonly kind: 'visits';
      /** Latest first. */
      readonly visits: readonly BookingView[];
      readonly next: { readonly startMinute: Minute; readonly id: string } | null;
    }
  | { readonly kind: 'unproven' };

/** What the last completed visit was, as far as it can be had again. */
export type LastVisitResult =
  | {
      readonly kind: 'last';
      readonly visit: BookingView;
      /** Null where it is not offered any more. */
      readonly service: string | null;
      readonly branch: string | null;
      /** A person's resource id; null where nobody did it, or who did is not there any more. */
      readonly person: string | null;
      readonly asset: AssetView | null;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unproven' };

export type LateResult =
  /** Nobody waits for it; the team knows. */
  | { readonly kind: 'noted'; readonly booking: BookingView; readonly minutes: number }
  /** The next booking of a person or bay would have to wait; the team knows, and decides. */
  | {
      readonly kind: 'knock-on';
      readonly booking: BookingView;
      readonly minutes: number;
      /** Wall time of the branch at which the next one begins. */
      readonly next: LocalDateTime;
      /** How many minutes too long it would last. */
      readonly over: number;
    }
  /** It would last past closing time; the team knows, and decides. */
  | {
      readonly kind: 'past-closing';
      readonly booking: BookingView;
      readonly minutes: number;
      readonly closes: LocalDateTime;
    }
  | { readonly kind: 'bad-minutes' }
  /** Begun long ago, over, or cancelled. */
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown' };

/** The commands around a visit as a conversation may call them, beside `Commands`: bound to transaction, clock, actor and customer. */
export interface VisitCommands {
  /** The customer's orders that are open or ended within two days, newest first; none for who is not proven. */
  orders(): Promise<readonly OrderView[]>;
  estimatePrice(input: EstimatePriceInput, key: string): Promise<EstimatePriceResult>;
  /** Gives a hold or booking the price of an estimate; again after every move of a hold. */
  agreePrice(input: { readonly estimateId: string; readonly bookingId: string }): Promise<AgreePriceResult>;
  /** The customer's estimates that are not over, newest first. */
  estimates(): Promise<readonly EstimateView[]>;
  answerEstimate(
    answer: EstimateAnswer,
    evidence: EstimateEvidence,
    key: string,
  ): Promise<AnswerEstimateResult>;
  /** Null where the business says nothing on it. */
  articleOn(topic: string, language: string | null): Promise<ArticleView | null>;
  profile(): Promise<ProfileResult>;
  changeProfile(change: ProfileChange): Promise<ChangeProfileResult>;
  history(input?: HistoryInput): Promise<HistoryResult>;
  sameAsLast(): Promise<LastVisitResult>;
  reportLate(
    input: { readonly bookingId: string; readonly minutes: number },
    key: string,
  ): Promise<LateResult>;
}
