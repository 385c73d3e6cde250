/** What is said and what is to be sent. */
import {
  filledIn,
  instant,
  instantOrNull,
  integer,
  integerOrNull,
  json,
  jsonOrNull,
  keyInteger,
  keyText,
  keyUuid,
  large,
  text,
  textOrNull,
  uuid,
  uuidOrNull,
} from './columns';
import { table } from './table';

export const conversations = table('conversations', {
  tenantId: keyUuid,
  id: keyUuid,
  addressId: uuid,
  channel: text,
  owner: filledIn(text),
  fence: filledIn(integer),
  language: textOrNull,
  talk: jsonOrNull,
  version: filledIn(integer),
  turn: filledIn(integer),
  nextNumber: filledIn(integer),
  createdAt: instant,
});

export const leases = table('leases', {
  tenantId: keyUuid,
  conversationId: keyUuid,
  token: uuid,
  until: instant,
});

export const messages = table('messages', {
  tenantId: keyUuid,
  conversationId: keyUuid,
  number: keyInteger,
  author: text,
  kind: filledIn(text),
  text,
  details: jsonOrNull,
  turn: integerOrNull,
  handedAt: instantOrNull,
  createdAt: instant,
});

export const inbound = table('inbound', {
  tenantId: keyUuid,
  channelAccountId: keyUuid,
  providerId: keyText,
  conversationId: uuid,
  number: integer,
  sentAt: instant,
  receivedAt: instant,
  status: filledIn(text),
  attempts: filledIn(integer),
  error: textOrNull,
});

export const journal = table('journal', {
  tenantId: keyUuid,
  conversationId: keyUuid,
  turn: keyInteger,
  at: instant,
  entry: json,
});

export const outbox = table('outbox', {
  tenantId: keyUuid,
  id: keyUuid,
  position: filledIn(large),
  addressId: uuid,
  conversationId: uuid,
  number: integerOrNull,
  kind: text,
  priority: integer,
  worded: jsonOrNull,
  saying: jsonOrNull,
  fence: integer,
  ground: text,
  status: text,
  dueAt: instant,
  expiresAt: instantOrNull,
  leaseToken: uuidOrNull,
  leaseUntil: instantOrNull,
  attempts: filledIn(integer),
  begunAt: instantOrNull,
  repeats: filledIn(integer),
  providerId: textOrNull,
  error: textOrNull,
  sentAt: instantOrNull,
  createdAt: instant,
});
