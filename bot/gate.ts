/** The send gate: whether a message may go to an address, and on what ground; the turn and the relay both pass it. */

export type OutgoingKind = 'reply' | 'agent' | 'reminder' | 'notice' | 'code' | 'opt-out';

/** Why a message may be sent: kept in its outbox row, so that it can be shown later. */
export type Ground =
  /** The customer wrote, and this answers. */
  | 'answer'
  /** Someone of the business writes to a customer who talks with it. */
  | 'agent'
  /** Part of the service that was booked. */
  | 'service'
  /** The customer asked for it in this moment: a code. */
  | 'requested'
  /** The one confirmation of an opt-out (47 CFR 64.1200(a)(12)). */
  | 'opt-out-confirmation';

export type GateResult =
  | { readonly kind: 'pass'; readonly ground: Ground }
  | { readonly kind: 'stop'; readonly why: 'opted-out' | 'taken-over' | 'expired' };

export interface GateQuestion {
  readonly kind: OutgoingKind;
  /** Whether the address takes no messages, as of now. */
  readonly optedOut: boolean;
  /** The conversation's fence when the message was made, and as of now. */
  readonly fence: { readonly made: number; readonly current: number };
  /** UTC milliseconds; null never expires. */
  readonly expiresAt?: number | null;
  readonly now: number;
}

/** Only replies of the talk fall to a takeover; to an address that opted out only the confirmation of that goes. */
export function passGate(question: GateQuestion): GateResult {
  const { kind, optedOut, fence, expiresAt, now } = question;
  if (optedOut && kind !== 'opt-out') return { kind: 'stop', why: 'opted-out' };
  if (kind === 'reply' && fence.made < fence.current) return { kind: 'stop', why: 'taken-over' };
  if (expiresAt !== undefined && expiresAt !== null && expiresAt <= now)
    return { kind: 'stop', why: 'expired' };
  return { kind: 'pass', ground: groundOf(kind) };
}

/** Why a message of this kind may be sent, once the gate lets it pass. */
export function groundOf(kind: OutgoingKind): Ground {
  switch (kind) {
    case 'reply':
      return 'answer';
    case 'agent':
      return 'agent';
    case 'reminder':
    case 'notice':
      return 'service';
    case 'code':
      return 'requested';
    case 'opt-out':
      return 'opt-out-confirmation';
  }
}
