/** What belongs to a visit beside its booking: the order, its stages, and estimates with all that was answered to them. */
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

export const orders = table('orders', {
  tenantId: keyUuid,
  id: keyUuid,
  bookingId: uuid,
  stage: text,
  promisedMinute: integerOrNull,
  note: textOrNull,
  version: filledIn(integer),
  position: filledIn(large),
  createdAt: instant,
  stageAt: instant,
  closedAt: instantOrNull,
});

export const orderHistory = table('order_history', {
  tenantId: keyUuid,
  orderId: keyUuid,
  number: keyInteger,
  at: instant,
  actor: json,
  deed: text,
  fromStage: textOrNull,
  toStage: text,
  promisedMinute: integerOrNull,
  note: textOrNull,
  key: textOrNull,
});

export const estimates = table('estimates', {
  tenantId: keyUuid,
  id: keyUuid,
  reference: text,
  kind: text,
  customerId: uuidOrNull,
  conversationId: uuidOrNull,
  orderId: uuidOrNull,
  assetClass: textOrNull,
  version: integer,
  validUntil: instantOrNull,
  position: filledIn(large),
  createdAt: instant,
});

export const estimateVersions = table('estimate_versions', {
  tenantId: keyUuid,
  estimateId: keyUuid,
  version: keyInteger,
  digest: text,
  noticeId: uuidOrNull,
  actor: json,
  key: textOrNull,
  createdAt: instant,
});

export const estimateLines = table('estimate_lines', {
  tenantId: keyUuid,
  estimateId: keyUuid,
  version: keyInteger,
  number: keyInteger,
  title: text,
  serviceId: textOrNull,
  amount: large,
  most: large,
  amounts: jsonOrNull,
  status: filledIn(text),
  bookingId: uuidOrNull,
});

export const estimateAnswers = table('estimate_answers', {
  tenantId: keyUuid,
  id: keyUuid,
  estimateId: uuid,
  version: integer,
  at: instant,
  actor: json,
  lines: json,
  outcome: text,
  shown: textOrNull,
  digest: textOrNull,
  reply: text,
  channel: textOrNull,
  address: textOrNull,
  key: textOrNull,
});

export const articles = table('articles', {
  tenantId: keyUuid,
  topic: keyText,
  language: keyText,
  text,
  position: integer,
});
