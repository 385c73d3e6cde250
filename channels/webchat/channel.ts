/** The web chat as a channel: the commit is the send, so there is nothing left to carry. */
import type { Channel } from '../channel';
import { WEBCHAT_LIMITS } from './limits';

/** `send` is there for callers that treat all channels alike: the message already stands in the numbered list. */
export const webchat: Channel = {
  kind: 'webchat',
  limits: WEBCHAT_LIMITS,
  inline: true,
  send: (message) => Promise.resolve({ kind: 'sent', providerId: message.outboxId }),
};
