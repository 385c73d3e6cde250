/** Cuts what is pending into what one turn deals with: compliance words first, by channel, then ordinary talk. */
import { smsKeyword } from '../channels/twilioSms/keywords';
import type { LoadedConversation, PendingMessage } from '../models/records';

export type SectionKind =
  /** Opted out: the messages stay in the thread and nothing is answered. */
  | 'silent'
  | 'stop'
  /** The bare CANCEL: an opt-out that may have meant the booking. */
  | 'cancel-stop'
  | 'start'
  | 'help'
  | 'talk';

export interface Section {
  readonly kind: SectionKind;
  /** The first of the pending messages; later ones are dealt with by the next turn. */
  readonly messages: readonly PendingMessage[];
}

/**
 * The beginning of the pending messages that belongs to one turn. A STOP is heard before all that was written ahead of it,
 * so that a burst with a STOP in it is not answered. The words themselves are those of `smsKeyword`.
 */
export function nextSection(loaded: Pick<LoadedConversation, 'channel' | 'optedOut' | 'pending'>): Section {
  const { channel, optedOut, pending } = loaded;
  if (channel !== 'sms') return { kind: 'talk', messages: pending };
  const words = pending.map((message) => (message.kind === 'text' ? smsKeyword(message.text) : null));
  if (optedOut) return sectionWhileOptedOut(pending, words.indexOf('start'));
  const stop = words.findIndex((word) => word === 'stop' || word === 'cancel-stop');
  if (stop >= 0)
    return { kind: words[stop] === 'stop' ? 'stop' : 'cancel-stop', messages: pending.slice(0, stop + 1) };
  const help = words.indexOf('help');
  if (help === 0) return { kind: 'help', messages: pending.slice(0, 1) };
  return { kind: 'talk', messages: help > 0 ? pending.slice(0, help) : pending };
}

function sectionWhileOptedOut(pending: readonly PendingMessage[], start: number): Section {
  if (start < 0) return { kind: 'silent', messages: pending };
  return { kind: 'start', messages: pending.slice(0, start + 1) };
}
