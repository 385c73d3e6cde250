/** What a business signs in to its providers with, sealed. */
import { instant, keyText, keyUuid, text } from './columns';
import { table } from './table';

export const secrets = table('secrets', {
  tenantId: keyUuid,
  name: keyText,
  keyId: text,
  box: text,
  changedAt: instant,
});
