/** Rows as the hot statements read and write them: one round trip each, in `models/statements`. */
import type { Millis } from '../platform/clock';
import type { Minute, Names } from '../scheduling/business';

/** A pending message of a conversation, oldest first by provider time, then number. */
export interface PendingMessage {
  readonly number: number;
  readonly kind: string;
  readonly text: string;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly sentAt: Millis;
  readonly receivedAt: Millis;
  readonly attempts: number;
}

/** All that a turn starts from, read in one statement together with the lease. */
export interface LoadedConversation {
  readonly tenantId: string;
  readonly conversationId: string;
  readonly addressId: string;
  readonly address: string;
  readonly channel: string;
  readonly account: string;
  readonly owner: 'bot' | 'agent' | 'closed';
  readonly fence: number;
  readonly version: number;
  readonly turn: number;
  readonly nextNumber: number;
  readonly language: string | null;
  readonly talk: unknown;
  readonly optedOut: boolean;
  /** When the message numbered `talk.asked.number` reached the wire. */
  readonly askedHandedAt: Millis | null;
  readonly customer: {
    readonly id: string;
    readonly name: string | null;
    readonly phone: string | null;
    readonly language: string | null;
    readonly assets: readonly { id: string; label: string; class: string | null; plate: string | null }[];
  };
  readonly tenantVersion: number;
  readonly pending: readonly PendingMessage[];
}

export type LeaseResult =
  | { readonly kind: 'leased'; readonly loaded: LoadedConversation }
  /** Somebody else holds it and will look again. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'nothing' };

/** One bot message of a turn: transcript row and outbox row alike. */
export interface TurnMessage {
  readonly outboxId: string;
  readonly number: number;
  readonly kind: 'reply' | 'opt-out';
  readonly text: string;
  readonly choices: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly ground: string;
  readonly priority: number;
  /** The commit is the send: written as sent, never claimed. */
  readonly inline: boolean;
}

/** What a turn leaves behind, written in one statement: nothing of it without all of it. */
export interface TurnWrite {
  readonly tenantId: string;
  readonly conversationId: string;
  readonly addressId: string;
  readonly at: Millis;
  /** The version that was read; a difference writes nothing. */
  readonly version: number;
  readonly turn: number;
  readonly fence: number;
  readonly language: string | null;
  readonly talk: unknown;
  /** Numbers of the inbound messages this turn answers. */
  readonly handled: readonly number[];
  readonly messages: readonly TurnMessage[];
  readonly nextNumber: number;
  readonly journal: unknown;
  /** Sets or clears the address's opt-out; absent leaves it. */
  readonly optOut?: boolean;
  /** Whose lease ends with this turn; absent ends anybody's. */
  readonly leaseToken?: string;
  /** What the customer said about themselves and no command has kept yet. */
  readonly notes?: { readonly customerId: string; readonly notes: CustomerNotes };
  /** The messages could not be understood by any attempt: they are put aside instead of handled. */
  readonly dead?: boolean;
}

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

/** What a turn finds when it has locked its conversation; null where there is no such conversation. */
export interface LockedConversation {
  readonly version: number;
  readonly owner: 'bot' | 'agent' | 'closed';
  readonly fence: number;
  readonly nextNumber: number;
  readonly tenantVersion: number;
  /** Numbers of the pending messages, in their order; at most 50. */
  readonly pending: readonly number[];
  /** The customer's holds, lapsed ones too, and bookings not long over, soonest first. */
  readonly bookings: readonly BookingRecord[];
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
  /** The business has changed since it was read: read it again and reckon anew. */
  | { readonly kind: 'stale' };

export type RevisedBooking =
  | { readonly kind: 'revised' | 'repeated'; readonly booking: BookingRecord }
  /** No candidate fits, and the booking stands as it stood. */
  | { readonly kind: 'taken'; readonly booking: BookingRecord }
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

export interface BusyRow {
  readonly resource: string;
  readonly unit: number;
  readonly start: Minute;
  readonly end: Minute;
  readonly before: number;
  readonly after: number;
  readonly booking: string;
}

/** A message off the wire, to be stored once. */
export interface InboundWrite {
  readonly tenantId: string;
  readonly channelAccountId: string;
  readonly channel: string;
  readonly address: string;
  readonly providerId: string;
  readonly kind: string;
  readonly text: string;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly sentAt: Millis;
  readonly receivedAt: Millis;
  /** Used when address, customer or conversation are new. */
  readonly newIds: { readonly address: string; readonly customer: string; readonly conversation: string };
  /** Whether the wire proves who sends. */
  readonly proven: boolean;
}

export type InboundResult =
  | { readonly kind: 'stored'; readonly conversationId: string; readonly number: number }
  | { readonly kind: 'repeated'; readonly conversationId: string; readonly number: number };

/** An outbox row as claimed for sending. */
export interface ClaimedOutbox {
  readonly tenantId: string;
  readonly id: string;
  readonly conversationId: string;
  readonly addressId: string;
  readonly address: string;
  readonly channel: string;
  readonly account: string;
  readonly provider: string;
  readonly kind: string;
  readonly number: number | null;
  readonly worded: { readonly text: string; readonly choices: readonly string[] } | null;
  readonly saying: unknown;
  readonly language: string | null;
  readonly fence: number;
  readonly attempts: number;
  /** How often it was repeated because the answer to a send was lost; at most once. */
  readonly repeats: number;
}

export interface Claim {
  readonly claimed: readonly ClaimedOutbox[];
  /** Rows that were dropped or given up instead: look again, they made room. */
  readonly ended: number;
}

/** A message of a conversation's numbered list. */
export interface MessageRecord {
  readonly number: number;
  readonly author: 'customer' | 'bot' | 'agent' | 'system';
  readonly kind: string;
  readonly text: string;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Millis;
}

export interface TenantRecord {
  readonly tenantId: string;
  readonly slug: string;
  readonly version: number;
}

export interface ListedTenant extends TenantRecord {
  readonly names: Names;
  readonly languages: readonly string[];
}

/** Our end of a wire. */
export interface AccountRecord {
  readonly tenantId: string;
  readonly slug: string;
  readonly channelAccountId: string;
  readonly provider: string;
}
