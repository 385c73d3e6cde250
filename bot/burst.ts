/** Bursts: what one person writes in a row is waited for, so that it is one turn; urgent words wait for nothing. */
import type { LoadedConversation, PendingMessage } from '../models/records';
import type { Millis } from '../platform/clock';
import { isUrgent } from './urgency';

/** How long a further message is waited for on channels that carry people's messages one by one, unless it is set. */
export const BURST_MILLIS: Millis = 1500;

/** Whoever never pauses is answered all the same after so many windows. */
const MOST_WINDOWS = 4;

type Waiting = Pick<LoadedConversation, 'channel' | 'owner' | 'optedOut' | 'pending'>;

/** Milliseconds until what is pending should be answered; 0: now. @param window of the channel, 0 for none */
export function burstWait(loaded: Waiting, window: Millis, now: Millis): Millis {
  const { pending, channel, owner, optedOut } = loaded;
  // nobody is answered here: the thread shows at once what came
  if (window === 0 || owner === 'agent' || optedOut) return 0;
  if (pending.some((message) => mayNotWait(message, channel))) return 0;
  const arrivals = pending.map(({ receivedAt }) => receivedAt);
  const quiet = Math.max(...arrivals) + window;
  const longest = Math.min(...arrivals) + MOST_WINDOWS * window;
  return Math.max(0, Math.min(quiet, longest, now + window) - now);
}

/** A message whose turn failed has waited long enough. */
function mayNotWait({ kind, text, attempts }: PendingMessage, channel: string): boolean {
  return attempts > 0 || (kind === 'text' && isUrgent(text, channel));
}

/** How long the bell of a message just stored waits. */
export function bellDelay(
  message: Pick<PendingMessage, 'kind' | 'text'>,
  channel: string,
  window: Millis,
): Millis {
  return window > 0 && message.kind === 'text' && isUrgent(message.text, channel) ? 0 : window;
}
