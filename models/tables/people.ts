/** Who talks to a business: customers, their addresses and what they own. */
import { filledIn, flag, instant, instantOrNull, keyUuid, text, textOrNull, uuid } from './columns';
import { table } from './table';

export const customers = table('customers', {
  tenantId: keyUuid,
  id: keyUuid,
  name: textOrNull,
  language: textOrNull,
  contactPhone: textOrNull,
  preferredChannel: textOrNull,
  createdAt: instant,
});

export const addresses = table('addresses', {
  tenantId: keyUuid,
  id: keyUuid,
  channelAccountId: uuid,
  channel: text,
  address: text,
  customerId: uuid,
  proven: filledIn(flag),
  optedOutAt: instantOrNull,
  createdAt: instant,
});

export const assets = table('assets', {
  tenantId: keyUuid,
  id: keyUuid,
  customerId: uuid,
  label: text,
  class: textOrNull,
  plate: textOrNull,
  labelKey: text,
  plateKey: textOrNull,
  createdAt: instant,
});
