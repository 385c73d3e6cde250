/** The wires that are set up here: which channel carries what, and what fits on it. */
import { FAKE_LIMITS } from '../channels/fake';
import type { Channel, ChannelKind, Limits } from '../channels/channel';
import { SMS_LIMITS } from '../channels/twilioSms/limits';
import { WEBCHAT_LIMITS } from '../channels/webchat/limits';

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
}

const LIMITS: Readonly<Record<ChannelKind, Limits>> = {
  sms: SMS_LIMITS,
  webchat: WEBCHAT_LIMITS,
  whatsapp: FAKE_LIMITS.whatsapp,
  voice: FAKE_LIMITS.voice,
};
const INLINE: readonly string[] = ['webchat', 'voice'];

/** @param wired an explicit list; of two for the same provider and kind the first counts */
export function createWires(wired: readonly Wire[]): Wires {
  const ofKind = (kind: string): Channel | undefined =>
    wired.find(({ channel }) => channel.kind === kind)?.channel;
  return {
    find: (kind, provider) =>
      wired.find((wire) => wire.provider === provider && wire.channel.kind === kind)?.channel ?? null,
    limits: (kind) => ofKind(kind)?.limits ?? limitsOfKind(kind),
    inline: (kind) => ofKind(kind)?.inline ?? INLINE.includes(kind),
  };
}

function limitsOfKind(kind: string): Limits {
  const limits = Object.entries(LIMITS).find(([known]) => known === kind)?.[1];
  if (limits === undefined) throw new Error(`no limits are known of the channel ${kind}`);
  return limits;
}
