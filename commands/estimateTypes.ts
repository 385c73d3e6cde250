/** Estimates as those above see them, and what their commands take and give. */
import type { Names } from '../scheduling/business';
import type { Millis } from '../platform/clock';
import type { AssetView, BookingView } from './types';

export type LineStatus = 'open' | 'approved' | 'declined';

export interface EstimateLineView {
  /** 1, 2, 3 … within its version. */
  readonly id: number;
  readonly title: string;
  /** Names of the service that the line is about, by language; null for what the workshop wrote. */
  readonly titleNames: Names | null;
  readonly service: string | null;
  /** Minor units. */
  readonly amount: number;
  /** The most that it may be; equal to `amount` where it is no range. */
  readonly most: number;
  readonly status: LineStatus;
}

/**
 * `open`: nothing answered; `partly-answered`: some lines; `approved`, `declined`: all alike; `partly-approved`: all, and not
 * alike; `booked`: every price of it is booked; `expired`: its time has passed without that.
 */
export type EstimateStatus =
  'open' | 'partly-answered' | 'approved' | 'declined' | 'partly-approved' | 'booked' | 'expired';

export interface EstimateView {
  readonly id: string;
  readonly reference: string;
  /** `price`: out of the price list, before anything is booked; `work`: asks for approval while it is worked on. */
  readonly kind: 'price' | 'work';
  readonly version: number;
  readonly status: EstimateStatus;
  readonly lines: readonly EstimateLineView[];
  /** Minor units: of all lines, whatever was answered. */
  readonly total: number;
  readonly totalMost: number;
  /** Of the lines that were approved. */
  readonly approvedTotal: number;
  readonly currency: string;
  /** Last instant at which a price can be booked; null where nothing ends it. */
  readonly validUntil: Millis | null;
  /** The last day of it at the business, `YYYY-MM-DD`. */
  readonly validUntilDay: string | null;
  readonly assetClass: string | null;
  readonly orderId: string | null;
  /** What the estimate is about, for a work estimate. */
  readonly asset: AssetView | null;
  readonly createdAt: Millis;
}

export interface EstimatePriceInput {
  /** Catalog ids; each becomes a line. */
  readonly services: readonly string[];
  /** Decides the price; null: it is known to be an ordinary one; absent: not known, which makes a range. */
  readonly assetClass?: string | null;
}

export type EstimatePriceResult =
  | { readonly kind: 'estimated'; readonly estimate: EstimateView }
  | { readonly kind: 'unknown-service'; readonly service: string };

export type AgreePriceResult =
  /** The hold or booking costs what the estimate says now, and goes on to when it is moved. */
  | { readonly kind: 'agreed'; readonly booking: BookingView }
  | { readonly kind: 'expired'; readonly estimate: EstimateView }
  /** The estimate is of another service, or another booking has it already. */
  | { readonly kind: 'other'; readonly estimate: EstimateView }
  | { readonly kind: 'unknown' };

export interface SendEstimateInput {
  readonly orderId: string;
  readonly lines: readonly { readonly title: string; /** Minor units. */ readonly amount: number }[];
}

export type SendEstimateResult =
  | {
      readonly kind: 'sent';
      readonly estimate: EstimateView;
      /** False: there was nowhere to send it, and a task asks the team to call. */
      readonly told: boolean;
    }
  | { readonly kind: 'refused'; readonly rule: 'no-lines' | 'too-many-lines' | 'bad-amount' }
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown' };

export interface EstimateAnswer {
  readonly estimateId: string;
  /** The version that was read back. */
  readonly version: number;
  readonly lines: readonly { readonly id: number; readonly approve: boolean }[];
}

export interface EstimateEvidence {
  /** What the customer read and said yes to: the text of the read-back. Absent: the message that told the estimate. */
  readonly shown?: string;
  /** What they wrote. */
  readonly reply: string;
}

/** A line that differs between the version that was answered and the one there is. */
export interface EstimateDifference {
  readonly title: string;
  /** Minor units; null where the line was not there. */
  readonly before: number | null;
  readonly after: number | null;
}

export type AnswerEstimateResult =
  | { readonly kind: 'answered'; readonly estimate: EstimateView }
  | {
      readonly kind: 'stale';
      readonly estimate: EstimateView;
      readonly difference: readonly EstimateDifference[];
    }
  | { readonly kind: 'unknown-line'; readonly line: number; readonly estimate: EstimateView }
  /** What was approved is being worked on: taking it back is for the team. */
  | { readonly kind: 'settled'; readonly line: number; readonly estimate: EstimateView }
  /** The visit has ended. */
  | { readonly kind: 'over'; readonly estimate: EstimateView }
  | { readonly kind: 'unknown' };
