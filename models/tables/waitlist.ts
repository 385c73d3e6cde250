/** Who waits for a time, what they were offered, and time that is still to be offered. */
import {
  filledIn,
  instant,
  instantOrNull,
  integer,
  json,
  keyLarge,
  keyUuid,
  large,
  largeOrNull,
  text,
  textOrNull,
  uuid,
  uuidOrNull,
} from './columns';
import { table } from './table';

export const waitlist = table('waitlist', {
  tenantId: keyUuid,
  id: keyUuid,
  customerId: uuid,
  conversationId: uuidOrNull,
  serviceId: text,
  branchId: textOrNull,
  person: textOrNull,
  assetId: uuidOrNull,
  assetClass: textOrNull,
  attendee: textOrNull,
  windows: json,
  priority: filledIn(integer),
  state: filledIn(text),
  since: instant,
  untilMinute: integer,
  idempotencyKey: textOrNull,
});

export const waitlistOffers = table('waitlist_offers', {
  tenantId: keyUuid,
  bookingId: keyUuid,
  entryId: uuid,
  startMinute: integer,
  chain: large,
  state: filledIn(text),
  offeredAt: instant,
  expiresAt: instant,
});

export const freedTime = table('freed_time', {
  tenantId: keyUuid,
  position: keyLarge,
  branchId: text,
  fromMinute: integer,
  toMinute: integer,
  chain: largeOrNull,
  dueAt: instantOrNull,
});
