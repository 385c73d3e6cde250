/** Twilio's delivery reports in the words of the outbox. */
import type { DeliveryStatus, StatusReport } from '../../../channels/twilioSms';

export interface OutboxStatus {
  readonly outboxId: string;
  readonly providerId: string;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly error: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Null where a report says nothing new to us: it is on its way, or it is not about a message of ours. */
export function statusOfReport({
  outboxId,
  providerId,
  status,
  errorCode,
}: StatusReport): OutboxStatus | null {
  const ours = statusOf(status);
  if (ours === null || outboxId === null || !UUID.test(outboxId)) return null;
  return { outboxId, providerId, status: ours, error: errorCode };
}

function statusOf(status: DeliveryStatus): OutboxStatus['status'] | null {
  switch (status) {
    case 'accepted':
    case 'scheduled':
    case 'queued':
    case 'sending':
      return null;
    case 'sent':
    case 'delivered':
    case 'read':
      return status;
    case 'failed':
    case 'undelivered':
    case 'canceled':
      return 'failed';
  }
}
