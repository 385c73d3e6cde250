/** A message for a conversation that is open already: the web chat's, whose conversations are begun before they are written to. */
import { definers } from './migration';

export const receiveInOpen = definers('0028-receiveInOpen', [
  {
    name: 'receive_in_open',
    takes: 'p jsonb',
    returns: 'jsonb',
    language: 'sql',
    body: `
SELECT system.receive_inbound(p) FROM addresses AS a
JOIN conversations AS c ON c.tenant_id = a.tenant_id AND c.address_id = a.id
WHERE a.tenant_id = (p ->> 'tenantId')::uuid AND a.channel_account_id = (p ->> 'channelAccountId')::uuid
  AND a.address = p ->> 'address';`,
  },
]);
