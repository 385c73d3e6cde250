/** What the commands on recurring appointments take and give: one tagged result per command. */
import type { LocalDate, LocalDateTime, Minute } from '../../scheduling/business';
import type { Differs } from '../../scheduling/nearest';
import type { SeriesRule } from '../../scheduling/series';
import type { BookingView, Refusal, TimeSlotView } from '../types';

export interface SeriesInput {
  readonly service: string;
  readonly branch: string;
  readonly person?: string;
  readonly assetId?: string;
  readonly assetClass?: string;
  /** Wall time of the first appointment, which decides the others. */
  readonly first: LocalDateTime;
  readonly rule: SeriesRule;
  readonly attendee?: string;
}

/** What was agreed about single occurrences, each named by its local day. */
export interface SeriesChanges {
  readonly skip?: readonly LocalDate[];
  readonly replacements?: readonly Replacement[];
}

export interface Replacement {
  readonly date: LocalDate;
  readonly start: LocalDateTime;
  /** The exact instant: it decides in an hour that clocks repeat. */
  readonly startMinute?: Minute;
}

/** What becomes of one occurrence. */
export type OccurrenceView =
  | {
      readonly kind: 'free';
      readonly date: LocalDate;
      readonly slot: TimeSlotView;
      /** Minor units. */
      readonly price: number;
    }
  | {
      readonly kind: 'conflict';
      readonly date: LocalDate;
      readonly start: LocalDateTime;
      /** Codes of all that stands in the way, in the order in which a customer should hear them. */
      readonly reasons: readonly string[];
      readonly alternatives: readonly (TimeSlotView & { readonly differs: Differs })[];
    }
  /** Clocks jump over that wall time: the nearest two. */
  | {
      readonly kind: 'gap';
      readonly date: LocalDate;
      readonly start: LocalDateTime;
      readonly readings: readonly [LocalDateTime, LocalDateTime];
    }
  /** Clocks show that wall time twice: which of the two, as RFC 3339 with their offsets and as minutes. */
  | {
      readonly kind: 'repeated';
      readonly date: LocalDate;
      readonly start: LocalDateTime;
      readonly readings: readonly [LocalDateTime, LocalDateTime];
      readonly minutes: readonly [Minute, Minute];
    };

export interface SeriesRefusal {
  readonly rule: Refusal['rule'] | 'impossible-rule' | 'unknown-occurrence' | 'nothing-left';
  readonly value: string;
}

export type CheckSeriesResult =
  | {
      readonly kind: 'checked';
      readonly occurrences: readonly OccurrenceView[];
      /** How many of them cannot be had as they are. */
      readonly conflicts: number;
      /** Of the free ones, minor units. */
      readonly price: number;
    }
  | { readonly kind: 'refused'; readonly refusal: SeriesRefusal };

export interface BookSeriesInput extends SeriesInput, SeriesChanges {
  readonly customerId: string;
  readonly conversationId: string | null;
}

export type BookSeriesResult =
  | { readonly kind: 'booked'; readonly seriesId: string; readonly bookings: readonly BookingView[] }
  /** Some cannot be had: nothing was booked. */
  | { readonly kind: 'conflicts'; readonly occurrences: readonly OccurrenceView[] }
  | { readonly kind: 'refused'; readonly refusal: SeriesRefusal };

/** Which appointments of a series: the one named, it and all after it, or all that are not over. */
export type SeriesScope = 'this' | 'following' | 'all';

export interface RescheduleSeriesInput extends SeriesChanges {
  /** It and all after it move: by as many days, and to the same time of day. */
  readonly bookingId: string;
  readonly start: LocalDateTime;
  /** A person's resource id; null lets go of a wish. */
  readonly person?: string | null;
}

export type RescheduleSeriesResult =
  | { readonly kind: 'rescheduled'; readonly bookings: readonly BookingView[] }
  /** Some cannot be had: all stand as they stood. Days to skip keep their old time. */
  | { readonly kind: 'conflicts'; readonly occurrences: readonly OccurrenceView[] }
  | { readonly kind: 'refused'; readonly refusal: SeriesRefusal }
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown' };
