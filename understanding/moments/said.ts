/** Pieces of time as words say them, before they are put together and read against the calendar. */
import type { PartOfDay } from '../moment';

/** Which of the coming ones: `bare` is the soonest after today, `next` the one of next week. */
export type Which = 'bare' | 'this' | 'next' | 'coming';
export type Third = 'start' | 'middle' | 'end';

export type DateSaid =
  | { readonly kind: 'offset'; readonly days: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: Which; readonly weeks?: number }
  | {
      readonly kind: 'calendar';
      readonly day: number;
      readonly month: number;
      readonly year?: number;
      /** Both orders of day and month are possible: the other one is kept as another reading. */
      readonly swappable?: boolean;
    }
  | {
      readonly kind: 'days';
      readonly from: number;
      readonly to: number;
      readonly month: number;
      readonly year?: number;
    }
  | { readonly kind: 'dayOfMonth'; readonly day: number }
  | { readonly kind: 'week'; readonly weeks: number; readonly part?: Third }
  | { readonly kind: 'weekend'; readonly weeks: number }
  | { readonly kind: 'month'; readonly month: number; readonly year?: number; readonly part?: Third }
  | { readonly kind: 'monthsAhead'; readonly months: number; readonly part?: Third }
  /** From today on. */
  | { readonly kind: 'within'; readonly amount: number; readonly unit: 'day' | 'week' | 'month' | 'year' }
  | { readonly kind: 'ahead'; readonly amount: number; readonly unit: 'day' | 'week' | 'month' | 'year' };

/** `am` and `pm` as said; without them the opening hours decide. */
export interface ClockSaid {
  readonly kind: 'clock';
  readonly hour: number;
  readonly minute: number;
  readonly half?: 'am' | 'pm';
  /** Written so that it can only be one of 24 hours: `08:00`, `14h`. */
  readonly exact?: boolean;
  /** A number alone, which is a time only where a time is expected. */
  readonly bare?: boolean;
}

/** ISO weekdays; which ones are working days and which the weekend depends on the country. */
export type Weekdays = readonly number[] | 'workdays' | 'weekends';

export type TimeSaid =
  | ClockSaid
  | { readonly kind: 'part'; readonly part: PartOfDay }
  /** Any of these days of the week: "Tuesdays and Thursdays". */
  | { readonly kind: 'weekdays'; readonly days: Weekdays }
  /** Minutes of the day; either end may be open. */
  | { readonly kind: 'window'; readonly from?: number; readonly until?: number }
  | { readonly kind: 'soon'; readonly minutes: number }
  | { readonly kind: 'pick'; readonly pick: 'first' | 'last' }
  | { readonly kind: 'same'; readonly same: 'time' | 'date' }
  | { readonly kind: 'shift'; readonly minutes: number };

export type Said = DateSaid | TimeSaid;

export type DateKind = DateSaid['kind'];

const DATES: Readonly<Record<Said['kind'], boolean>> = {
  offset: true,
  weekday: true,
  calendar: true,
  days: true,
  dayOfMonth: true,
  week: true,
  weekend: true,
  month: true,
  monthsAhead: true,
  ahead: true,
  within: true,
  clock: false,
  part: false,
  weekdays: false,
  window: false,
  soon: false,
  pick: false,
  same: false,
  shift: false,
};

export function isDate(said: Said): said is DateSaid {
  return DATES[said.kind];
}
