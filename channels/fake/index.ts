/** Stand-ins for every wire, with the real ones' limits: for the terminal, for conversation files and for tests. */
import type { Channel, ChannelKind, Outgoing, SendResult } from '../channel';
import { brokenLimit } from './broken';
import { FAKE_LIMITS } from './limits';

export { brokenLimit } from './broken';
export { FAKE_LIMITS } from './limits';

export interface FakeChannel extends Channel {
  /** What reached the customer, oldest first. */
  readonly sent: readonly Outgoing[];
  /** Queues answers for the next messages; without any a message is sent. */
  answer(...results: readonly SendResult[]): void;
}

/**
 * Rejects a message that breaks the limits of the real wire, naming the limit: that is a fault of ours, not of the
 * provider. A message answered 'uncertain' counts as arrived, since only its answer was lost.
 */
export function fakeChannel(kind: ChannelKind): FakeChannel {
  const sent: Outgoing[] = [];
  const scripted: SendResult[] = [];
  const carry = (message: Outgoing): SendResult => {
    const broken = brokenLimit(kind, message);
    if (broken !== null) throw new RangeError(`${kind} cannot carry ${message.outboxId}: ${broken}`);
    const result = scripted.shift() ?? { kind: 'sent', providerId: `fake-${kind}-${sent.length + 1}` };
    if (result.kind === 'sent' || result.kind === 'uncertain') sent.push(message);
    return result;
  };
  return {
    kind,
    limits: FAKE_LIMITS[kind],
    inline: kind === 'webchat' || kind === 'voice',
    sent,
    answer: (...results) => void scripted.push(...results),
    send: (message) => Promise.resolve().then(() => carry(message)),
  };
}
