/** What was answered to requests from outside. */
import { instant, integer, json, keyText, keyUuid, text } from './columns';
import { table } from './table';

export const idempotencyKeys = table('idempotency_keys', {
  tenantId: keyUuid,
  caller: keyText,
  route: keyText,
  key: keyText,
  bodyHash: text,
  status: integer,
  headers: json,
  body: text,
  createdAt: instant,
});
