/** Who waits, what they are offered, and freed time, as the database tells it. */
import type { Millis } from '../platform/clock';
import type { Minute } from '../scheduling/business';
import type { PreferenceWindow } from '../scheduling/waitlist';
import type { LoadedConversation } from './records';

export type WaitlistState = 'waiting' | 'offered' | 'taken' | 'left' | 'over';

export interface WaitlistRecord {
  readonly id: string;
  readonly customerId: string;
  /** Where they are told; null: wherever they wrote last. */
  readonly conversationId: string | null;
  readonly service: string;
  /** Null: any branch. */
  readonly branch: string | null;
  readonly person: string | null;
  readonly assetId: string | null;
  readonly assetClass: string | null;
  readonly attendee: string | null;
  readonly windows: readonly PreferenceWindow[];
  /** Higher comes first. */
  readonly priority: number;
  readonly state: WaitlistState;
  readonly since: Millis;
  /** What is offered just now: a hold. */
  readonly offer: { readonly booking: string; readonly start: Minute; readonly expires: Millis } | null;
}

export interface NewWaitlistEntry extends Omit<WaitlistRecord, 'state' | 'offer'> {
  /** From this minute on no window is left. */
  readonly until: Minute;
  readonly key: string;
}

/** An entry that freed time may suit, with where its customer can be told. */
export interface WaitlistCandidate extends Omit<WaitlistRecord, 'conversationId' | 'offer'> {
  readonly conversationId: string;
  /** Until when the customer has another offer open: nobody has two. */
  readonly busyUntil: Millis | null;
  /** Starts they were offered and did not take. */
  readonly offered: readonly Minute[];
}

/** Time that became free and is still to be offered. */
export interface FreedRecord {
  readonly position: number;
  readonly branch: string;
  readonly from: Minute;
  readonly to: Minute;
  /** The position of the first of its line, where it was offered before. */
  readonly chain: number | null;
}

export interface NewOffer {
  readonly booking: string;
  readonly entry: string;
  readonly start: Minute;
  readonly chain: number;
  readonly at: Millis;
  readonly expires: Millis;
}

/** All that is needed to write first in a conversation. */
export type TalkToWriteIn = Pick<
  LoadedConversation,
  | 'conversationId'
  | 'addressId'
  | 'channel'
  | 'owner'
  | 'fence'
  | 'nextNumber'
  | 'language'
  | 'talk'
  | 'optedOut'
  | 'customer'
>;

/** A message nobody asked for in this moment: transcript row and outbox row alike. */
export interface NoticeWrite {
  readonly outboxId: string;
  readonly conversationId: string;
  readonly addressId: string;
  readonly number: number;
  readonly text: string;
  readonly choices: readonly string[];
  /** Why it is written: `waitlist-offer`. */
  readonly purpose: string;
  readonly fence: number;
  readonly ground: string;
  readonly priority: number;
  /** The talk with what was just asked. */
  readonly talk: unknown;
  readonly at: Millis;
  /** Not sent from this instant on. */
  readonly expires: Millis;
  /** The commit is the send. */
  readonly inline: boolean;
}
