/** The wires that are set up here: which channel carries what, and what fits on it. */
import { FAKE_LIMITS } from '../channels/fake';
import type { Channel, ChannelKind, Limits } from '../channels/channel';
import { SMS_LIMITS } from '../channels/twilioSms/limits';
import { WEBCHAT_LIMITS } from '../channels/webchat/limits';
import type { Millis } from '../platform/clock';
import { BURST_MILLIS } from './burst';

export interface Wire {
  /** As a channel account names it: `twilio`, `directline`, `fake` … */
  readonly provider: string;
  readonly channel: Channel;
}

export interface Wires {
  /** The channel that carries an account's messages; null where it is not set up. */
  find(kind: string, provider: string): Channel | null;
  limits(kind: string): Limits;
  /** Whether the commit is the send on this kind of wire. */
  inline(kind: string): boolean;
  /** How long a further message is waited for, so that what is sent in a row is one turn; 0 for none. */
  burstMillis(kind: string): Millis;
}

const LIMITS: Readonly<Record<ChannelKind, Limits>> = {
  sms: SMS_LIMITS,
  webchat: WEBCHAT_LIMITS,
  whatsapp: FAKE_LIMITS.whatsapp,
  voice: FAKE_LIMITS.voice,
};
const INLINE: readonly string[] = ['webchat', 'voice'];
/** People write there as they would speak: a thought a message. On the others they wait for the answer they see coming. */
const IN_BURSTS: readonly string[] = ['whatsapp', 'sms'];

/**
 * @param wired an explicit list; of two for the same provider and kind the first counts
 * @param burstMillis the window of the channels that are written to in bursts, milliseconds
 */
export function createWires(wired: readonly Wire[], burstMillis: Millis = BURST_MILLIS): Wires {
  const ofKind = (kind: string): Channel | undefined =>
    wired.find(({ channel }) => channel.kind === kind)?.channel;
  return {
    find: (kind, provider) =>
      wired.find((wire) => wire.provider === provider && wire.channel.kind === kind)?.channel ?? null,
    limits: (kind) => ofKind(kind)?.limits ?? limitsOfKind(kind),
    inline: (kind) => ofKind(kind)?.inline ?? INLINE.includes(kind),
    burstMillis: (kind) => (IN_BURSTS.includes(kind) ? burstMillis : 0),
  };
}

function limitsOfKind(kind: string): Limits {
  const limits = Object.entries(LIMITS).find(([known]) => known === kind)?.[1];
  if (limits === undefined) throw new Error(`no limits are known of the channel ${kind}`);
  return limits;
}
