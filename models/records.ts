/** Rows as the hot statements read and write them: one round trip each, in `models/statements`. */
import type { Millis } from '../platform/clock';
import type { Minute, Names } from '../scheduling/business';
import type { BookingRecord, CustomerNotes } from './bookingRecords';

export type { BookingRecord } from './bookingRecords';

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
