/** Bookings as the database functions take and tell them, and what customers say about themselves along with them. */
import type { Millis } from '../platform/clock';
import type { LocalDate, Minute } from '../scheduling/business';

/** What a customer said about themselves on the way; kept with the next deed, or with the turn. */
export interface CustomerNotes {
  readonly name?: string;
  readonly phone?: string;
  readonly language?: string;
  /** New ones, and known ones that got a plate. */
  readonly assets: readonly AssetNote[];
}

export interface AssetNote {
  readonly id: string;
  readonly label: string;
  readonly class: string | null;
  readonly plate: string | null;
}

export interface AllocationRow {
  readonly resource: string;
  readonly unit: number;
  readonly start: Minute;
  readonly end: Minute;
  readonly before: number;
  readonly after: number;
}

/** A request to the database function `take`: first candidate that fits wins; none leaves everything as it was. */
export interface TakeRequest {
  readonly tenantId: string;
  readonly bookingId: string;
  readonly now: Millis;
  /** At most 8, in order of preference. */
  readonly candidates: readonly (readonly AllocationRow[])[];
  /** Null when the time is taken for good (confirmed). */
  readonly heldUntil: Millis | null;
}

/** A booking as the database tells it. */
export interface BookingRecord {
  readonly id: string;
  readonly reference: string;
  /** As written: a hold that lapsed may still say `held`. */
  readonly status:
    | 'held'
    | 'expired'
    | 'pending'
    | 'confirmed'
    | 'checked-in'
    | 'in-service'
    | 'done'
    | 'cancelled'
    | 'no-show';
  readonly customerId: string;
  readonly conversationId: string | null;
  readonly service: string;
  readonly branch: string;
  readonly asset: AssetNote | null;
  readonly assetClass: string | null;
  readonly attendee: string | null;
  readonly notes: string | null;
  /** The person wished for. */
  readonly person: string | null;
  /** What it took last, people first. */
  readonly resources: readonly string[];
  readonly start: Minute;
  readonly end: Minute;
  readonly localStart: string;
  readonly localEnd: string;
  readonly zone: string;
  /** Minor units. */
  readonly price: number;
  readonly fee: number;
  readonly heldUntil: Millis | null;
  readonly renewed: boolean;
  /** A hold that was let go, not one that lapsed. */
  readonly released: boolean;
  readonly businessVersion: number;
  readonly version: number;
  readonly createdAt: Millis;
  /** Shared by items that were booked together. */
  readonly plan?: string | null;
  /** Shared by appointments that recur. */
  readonly series?: string | null;
  /** Of a hold that the waitlist offers: the entry it answers. */
  readonly waitlistEntry?: string | null;
  /** Why staff took a time that the rules refuse. */
  readonly overrideReason?: string | null;
}

/** A limit that a booking must not pass, with the local days, both inclusive, on which those it counts begin. */
export interface LimitRow {
  readonly of: 'service' | 'customer' | 'resource';
  readonly id: string;
  readonly per: 'day' | 'week';
  readonly most: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** UTC minutes `[first, last)` that reach beyond those days in every zone: they only keep the reading short. */
  readonly first: Minute;
  readonly last: Minute;
}

/** A booking to be made, or what one is to become: everything that was reckoned outside the database. */
export interface BookingRequest {
  readonly id: string;
  /** Null: an agent may revise anybody's. */
  readonly customer: string | null;
  readonly conversation: string | null;
  readonly service: string;
  readonly branch: string;
  readonly asset: string | null;
  readonly assetClass: string | null;
  readonly attendee: string | null;
  readonly person: string | null;
  readonly start: Minute;
  readonly end: Minute;
  readonly localStart: string;
  readonly localEnd: string;
  readonly zone: string;
  readonly offset: number;
  readonly price: number;
  readonly now: Millis;
  readonly heldUntil: Millis | null;
  readonly status: 'held' | 'pending' | 'confirmed';
  /** The word for it in the history. */
  readonly deed: string;
  /** Idempotency key. */
  readonly key: string | null;
  readonly actor: unknown;
  readonly businessVersion: number;
  /** At most 8, in order of preference. */
  readonly candidates: readonly (readonly AllocationRow[])[];
  /** For each candidate the resources it takes, people first. */
  readonly resources: readonly (readonly string[])[];
  readonly customerNotes: CustomerNotes | null;
  /** Items booked together share it: a plan's holds count as one. Kept for good when the booking is made. */
  readonly plan?: string | null;
  /** Appointments that recur share it. Kept for good when the booking is made. */
  readonly series?: string | null;
  /** The waitlist's entry that this hold answers: it does not count as one of the customer's. */
  readonly waitlistEntry?: string | null;
  /** Why staff take a time that the rules refuse; absent keeps to the rules. */
  readonly overrideReason?: string | null;
  /** Counted under locks before time is taken; absent and empty count nothing. */
  readonly limits?: readonly LimitRow[];
  /** By the minute at which a candidate ends, the wall time of it; the booking ends with the candidate that wins. */
  readonly localEnds?: Readonly<Record<Minute, string>>;
}

export interface NewBooking extends BookingRequest {
  readonly customer: string;
  /** Tried in turn until one is not in use. */
  readonly references: readonly string[];
  /** Live holds a customer may have; null does not count. */
  readonly holdLimit: number | null;
  readonly notes: string | null;
}

export interface Revision extends BookingRequest {
  /** What it must be now. */
  readonly from: readonly BookingRecord['status'][];
  /** A hold that lapsed is not revised. */
  readonly live: boolean;
  /** Compare and swap, where it matters; null does not compare. */
  readonly version: number | null;
}

export type MadeBooking =
  | { readonly kind: 'made' | 'repeated'; readonly booking: BookingRecord }
  | { readonly kind: 'taken' | 'too-many-holds' }
  | { readonly kind: 'limit-reached'; readonly limit: LimitRow }
  /** The business has changed since it was read: read it again and reckon anew. */
  | { readonly kind: 'stale' };

export type RevisedBooking =
  | { readonly kind: 'revised' | 'repeated'; readonly booking: BookingRecord }
  /** No candidate fits, and the booking stands as it stood. */
  | { readonly kind: 'taken'; readonly booking: BookingRecord }
  /** The same, by a limit that the new time would pass. */
  | { readonly kind: 'limit-reached'; readonly limit: LimitRow; readonly booking: BookingRecord }
  /** It is not, or no longer, what `from`, `live` and `version` want. */
  | { readonly kind: 'other'; readonly booking: BookingRecord }
  | { readonly kind: 'gone' | 'stale' };

export interface Confirmation {
  readonly id: string;
  readonly customer: string | null;
  readonly now: Millis;
  readonly shown: { readonly start: string; readonly end: string; readonly price: number };
  readonly key: string | null;
  readonly actor: unknown;
  readonly notes: CustomerNotes | null;
}

export type ConfirmedBooking =
  | { readonly kind: 'confirmed'; readonly booking: BookingRecord }
  /** Lapsed, not as it was shown, or made under other rules: to be judged by today's. */
  | { readonly kind: 'look'; readonly booking: BookingRecord }
  | { readonly kind: 'gone' };

export type CancelledBooking =
  | { readonly kind: 'cancelled'; readonly booking: BookingRecord }
  /** Not the version whose fee was reckoned, or over. */
  | { readonly kind: 'other'; readonly booking: BookingRecord }
  | { readonly kind: 'gone' };
