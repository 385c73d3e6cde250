/** The waitlist as a conversation may call it: bound to its transaction, its clock and its customer. */
import type { JoinWaitlistInput, JoinWaitlistResult } from './join';
import type { LeaveWaitlistResult } from './leave';
import type { WaitlistView } from './views';

export type JoinInput = Omit<JoinWaitlistInput, 'customerId' | 'conversationId' | 'priority'>;

export interface WaitlistCommands {
  join(input: JoinInput, key: string): Promise<JoinWaitlistResult>;
  leave(entryId: string): Promise<LeaveWaitlistResult>;
  /** What the customer waits for, longest first. */
  waits(): Promise<readonly WaitlistView[]>;
  /** Lets go of the time that a hold offers, and goes on waiting for others. */
  decline(hold: string): Promise<{ readonly kind: 'declined' | 'gone' }>;
}

export type { JoinWaitlistResult, LeaveWaitlistResult, WaitlistView };
