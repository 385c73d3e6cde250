/** Who the business is: tenants, their wires, branches, resources, services and hours. */
import {
  filledIn,
  flag,
  instant,
  integer,
  json,
  jsonOrNull,
  keyInteger,
  keyText,
  keyUuid,
  large,
  text,
  textOrNull,
  texts,
} from './columns';
import { table } from './table';

export const tenants = table('tenants', {
  tenantId: keyUuid,
  slug: text,
  names: json,
  languages: texts,
  currency: text,
  country: text,
  calendar: text,
  weekStart: integer,
  sensitive: filledIn(flag),
  policy: json,
  assets: jsonOrNull,
  apiKeyHash: textOrNull,
  version: filledIn(integer),
  createdAt: instant,
});

export const channelAccounts = table('channel_accounts', {
  tenantId: keyUuid,
  id: keyUuid,
  channel: text,
  provider: text,
  account: text,
});

export const branches = table('branches', {
  tenantId: keyUuid,
  id: keyText,
  names: json,
  zone: text,
  address: text,
  position: filledIn(integer),
  retired: filledIn(flag),
});

export const resources = table('resources', {
  tenantId: keyUuid,
  id: keyText,
  branchId: text,
  kind: text,
  names: json,
  capacity: filledIn(integer),
  terms: filledIn(json),
  position: filledIn(integer),
  retired: filledIn(flag),
});

export const services = table('services', {
  tenantId: keyUuid,
  id: keyText,
  names: json,
  synonyms: json,
  minutes: integer,
  bufferBefore: filledIn(integer),
  bufferAfter: filledIn(integer),
  price: large,
  depositPercent: filledIn(integer),
  terms: filledIn(json),
  position: filledIn(integer),
  retired: filledIn(flag),
});

export const requirements = table('requirements', {
  tenantId: keyUuid,
  serviceId: keyText,
  position: keyInteger,
  kind: text,
  whole: filledIn(flag),
});

export const requirementPool = table('requirement_pool', {
  tenantId: keyUuid,
  serviceId: keyText,
  requirement: keyInteger,
  resourceId: keyText,
  preference: integer,
});

export const openingHours = table('opening_hours', {
  tenantId: keyUuid,
  branchId: keyText,
  weekday: keyInteger,
  fromMinute: keyInteger,
  toMinute: integer,
});

export const hoursExceptions = table('hours_exceptions', {
  tenantId: keyUuid,
  branchId: keyText,
  day: keyText,
  open: json,
  reason: textOrNull,
});
