/** Reads a Twilio delivery report; they come in any order and more than once. */
import { field, type FormParams } from './form';

/** Of a message on its way out (twilio.com/docs/messaging/api/message-resource). Which of two counts is decided where they are kept. */
const STATUSES = [
  'accepted',
  'scheduled',
  'queued',
  'sending',
  'sent',
  'canceled',
  'failed',
  'undelivered',
  'delivered',
  'read',
] as const;
export type DeliveryStatus = (typeof STATUSES)[number];

export interface StatusReport {
  /** Ours, from the address that Twilio was told to report to; null where a report came without it. */
  readonly outboxId: string | null;
  readonly providerId: string;
  readonly status: DeliveryStatus;
  /** Twilio's error number, e.g. `30003`. */
  readonly errorCode: string | null;
}

export type TwilioStatus =
  | { readonly kind: 'status'; readonly report: StatusReport }
  | { readonly kind: 'malformed'; readonly field: string };

/**
 * @param target path and query of the request as received; the query is part of what Twilio signed
 * @param params the verified form fields
 */
export function receiveTwilioStatus(target: string, params: FormParams): TwilioStatus {
  const providerId = field(params, 'MessageSid') ?? field(params, 'SmsSid') ?? '';
  const status = (field(params, 'MessageStatus') ?? field(params, 'SmsStatus') ?? '').toLowerCase();
  if (providerId === '') return { kind: 'malformed', field: 'MessageSid' };
  if (!isDeliveryStatus(status)) return { kind: 'malformed', field: 'MessageStatus' };
  const query = new URLSearchParams(target.split('?').slice(1).join('?'));
  const outboxId = query.get('outbox');
  const errorCode = field(params, 'ErrorCode');
  const known = errorCode !== undefined && /^[1-9]\d{0,9}$/.test(errorCode) ? errorCode : null;
  return {
    kind: 'status',
    report: { outboxId: outboxId === '' ? null : outboxId, providerId, status, errorCode: known },
  };
}

function isDeliveryStatus(text: string): text is DeliveryStatus {
  return (STATUSES as readonly string[]).includes(text);
}
