/** Turns the fields of a verified Twilio message webhook into one received message. */
import type { Received, ReceivedKind } from '../channel';
import { wellFormed } from '../wellFormed';
import { field, type FormParams } from './form';

export type TwilioMessage =
  | { readonly kind: 'message'; readonly received: Received }
  /** A sender of another wire behind the same webhook: `whatsapp:+49…`, `rcs:…`. */
  | { readonly kind: 'other-channel'; readonly channel: string }
  /** A field that every message has is absent or has not its shape. */
  | { readonly kind: 'malformed'; readonly field: string };

/** E.164, a short code, or the name an alphanumeric sender goes by. */
const SENDER = /^(\+\d{5,15}|\d{3,8}|[\p{L}\p{N} &_.-]{1,11})$/u;
const SID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Fields we do not know are left alone: their set grows (twilio.com/docs/messaging/guides/webhook-request).
 * `details.accountSid` tells whose account sent it: the caller must hold it against the tenant it acts for.
 */
export function receiveTwilioMessage(params: FormParams): TwilioMessage {
  const from = field(params, 'From') ?? '';
  const otherWire = /^([a-z]+):/i.exec(from)?.[1];
  if (otherWire !== undefined) return { kind: 'other-channel', channel: otherWire.toLowerCase() };
  const providerId = field(params, 'MessageSid') ?? field(params, 'SmsSid') ?? '';
  const account = field(params, 'To') ?? '';
  const body = field(params, 'Body');
  if (!SID.test(providerId)) return { kind: 'malformed', field: 'MessageSid' };
  if (!SENDER.test(from)) return { kind: 'malformed', field: 'From' };
  if (!SENDER.test(account)) return { kind: 'malformed', field: 'To' };
  if (body === undefined) return { kind: 'malformed', field: 'Body' };
  const [kind, text, details] = [kindOf(params), wellFormed(body), detailsOf(params)];
  return {
    kind: 'message',
    received: { providerId, account, address: from, kind, text, sentAt: null, details },
  };
}

function kindOf(params: FormParams): ReceivedKind {
  if (!(Number(field(params, 'NumMedia') ?? '0') > 0)) return 'text';
  const type = (field(params, 'MediaContentType0') ?? '').toLowerCase();
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('audio/')) return 'voice';
  return 'document';
}

/** At most ten media come with a message; the addresses need our credentials to be read. */
function detailsOf(params: FormParams): Readonly<Record<string, string>> {
  const details: Record<string, string> = {};
  const keep = (name: string, as: string) => {
    const value = field(params, name);
    if (value !== undefined && value !== '') details[as] = wellFormed(value);
  };
  keep('AccountSid', 'accountSid');
  keep('OptOutType', 'optOutType');
  for (let index = 0; index < 10; index += 1) {
    keep(`MediaUrl${index}`, `media${index}`);
    keep(`MediaContentType${index}`, `mediaType${index}`);
  }
  return details;
}
