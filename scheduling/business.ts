/** A business as scheduling sees it: branches, hours, services, resources and rules, without words, clock or database. */

/** UTC minutes since the Unix epoch. */
export type Minute = number;
/** A calendar day, `YYYY-MM-DD`. */
export type LocalDate = string;
/** Wall time, `HH:MM`. */
export type LocalTime = string;
/** Wall time of a day, `YYYY-MM-DDTHH:MM`. */
export type LocalDateTime = string;
/** Names by language (`en`, `de`, `ar`, `fa`); the business's first language is always there. */
export type Names = Readonly<Record<string, string>>;

export interface Business {
  readonly tenantId: string;
  readonly slug: string;
  /** Grows with every change of the business's data; what is derived from it is cached under it. */
  readonly version: number;
  readonly names: Names;
  /** First is the default. */
  readonly languages: readonly string[];
  readonly currency: string;
  readonly calendar: 'gregorian' | 'jalali';
  /** ISO weekday, 1 is Monday. */
  readonly weekStart: number;
  /** Sensitive businesses name no service and no person in reminders. */
  readonly sensitive: boolean;
  readonly policy: Policy;
  /** What is worked on, or null where services are for people. */
  readonly assets: AssetRules | null;
  readonly branches: readonly Branch[];
  readonly resources: readonly Resource[];
  readonly services: readonly Service[];
  /** What is answered in the business's own words; absent is nothing. */
  readonly articles?: readonly Article[] | undefined;
}

/** A text of the business on one topic (`parking`, `payment`, `warranty` …), quoted as it stands. */
export interface Article {
  readonly topic: string;
  /** By language; not every language needs to be there. */
  readonly texts: Names;
}

export interface Policy {
  readonly gridMinutes: number;
  /** Where the grid begins, in minutes after each local midnight; absent is 0. With 15 and 5 appointments begin at :05, :20, :35, :50. */
  readonly gridOffsetMinutes?: number | undefined;
  /** Inclusive, in elapsed minutes. */
  readonly minimumNoticeMinutes: number;
  /** Inclusive, in elapsed days of 24 hours. */
  readonly horizonDays: number;
  readonly holdMinutes: number;
  /** Cancelling is free until this many minutes before the start, inclusive; null is always free. */
  readonly freeCancellationMinutes: number | null;
  readonly lateFeePercent: number;
  readonly holdsPerCustomer: number;
  /** How much one customer may book, of all services together; absent is no limit. */
  readonly customerLimits?: BookingLimits | undefined;
  /** Who gets an appointment when several people are free; absent is `priority`. */
  readonly assignment?: AssignmentPolicy | undefined;
  /** How long a time stays offered to who waits for it; absent is 15 minutes. */
  readonly waitlistOfferMinutes?: number | undefined;
  /** When nobody is written to who did not write first, on the branch's wall clock; absent is 21:00 to 08:00. */
  readonly quietHours?: { readonly from: LocalTime; readonly to: LocalTime } | undefined;
  /** How long after the start a booking may be called missed; absent is 15 minutes. */
  readonly noShowGraceMinutes?: number | undefined;
  /** Stages of the work on what customers bring, first to last; the last one ends the visit. Absent: the usual ones of a workshop. */
  readonly orderStages?: readonly OrderStage[] | undefined;
  /** How many days a price out of the price list stands once it was told; absent is 14. */
  readonly estimateDays?: number | undefined;
}

export interface OrderStage {
  readonly id: string;
  /** Absent for the usual stages, which have words of their own in every language. */
  readonly names?: Names | undefined;
}

/**
 * `priority`: the first of the requirement's pool. `least-busy`: who has the fewest minutes of work on that local day.
 * `round-robin`: who was given the fewest appointments lately. Ties go by the pool's order.
 */
export type AssignmentPolicy = 'priority' | 'least-busy' | 'round-robin';

/**
 * At most so many live bookings and holds that begin in one calendar period of the branch: a local day, or a local week
 * from the business's first weekday on. Absent is no limit.
 */
export interface BookingLimits {
  readonly perDay?: number | undefined;
  readonly perWeek?: number | undefined;
}

export interface AssetRules {
  readonly kind: 'vehicle';
  /** Factors on duration (rounded up to the grid) and price by asset class; a class that is not listed has factor 1. */
  readonly classes: readonly { readonly id: string; readonly factor: number }[];
}

export interface Branch {
  readonly id: string;
  readonly names: Names;
  readonly zone: string;
  readonly address: string;
  readonly hours: readonly WeeklyHours[];
  readonly exceptions: readonly HoursException[];
}

/** Local wall minutes of a weekday; `to` may pass 1440 for a shift over midnight. */
export interface WeeklyHours {
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
}

/** Replaces the weekly hours of one local day; no intervals means closed. */
export interface HoursException {
  readonly date: LocalDate;
  readonly open: readonly { readonly from: number; readonly to: number }[];
  readonly reason: string | null;
}

export interface Resource {
  readonly id: string;
  readonly kind: 'person' | 'bay' | 'room' | 'equipment';
  readonly names: Names;
  readonly branch: string;
  /** How many at once: units 0 … capacity − 1. */
  readonly capacity: number;
  /** Own working hours on the branch's wall clock, within the branch's; absent works whenever the branch is open. */
  readonly hours?: readonly WeeklyHours[] | undefined;
  /** Own exceptions (holiday, training, an extra shift), each replacing one local day of the hours above. */
  readonly exceptions?: readonly HoursException[] | undefined;
  readonly limits?: BookingLimits | undefined;
}

export interface Service {
  readonly id: string;
  readonly names: Names;
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  readonly minutes: number;
  /** Minutes where one person needs another time for it, by resource id; the slowest of several people sets the pace. */
  readonly minutesByPerson?: Readonly<Record<string, number>> | undefined;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  /** Minor units of the business's currency. */
  readonly price: number;
  readonly depositPercent: number;
  /** One resource of each requirement is taken for the whole appointment. */
  readonly needs: readonly Requirement[];
  readonly limits?: BookingLimits | undefined;
}

export interface Requirement {
  readonly kind: Resource['kind'];
  /** True takes every unit of the resource, false one. */
  readonly whole: boolean;
  /** Ids of the resources that can serve it, in order of preference. */
  readonly pool: readonly string[];
}
