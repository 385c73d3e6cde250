/** A partial point or stretch of local time: exactly what the words say, certain and implied kept apart. */
import type { LocalDate, LocalTime } from '../scheduling/business';

/** A value with how it came: said in words, or implied by opening hours and what was asked. */
export interface Part<T> {
  readonly value: T;
  readonly certain: boolean;
  /** Other readings that the words allow, best first (`at 3`: 15:00, then 03:00). */
  readonly others?: readonly T[];
}

export type PartOfDay = 'morning' | 'midday' | 'afternoon' | 'evening' | 'night';

export interface Moment {
  readonly date?: Part<LocalDate>;
  /** Inclusive last day of a range of days. */
  readonly untilDate?: LocalDate;
  readonly time?: Part<LocalTime>;
  /** Exclusive end of a range of times; with `time` absent the range is open at its beginning. */
  readonly untilTime?: LocalTime;
  /** `time` is the earliest wished, not the exact start: "after 3", "from 3 on". */
  readonly from?: boolean;
  readonly partOfDay?: PartOfDay;
  /** "same time", "same day": keep what stood before. */
  readonly same?: 'time' | 'date';
  readonly pick?: 'first' | 'last';
  /** A day that does not exist, as it was said, with the nearest real days. */
  readonly impossible?: { readonly said: string; readonly nearest: readonly LocalDate[] };
  /** Weekday and date that disagree: both readings. */
  readonly conflict?: { readonly byWeekday: LocalDate; readonly byDate: LocalDate };
  /** Days not wanted: ISO weekdays or dates. */
  readonly exclude?: readonly (number | LocalDate)[];
  /** The only days wanted, ISO weekdays or dates: "weekdays", "Tuesdays and Thursdays", "Monday, Wednesday or Friday". */
  readonly only?: readonly (number | LocalDate)[];
  /** Parts of the day not wanted: "no mornings". */
  readonly avoid?: readonly PartOfDay[];
  /** Starts not wanted: "anything but 10", with both readings. */
  readonly avoidTimes?: readonly LocalTime[];
  /** "an hour later": minutes from what stood before, negative is earlier. */
  readonly shift?: number;
}
