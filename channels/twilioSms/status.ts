/** Reads a Twilio delivery report and says whether it is news: reports come in any order and more than once. */
import { field, type FormParams } from './form';

/** How far each state is along the way; those at the same height are ends that exclude each other. */
const HEIGHT = {
  accepted: 0,
  scheduled: 0,
  queued: 1,
  sending: 2,
  sent: 3,
  canceled: 4,
  failed: 4,
  undelivered: 4,
  delivered: 4,
  read: 5,
} as const;
export type DeliveryStatus = keyof typeof HEIGHT;

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

/** True when `next` is further along than `known`: what was read never becomes merely sent again. */
export function statusAdvances(known: DeliveryStatus | null, next: DeliveryStatus): boolean {
  return known === null || HEIGHT[next] > HEIGHT[known];
}

export function isDeliveryStatus(text: string): text is DeliveryStatus {
  return Object.hasOwn(HEIGHT, text);
}
